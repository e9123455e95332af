import { describe, expect, it } from 'vitest';
import { dayOf } from '../src/days';
import { applyFilter, type Filter, noFilter } from '../src/filter';
import { countryMeetings } from '../src/heat_map';
import { Model } from '../src/model';
import { shortestPath } from '../src/path';
import { sampleData } from './sample';

const model = new Model(sampleData());
const shown = (change: Partial<Filter>): number[] => Array.from(applyFilter(model, { ...noFilter, ...change }).tieEvents);

describe('the model', () => {
  it('knows the events of ties and persons by date', () => {
    expect(Array.from(model.tieEvents.of(0))).toEqual([2, 0, 1]);
    expect(Array.from(model.tiesOf.of(2))).toEqual([1, 2]);
    expect(model.tieOf(1, 0)).toBe(0);
    expect(model.tieOf(0, 3)).toBeUndefined();
    expect(model.spanOfTie(0)).toEqual({ first: dayOf(2023, 1, 1), last: dayOf(2024, 2, 29) });
    expect(model.spanOfTie(2)).toBeNull();
    expect(model.countries).toEqual([{ code: 'AZ', persons: 2 }, { code: 'TR', persons: 2 }]);
  });
});

describe('a filter', () => {
  it('shows everybody where nothing is asked for', () => {
    const all = applyFilter(model, noFilter);
    expect([all.numPersons, all.numTies]).toEqual([5, 3]);
  });
  it('counts events that surely lie in a span of time', () => {
    expect(shown({ from: dayOf(2024, 1, 1) })).toEqual([2, 1, 0]);
    expect(shown({ from: dayOf(2024, 2, 2) })).toEqual([0, 1, 0]);
    expect(shown({ to: dayOf(2023, 12, 31) })).toEqual([1, 0, 0]);
  });
  it('looks at types, counts, significance, countries and communities', () => {
    expect(shown({ types: new Set([1]) })).toEqual([1, 0, 0]);
    expect(shown({ types: new Set([0]), minEvents: 2 })).toEqual([2, 0, 2]);
    expect(shown({ significant: true })).toEqual([3, 0, 0]);
    expect(shown({ countries: new Set(['TR']) })).toEqual([0, 1, 2]);
    expect(shown({ community: 1 })).toEqual([0, 0, 2]);
  });
  it('keeps whoever is so many steps away', () => {
    expect(shown({ focus: { person: 0, steps: 1 } })).toEqual([3, 0, 0]);
    expect(shown({ focus: { person: 0, steps: 2 } })).toEqual([3, 1, 0]);
    expect(applyFilter(model, { ...noFilter, focus: { person: 4, steps: 1 } }).numPersons).toBe(1);
  });
});

describe('a path', () => {
  it('has the fewest ties', () => {
    expect(shortestPath(model, model.data.ties.events, 0, 3)).toEqual([0, 1, 2]);
    expect(shortestPath(model, model.data.ties.events, 3, 0)).toEqual([2, 1, 0]);
    expect(shortestPath(model, model.data.ties.events, 0, 4)).toBeNull();
    expect(shortestPath(model, [3, 0, 2], 0, 3)).toBeNull();
  });
  it('has the most events among those of equal length', () => {
    const data = sampleData();
    data.ties = { a: [0, 0, 1, 2], b: [1, 2, 3, 3], events: [1, 2, 5, 5], weight: [1, 2, 5, 5] };
    expect(shortestPath(new Model(data), data.ties.events, 0, 3)).toEqual([1, 3]);
  });
});

it('counts meetings of countries', () => {
  expect(countryMeetings(model, ['AZ', 'TR'])).toEqual([[3, 1], [1, 0]]);
});
