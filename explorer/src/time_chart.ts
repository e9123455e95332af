import uPlot from 'uplot';
import { binName, type Bins } from './bins';
import { axis, chart, timeAxis, utc } from './chart';
import { secondsOf } from './days';
import { themed } from './theme';

export interface TimeChartOptions {
  label: string;
  height: number;
  /** Without figures at the side. */
  plain?: boolean;
  /** Called with the seconds that somebody draws across, or null when the mark is taken away. */
  onBrush?: (range: [number, number] | null) => void;
  /** Receives a function that draws the mark. */
  onReady?: (mark: (range: [number, number] | null) => void) => void;
}

/** Bars of counts over time; those who want to can mark a span of it. */
export function timeChart(bins: Bins, options: TimeChartOptions): HTMLElement {
  const x = bins.starts.map(secondsOf);
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  let isMarking = false;
  const hooks: uPlot.Hooks.Arrays = {
    ready: [
      (plot) => {
        plot.over.append(tip);
        plot.over.addEventListener('pointerleave', () => {
          tip.hidden = true;
        });
        options.onReady?.((range) => {
          const left = range ? plot.valToPos(range[0], 'x') : 0;
          const width = range ? plot.valToPos(range[1], 'x') - left : 0;
          isMarking = true;
          plot.setSelect({ left, width, top: 0, height: range ? plot.over.clientHeight : 0 }, false);
          isMarking = false;
        });
      },
    ],
    setCursor: [
      (plot) => {
        const place = plot.cursor.idx;
        tip.hidden = place === null || place === undefined || (plot.cursor.left ?? -1) < 0;
        if (tip.hidden || place === null || place === undefined) return;
        tip.textContent = `${binName(bins.starts[place], bins.unit)}: ${bins.counts[place]}`;
        const left = plot.valToPos(x[place], 'x');
        tip.style.left = `${Math.min(Math.max(left - 40, 0), Math.max(plot.over.clientWidth - 110, 0))}px`;
      },
    ],
    setSelect: [
      (plot) => {
        if (!options.onBrush || isMarking) return;
        const { left, width } = plot.select;
        options.onBrush(width < 3 ? null : [plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')]);
      },
    ],
  };
  const bars = uPlot.paths.bars?.({ size: [0.85, 60, 1], align: 1 });
  return chart(
    options.label,
    options.height,
    {
      tzDate: utc,
      hooks,
      cursor: { y: false, points: { show: false }, drag: { x: options.onBrush !== undefined, y: false, setScale: false } },
      scales: {
        x: { time: true, range: () => [x[0] ?? 0, x.length > 1 ? x[x.length - 1] + (x[x.length - 1] - x[x.length - 2]) : (x[0] ?? 0) + 86_400] },
        y: { range: (_plot, _low, high) => [0, Math.max(1, high * 1.08)] },
      },
      axes: [{ ...timeAxis(), grid: { show: false } }, axis({ show: options.plain !== true, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000] })],
      series: [{}, { ...(bars ? { paths: bars } : {}), fill: () => themed('--accent-soft'), stroke: () => themed('--accent'), width: 1, points: { show: false } }],
    },
    [x, bins.counts],
  );
}
