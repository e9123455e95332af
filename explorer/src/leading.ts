import type { Model } from './model';

/** The ties of most events. */
export function firstPairs(model: Model, most: number): number[] {
  const { events, weight } = model.data.ties;
  return [...events.keys()].sort((x, y) => events[y] - events[x] || weight[y] - weight[x] || x - y).slice(0, most);
}

/** The persons who are most prominent. */
export function firstPersons(model: Model, most: number): number[] {
  const prominence = model.prominence;
  return [...prominence.keys()].sort((x, y) => (prominence[y] ?? 0) - (prominence[x] ?? 0) || x - y).slice(0, most);
}
