import { nameOf } from './names';
import type { Model } from './model';
import type { NetworkView } from './network_view';
import { svg } from './dom';
import { themed } from './theme';

interface Disc {
  x: number;
  y: number;
  radius: number;
  colour: string;
  label: string;
}

interface Line {
  from: [number, number];
  to: [number, number];
  width: number;
  colour: string;
}

/** What the drawing shows, as it stands on the screen. */
export interface Scene {
  width: number;
  height: number;
  discs: Disc[];
  lines: Line[];
}

const mostLabels = 60;

export function sceneOf(model: Model, view: NetworkView): Scene {
  const { sigma } = view;
  const { width, height } = sigma.getDimensions();
  const discs: Disc[] = [];
  const places = new Map<number, [number, number]>();
  for (let person = 0; person < model.numPersons; person++) {
    const data = sigma.getNodeDisplayData(String(person));
    if (!data || data.hidden) continue;
    const { x, y } = sigma.framedGraphToViewport(data);
    places.set(person, [x, y]);
    discs.push({ x, y, radius: sigma.scaleSize(data.size), colour: data.color, label: nameOf(model, person, 40) });
  }
  const greatest = [...discs].sort((p, q) => q.radius - p.radius).slice(0, mostLabels);
  const labelled = new Set(greatest);
  for (const disc of discs) if (!labelled.has(disc)) disc.label = '';
  const lines: Line[] = [];
  for (let tie = 0; tie < model.numTies; tie++) {
    const data = sigma.getEdgeDisplayData(String(tie));
    const from = places.get(model.data.ties.a[tie]);
    const to = places.get(model.data.ties.b[tie]);
    if (data && !data.hidden && from && to) lines.push({ from, to, width: sigma.scaleSize(data.size), colour: data.color });
  }
  return { width, height, discs, lines };
}

const font = 'system-ui, sans-serif';
const short = (value: number): string => value.toFixed(1);

export function svgOf(scene: Scene): string {
  const { width, height } = scene;
  const text = (disc: Disc): SVGElement =>
    svg('text', { x: short(disc.x + disc.radius + 3), y: short(disc.y + 4), 'font-size': 12, fill: themed('--ink') }, disc.label);
  const drawing = svg(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': font },
    svg('rect', { width, height, fill: themed('--paper') }),
    svg('g', { 'stroke-linecap': 'round' }, ...scene.lines.map((line) =>
      svg('line', { x1: short(line.from[0]), y1: short(line.from[1]), x2: short(line.to[0]), y2: short(line.to[1]), 'stroke-width': short(line.width), stroke: line.colour }))),
    svg('g', {}, ...scene.discs.map((disc) => svg('circle', { cx: short(disc.x), cy: short(disc.y), r: short(disc.radius), fill: disc.colour }))),
    svg('g', {}, ...scene.discs.filter((disc) => disc.label).map(text)),
  );
  return new XMLSerializer().serializeToString(drawing);
}

const pixels = 2; // of the picture for each of the screen

export function canvasOf(scene: Scene): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = scene.width * pixels;
  canvas.height = scene.height * pixels;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.scale(pixels, pixels);
  context.fillStyle = themed('--paper');
  context.fillRect(0, 0, scene.width, scene.height);
  for (const line of scene.lines) {
    context.strokeStyle = line.colour;
    context.lineWidth = line.width;
    context.beginPath();
    context.moveTo(...line.from);
    context.lineTo(...line.to);
    context.stroke();
  }
  for (const disc of scene.discs) {
    context.fillStyle = disc.colour;
    context.beginPath();
    context.arc(disc.x, disc.y, disc.radius, 0, 2 * Math.PI);
    context.fill();
  }
  context.font = `12px ${font}`;
  context.fillStyle = themed('--ink');
  for (const disc of scene.discs) if (disc.label) context.fillText(disc.label, disc.x + disc.radius + 3, disc.y + 4);
  return canvas;
}
