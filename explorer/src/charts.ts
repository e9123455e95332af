import uPlot from 'uplot';
import { binName, binned } from './bins';
import { axis, chart, figures, timeAxis, utc } from './chart';
import { secondsOf } from './days';
import { h } from './dom';
import { heatMap } from './heat_map';
import { firstPairs } from './leading';
import type { Model } from './model';
import { pairButton } from './names';
import type { Store } from './store';
import { counted, whole } from './text';
import { palette } from './colours';
import { themed } from './theme';
import { timeChart } from './time_chart';

const pairsShown = 12;

const card = (title: string, remark: string, ...content: (Node | false)[]): HTMLElement =>
  h('section', { class: 'card' }, h('h2', {}, title), h('p', { class: 'faint' }, remark), ...content);

function meetingsOverTime(model: Model): HTMLElement {
  const days = model.days.flatMap((range) => (range ? [range.first] : []));
  const bins = binned(days);
  const undated = model.numEvents - days.length;
  const remark = undated > 0 ? `${counted(undated, 'meeting', 'meetings')} without a year are not shown.` : 'All meetings.';
  if (days.length === 0) return card('Meetings over time', 'No meeting has a date.');
  return card(
    'Meetings over time',
    `By ${bins.unit}. ${remark} Where only a month or a year is told, it counts at its beginning.`,
    timeChart(bins, { label: `Bars: the number of meetings by ${bins.unit}`, height: 220 }),
    figures('Meetings over time', [bins.unit, 'meetings'], bins.starts.map((start, i) => [binName(start, bins.unit), whole(bins.counts[i])])),
  );
}

function median(values: number[]): number | undefined {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function intervals(model: Model, store: Store): HTMLElement {
  const pairs = firstPairs(model, pairsShown);
  const days = pairs.map((tie) =>
    Array.from(model.tieEvents.of(tie)).flatMap((event) => {
      const range = model.days[event];
      return range && range.first === range.last ? [range.first] : [];
    }),
  );
  const dots = [...new Set(days.flat())].sort((x, y) => x - y);
  const place = new Map(dots.map((day, i) => [day, i]));
  const rows = days.map((list, row) => {
    const values = new Array<number | null>(dots.length).fill(null);
    for (const day of list) values[place.get(day) as number] = pairs.length - row;
    return values;
  });
  const gaps = days.map((list) => {
    const distinct = [...new Set(list)];
    return distinct.slice(1).map((day, i) => day - distinct[i]);
  });
  const list = h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Intervals of the leading pairs' },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ['', 'Pair', 'Meetings', 'Median interval', 'Longest'].map((title, i) => h('th', { scope: 'col', class: i > 1 || i === 0 ? 'number' : undefined }, title)))),
      h(
        'tbody',
        {},
        pairs.map((tie, row) => {
          const middle = gaps[row].length > 0 ? median(gaps[row]) : undefined;
          return h(
            'tr',
            {},
            h('td', { class: 'number' }, row + 1),
            h('th', { scope: 'row' }, pairButton(model, store, tie)),
            h('td', { class: 'number' }, whole(model.data.ties.events[tie])),
            h('td', { class: 'number' }, middle === undefined ? '–' : counted(Math.round(middle), 'day', 'days')),
            h('td', { class: 'number' }, gaps[row].length === 0 ? '–' : counted(gaps[row].reduce((x, y) => Math.max(x, y)), 'day', 'days')),
          );
        }),
      ),
    ),
  );
  if (dots.length === 0) return card('Rhythm of the leading pairs', 'No meeting of theirs is dated to the day.', list);
  const plot = chart(
    'Dots: the days on which the leading pairs met, a line a pair; the table below has the figures',
    50 + 22 * pairs.length,
    {
      tzDate: utc,
      cursor: { show: false },
      scales: { x: { time: true }, y: { range: [0.3, pairs.length + 0.7] } },
      axes: [
        timeAxis(),
        axis({ size: 30, splits: () => rows.map((_, i) => i + 1), values: () => rows.map((_, i) => String(rows.length - i)) }),
      ],
      series: [
        {},
        ...rows.map((_, i) => ({
          paths: () => null,
          points: { show: true, size: 8, fill: () => palette()[i % palette().length], stroke: () => themed('--paper'), width: 1 },
        })),
      ] as uPlot.Series[],
    },
    [dots.map(secondsOf), ...rows] as uPlot.AlignedData,
  );
  return card('Rhythm of the leading pairs', 'Each dot is a day on which they met; the numbers are those of the table.', plot, list);
}

function eventSizes(model: Model): HTMLElement {
  const counts = new Map<number, number>();
  for (const size of model.data.events.size) counts.set(size, (counts.get(size) ?? 0) + 1);
  const most = Math.max(1, ...counts.keys());
  const shown = Math.min(most, 40);
  const sizes = Array.from({ length: shown }, (_, i) => i + 1);
  const values = sizes.map((size) =>
    size < shown ? (counts.get(size) ?? 0) : [...counts].reduce((sum, [one, count]) => sum + (one >= shown ? count : 0), 0),
  );
  const title = (size: number): string => (size === shown && most > shown ? `${size}+` : String(size));
  const bars = uPlot.paths.bars?.({ size: [0.8, 50, 1] });
  return card(
    'Size of meetings',
    `How many ${model.who.many} took part, as far as they are told.`,
    chart(
      'Bars: the number of meetings by number of participants',
      220,
      {
        cursor: { show: false },
        scales: { x: { time: false, range: [0.3, shown + 0.7] }, y: { range: (_plot, _low, high) => [0, Math.max(1, high * 1.08)] } },
        axes: [axis({ size: 30, grid: { show: false }, incrs: [1, 2, 5, 10], values: (_plot, splits) => splits.map((one) => (Number.isInteger(one) ? title(one) : '')) }), axis({ size: 50, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] })],
        series: [{}, { ...(bars ? { paths: bars } : {}), fill: () => themed('--accent-soft'), stroke: () => themed('--accent'), width: 1, points: { show: false } }],
      },
      [sizes, values],
    ),
    figures('Size of meetings', ['participants', 'meetings'], sizes.map((size, i) => [title(size), whole(values[i])])),
  );
}

export function chartsView(model: Model, store: Store): HTMLElement {
  return h(
    'div',
    { class: 'charts' },
    h('h1', {}, 'Charts'),
    meetingsOverTime(model),
    intervals(model, store),
    card(
      'Countries that meet',
      `In how many meetings ${model.who.many} of both countries took part; on the diagonal, two or more of one country.`,
      heatMap(model),
    ),
    eventSizes(model),
  );
}

