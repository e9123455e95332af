import type { Model } from './model';
import { countryName, figure, measureName, shortened } from './text';
import { isDark } from './theme';

// Told apart also by people who do not see red or green as others do (after Okabe and Ito, and Tol's muted scheme); those
// for the dark theme are lighter, so that both stand out from what is behind.
const light = ['#0072b2', '#d55e00', '#007f5f', '#aa4499', '#b58900', '#332288', '#3a9fd8', '#882255', '#6b7a1f', '#cc6677'];
const dark = ['#4ba3e3', '#f08a3c', '#2fbf93', '#d783c6', '#e6c34a', '#9f93f0', '#8fd3ff', '#e0719c', '#b9c94a', '#f2a0a8'];
const rest = { light: '#8a919c', dark: '#79818d' };

export const palette = (): string[] => (isDark() ? dark : light);
export const restColour = (): string => (isDark() ? rest.dark : rest.light);

const lowHigh = { light: [[176, 205, 232], [12, 44, 110]], dark: [[38, 70, 110], [255, 219, 120]] };

/** From 0, the least, to 1. */
export function shade(share: number): string {
  const [low, high] = isDark() ? lowHigh.dark : lowHigh.light;
  const parts = low.map((from, i) => Math.round(from + (high[i] - from) * share));
  return `rgb(${parts.join(', ')})`;
}

export interface LegendEntry {
  colour: string;
  label: string;
}

export interface Colouring {
  of: (person: number) => string;
  legend: LegendEntry[];
}

export const colourChoices = (model: Model): { value: string; label: string }[] => [
  { value: 'community', label: 'Community' },
  { value: 'country', label: 'Country' },
  { value: 'organisation', label: 'Organisation' },
  { value: 'position', label: 'Position' },
  { value: 'rank', label: 'Rank' },
  ...model.data.measures.map(({ name }) => ({ value: `measure:${name}`, label: measureName(name) })),
];

export function colouring(model: Model, by: string): Colouring {
  if (by.startsWith('measure:')) return byMeasure(model.measure(by.slice(8)) ?? []);
  const { persons } = model.data;
  if (by === 'community') return byGroup(persons.community.map(String), (value) => `Community ${Number(value) + 1}`, false);
  const column = persons[by as 'country' | 'organisation' | 'position' | 'rank'];
  return byGroup(column, by === 'country' ? countryName : (value) => shortened(value, 32), true);
}

/** The ten greatest groups have colours of their own. */
function byGroup(values: string[], label: (value: string) => string, emptyIsNone: boolean): Colouring {
  const counts = new Map<string, number>();
  for (const value of values) if (!emptyIsNone || value) counts.set(value, (counts.get(value) ?? 0) + 1);
  const colours = palette();
  const greatest = [...counts].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, colours.length);
  const colourOf = new Map(greatest.map(([value], i) => [value, colours[i]]));
  const legend = greatest.map(([value, count], i) => ({ colour: colours[i], label: `${label(value)} (${count})` }));
  const left = values.length - greatest.reduce((sum, [, count]) => sum + count, 0);
  if (left > 0) legend.push({ colour: restColour(), label: `others or not told (${left})` });
  return { of: (person) => colourOf.get(values[person]) ?? restColour(), legend };
}

function byMeasure(values: (number | null)[]): Colouring {
  const known = values.filter((value): value is number => value !== null).sort((x, y) => x - y);
  const place = (value: number): number => {
    let [low, high] = [0, known.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (known[middle] < value) low = middle + 1;
      else high = middle;
    }
    return known.length > 1 ? low / (known.length - 1) : 1;
  };
  const at = (share: number): number => known[Math.round(share * (known.length - 1))] ?? 0;
  return {
    of: (person) => {
      const value = values[person];
      return value === null || value === undefined ? restColour() : shade(place(value));
    },
    legend: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ colour: shade(share), label: figure(at(share)) })),
  };
}
