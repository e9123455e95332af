import { h } from './dom';
import type { Model } from './model';
import { countryName } from './text';
import { onThemeChange, isDark } from './theme';

const mostCountries = 18;

/** In how many events each two countries, or two persons of one, took part: [row][column] in the order of `codes`. */
export function countryMeetings(model: Model, codes: string[]): number[][] {
  const place = new Map(codes.map((code, i) => [code, i]));
  const counts = codes.map(() => new Array<number>(codes.length).fill(0));
  const { country } = model.data.persons;
  for (const persons of model.data.events.persons) {
    const present = new Map<number, number>();
    for (const person of persons) {
      const row = place.get(country[person]);
      if (row !== undefined) present.set(row, (present.get(row) ?? 0) + 1);
    }
    for (const [row, number] of present) {
      for (const column of present.keys()) if (row !== column || number > 1) counts[row][column]++;
    }
  }
  return counts;
}

function leadingCountries(model: Model): string[] {
  const events = new Map<string, number>();
  for (const persons of model.data.events.persons) {
    for (const code of new Set(persons.map((person) => model.data.persons.country[person]))) {
      if (code) events.set(code, (events.get(code) ?? 0) + 1);
    }
  }
  return [...events].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, mostCountries).map(([code]) => code);
}

type Colour = [number, number, number];

const luminance = (colour: Colour): number => {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** `share` of the strongest shade on the paper, and the ink that is read best on it (WCAG 2, relative luminance). */
export function shades(share: number, dark: boolean): { ground: Colour; ink: string } {
  const [paper, strong]: Colour[] = dark ? [[21, 27, 34], [121, 189, 240]] : [[255, 255, 255], [0, 74, 128]];
  const part = share === 0 ? 0 : 0.1 + 0.9 * share;
  const ground = paper.map((one, i) => Math.round(one * (1 - part) + strong[i] * part)) as Colour;
  return { ground, ink: luminance(ground) < 0.179 ? '#ffffff' : '#000000' };
}

/** A table whose cells are shaded, so that it reads the same to those who cannot see it. */
export function heatMap(model: Model): HTMLElement {
  const codes = leadingCountries(model);
  if (codes.length === 0) return h('p', { class: 'empty' }, 'Of nobody the country is told.');
  const counts = countryMeetings(model, codes);
  const most = Math.max(1, ...counts.flat());
  const cells: { cell: HTMLElement; share: number }[] = [];
  const table = h(
    'table',
    { class: 'heat' },
    h('caption', { class: 'unseen' }, 'Meetings by countries present'),
    h('thead', {}, h('tr', {}, h('td', {}), codes.map((code) => h('th', { scope: 'col' }, h('abbr', { title: countryName(code) }, code.slice(0, 8)))))),
    h(
      'tbody',
      {},
      codes.map((code, row) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, countryName(code)),
          codes.map((_, column) => {
            const count = counts[row][column];
            const cell = h('td', { title: `${countryName(code)} and ${countryName(codes[column])}: ${count}` }, count > 0 ? String(count) : '');
            cells.push({ cell, share: Math.sqrt(count / most) });
            return cell;
          }),
        ),
      ),
    ),
  );
  const paint = (): void => {
    for (const { cell, share } of cells) {
      const { ground, ink } = shades(share, isDark());
      cell.style.background = `rgb(${ground.join(', ')})`;
      cell.style.color = ink;
    }
  };
  paint();
  onThemeChange(paint);
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Countries that meet' }, table);
}
