import type { Model } from './model';

/** What of the network is shown. Empty sets and undefined ask for nothing. */
export interface Filter {
  from: number | undefined;
  to: number | undefined;
  types: ReadonlySet<number>;
  countries: ReadonlySet<string>;
  community: number | undefined;
  minEvents: number;
  significant: boolean;
  /** Only this person and whoever is at most so many ties away. */
  focus: { person: number; steps: number } | undefined;
}

export const noFilter: Filter = {
  from: undefined,
  to: undefined,
  types: new Set(),
  countries: new Set(),
  community: undefined,
  minEvents: 1,
  significant: false,
  focus: undefined,
};

/** The level of adjusted p-values up to which a tie is significant. */
export const level = 0.05;

export interface Shown {
  /** Of each tie the number of events that pass; 0 hides it. */
  tieEvents: Uint32Array;
  persons: Uint8Array;
  numPersons: number;
  numTies: number;
}

/** Which events pass; a date that is not told to the day passes where all its days do. */
export function passingEvents(model: Model, filter: Filter): Uint8Array {
  const passes = new Uint8Array(model.numEvents).fill(1);
  const { from, to, types } = filter;
  for (let event = 0; event < model.numEvents; event++) {
    if (types.size > 0 && !types.has(model.data.events.type[event])) passes[event] = 0;
    if (from === undefined && to === undefined) continue;
    const days = model.days[event];
    if (!days || (from !== undefined && days.first < from) || (to !== undefined && days.last > to)) passes[event] = 0;
  }
  return passes;
}

export function isFiltering(filter: Filter): boolean {
  return (
    filter.from !== undefined ||
    filter.to !== undefined ||
    filter.types.size > 0 ||
    filter.countries.size > 0 ||
    filter.community !== undefined ||
    filter.minEvents > 1 ||
    filter.significant ||
    filter.focus !== undefined
  );
}

/** Whoever is at most `steps` shown ties away from `person`. */
function neighbourhood(model: Model, tieEvents: Uint32Array, person: number, steps: number): Uint8Array {
  const near = new Uint8Array(model.numPersons);
  near[person] = 1;
  let edge = [person];
  for (let step = 0; step < steps; step++) {
    const reached: number[] = [];
    for (const one of edge) {
      for (const tie of model.tiesOf.of(one)) {
        const other = model.other(tie, one);
        if (tieEvents[tie] === 0 || near[other]) continue;
        near[other] = 1;
        reached.push(other);
      }
    }
    edge = reached;
  }
  return near;
}

export function applyFilter(model: Model, filter: Filter): Shown {
  const { ties, persons } = model.data;
  const tieEvents = Uint32Array.from(ties.events);
  if (filter.from !== undefined || filter.to !== undefined || filter.types.size > 0) {
    const passes = passingEvents(model, filter);
    for (let tie = 0; tie < model.numTies; tie++) {
      tieEvents[tie] = model.tieEvents.of(tie).reduce((sum, event) => sum + passes[event], 0);
    }
  }
  for (let tie = 0; tie < model.numTies; tie++) {
    const [a, b] = [ties.a[tie], ties.b[tie]];
    const p = ties.p?.[tie];
    const isOut =
      tieEvents[tie] < filter.minEvents ||
      (filter.significant && ties.p !== undefined && (p === null || p === undefined || p > level)) ||
      (filter.countries.size > 0 && !filter.countries.has(persons.country[a]) && !filter.countries.has(persons.country[b])) ||
      (filter.community !== undefined &&
        (persons.community[a] !== filter.community || persons.community[b] !== filter.community));
    if (isOut) tieEvents[tie] = 0;
  }
  if (filter.focus) {
    const near = neighbourhood(model, tieEvents, filter.focus.person, filter.focus.steps);
    for (let tie = 0; tie < model.numTies; tie++) if (!near[ties.a[tie]] || !near[ties.b[tie]]) tieEvents[tie] = 0;
  }
  return shownBy(model, filter, tieEvents);
}

function shownBy(model: Model, filter: Filter, tieEvents: Uint32Array): Shown {
  const hidesAlone = isFiltering(filter) || model.data.limits.ties_left_out > 0;
  const persons = new Uint8Array(model.numPersons).fill(hidesAlone ? 0 : 1);
  let numTies = 0;
  for (let tie = 0; tie < model.numTies; tie++) {
    if (tieEvents[tie] === 0) continue;
    numTies++;
    persons[model.data.ties.a[tie]] = 1;
    persons[model.data.ties.b[tie]] = 1;
  }
  if (filter.focus) persons[filter.focus.person] = 1;
  return { tieEvents, persons, numTies, numPersons: persons.reduce((sum, one) => sum + one, 0) };
}
