import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { h } from './dom';
import { onThemeChange, themed } from './theme';

const alive = new Set<{ plot: uPlot; host: HTMLElement }>();
onThemeChange(() => {
  for (const chart of alive) {
    if (chart.host.isConnected) chart.plot.redraw(false);
    else alive.delete(chart);
  }
});

const axisFont = '12px system-ui, sans-serif';

/** An axis in the colours of the theme. */
export function axis(options: Partial<uPlot.Axis> = {}): uPlot.Axis {
  return {
    stroke: () => themed('--faint'),
    font: axisFont,
    grid: { stroke: () => themed('--line'), width: 1 },
    ticks: { show: false },
    gap: 6,
    ...options,
  };
}

const day = 86_400;
const [narrow, wide] = [44, 78]; // pixels that a year takes, and a month or day with its year

/** An axis of time, its labels in one line. */
export const timeAxis = (): uPlot.Axis =>
  axis({
    size: 26,
    space: (_plot, _axis, low, high, pixels) => (((high - low) / pixels) * narrow > day * 200 ? narrow : wide),
    values: [
      [day * 365, '{YYYY}', null, null, null, null, null, null, 1],
      [day * 28, '{MMM} {YYYY}', null, null, null, null, null, null, 1],
      [day, '{D} {MMM}', '{D} {MMM} {YYYY}', null, null, null, null, null, 1],
    ],
  });

export const utc = (seconds: number): Date => uPlot.tzDate(new Date(seconds * 1000), 'UTC');

/** Puts a chart into an element that it fills, whose size it follows. `label` tells a screen reader what it shows. */
export function chart(
  label: string,
  height: number,
  options: Omit<uPlot.Options, 'width' | 'height'>,
  data: uPlot.AlignedData,
): HTMLElement {
  const host = h('div', { class: 'chart', role: 'img', 'aria-label': label });
  host.style.height = `${height}px`;
  let plot: uPlot | undefined;
  new ResizeObserver(() => {
    const width = Math.floor(host.clientWidth);
    if (width === 0) return;
    if (plot) {
      plot.setSize({ width, height });
      return;
    }
    plot = new uPlot({ ...options, width, height, legend: { show: false } }, data, host);
    alive.add({ plot, host });
  }).observe(host);
  return host;
}

/** The figures of a chart as a table, folded away. */
export function figures(title: string, header: string[], rows: string[][]): HTMLElement {
  const [first, ...others] = header;
  return h(
    'details',
    { class: 'figures' },
    h('summary', {}, `${title}: the figures`),
    h(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': title },
      h(
        'table',
        {},
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, first), others.map((one) => h('th', { scope: 'col', class: 'number' }, one)))),
        h('tbody', {}, rows.map(([head, ...cells]) => h('tr', {}, h('th', { scope: 'row' }, head), cells.map((cell) => h('td', { class: 'number' }, cell))))),
      ),
    ),
  );
}
