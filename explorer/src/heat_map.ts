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
      const alpha = share === 0 ? 0 : 0.12 + 0.88 * share;
      cell.style.background = isDark() ? `rgba(75, 163, 227, ${alpha})` : `rgba(0, 88, 150, ${alpha})`;
      cell.style.color = isDark() ? (alpha > 0.5 ? '#08121c' : '#e8edf3') : alpha > 0.5 ? '#ffffff' : '#14202c';
    }
  };
  paint();
  onThemeChange(paint);
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Countries that meet' }, table);
}
