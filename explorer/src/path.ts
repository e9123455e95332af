import type { Model } from './model';

/** The ties of the way from `from` to `to` of fewest ties, and of those the one of most events; null where there is
 * none. Only ties with events count. */
export function shortestPath(model: Model, tieEvents: ArrayLike<number>, from: number, to: number): number[] | null {
  const steps = new Int32Array(model.numPersons).fill(-1);
  const events = new Float64Array(model.numPersons);
  const via = new Int32Array(model.numPersons).fill(-1);
  steps[from] = 0;
  let layer = [from];
  while (layer.length > 0 && steps[to] < 0) {
    const next: number[] = [];
    for (const person of layer) {
      for (const tie of model.tiesOf.of(person)) {
        if (tieEvents[tie] === 0) continue;
        const other = model.other(tie, person);
        const total = events[person] + tieEvents[tie];
        if (steps[other] < 0) {
          steps[other] = steps[person] + 1;
          next.push(other);
        } else if (steps[other] !== steps[person] + 1 || total <= events[other]) {
          continue;
        }
        events[other] = total;
        via[other] = tie;
      }
    }
    layer = next;
  }
  if (steps[to] < 0) return null;
  const ties: number[] = [];
  for (let person = to; person !== from; person = model.other(via[person], person)) ties.unshift(via[person]);
  return ties;
}
