import Graph from 'graphology';
import Sigma from 'sigma';
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';
import { colouring, type Colouring } from './colours';
import type { Shown } from './filter';
import { h } from './dom';
import type { Model } from './model';
import { nameOf } from './names';
import { drag, quickPrograms } from './quick_programs';
import { sizes } from './sizes';
import type { Store } from './store';
import { isDark, onThemeChange, themed } from './theme';

interface NodeAttributes {
  x: number;
  y: number;
  label: string;
  size: number;
  color: string;
}

interface EdgeAttributes {
  size: number;
  color: string;
}

const mostForced = 14; // names that are shown even where they hide each other
const largeNetwork = 6000; // ties, from which on drawing takes long enough to feel

export const hasWebGl = (): boolean => {
  const canvas = document.createElement('canvas');
  return Boolean(canvas.getContext('webgl2') ?? canvas.getContext('webgl'));
};

const font = 'system-ui, "Segoe UI", Roboto, sans-serif';

const drawLabel: NodeLabelDrawingFunction<NodeAttributes, EdgeAttributes> = (context, data, settings) => {
  if (!data.label) return;
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${font}`;
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = themed('--paper');
  context.fillStyle = themed('--ink');
  const [x, y] = [data.x + data.size + 3, data.y + settings.labelSize / 3];
  context.strokeText(data.label, x, y);
  context.fillText(data.label, x, y);
};

const drawHover: NodeHoverDrawingFunction<NodeAttributes, EdgeAttributes> = (context, data, settings) => {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = themed('--ink');
  context.stroke();
  drawLabel(context, data, settings);
};

/** The drawing: sigma with our places; it shows what the filter leaves and marks who is selected. */
export class NetworkView {
  readonly element: HTMLElement;
  private readonly graph = new Graph<NodeAttributes, EdgeAttributes>({ type: 'undirected', multi: false });
  private readonly renderer: Sigma<NodeAttributes, EdgeAttributes>;
  private colours: Colouring;
  private radii: Float32Array;
  private hovered: number | undefined;
  private near: Set<number> | undefined;
  private route: { persons: Set<number>; ties: Set<number> } | undefined;

  constructor(
    private readonly model: Model,
    private readonly store: Store,
    private shown: Shown,
    host: HTMLElement,
  ) {
    this.colours = colouring(model, store.state.colourBy);
    this.radii = sizes(model, store.state.sizeBy);
    this.element = h('div', { class: 'drawing', tabindex: '0', role: 'application', 'aria-label': 'Drawing of the network. Arrow keys move it, plus and minus zoom, 0 shows all. The tables hold the same persons and pairs.' });
    host.append(this.element);
    readColours(model.numTies);
    this.fillGraph();
    const isLarge = model.numTies > largeNetwork || model.numPersons > largeNetwork;
    this.renderer = new Sigma(this.graph, this.element, {
      allowInvalidContainer: true,
      ...(isLarge ? quickPrograms<NodeAttributes, EdgeAttributes>() : {}),
      hideEdgesOnMove: isLarge,
      hideLabelsOnMove: isLarge,
      enableEdgeEvents: !isLarge,
      zIndex: true,
      labelFont: font,
      labelSize: 13,
      labelWeight: '500',
      labelDensity: 0.5,
      labelGridCellSize: 130,
      labelRenderedSizeThreshold: model.numPersons > 2000 ? 7 : 5,
      minCameraRatio: 0.01,
      maxCameraRatio: 4,
      stagePadding: 30,
      defaultDrawNodeLabel: drawLabel,
      defaultDrawNodeHover: drawHover,
      nodeReducer: (node, data) => this.drawnPerson(Number(node), data),
      edgeReducer: (edge, data) => this.drawnTie(Number(edge), data),
    });
    this.listen(isLarge);
    this.captureDrags();
    this.followSize();
    if (store.state.selection || store.state.route) this.select();
  }

  get sigma(): Sigma<NodeAttributes, EdgeAttributes> {
    return this.renderer;
  }

  get legend(): Colouring['legend'] {
    return this.colours.legend;
  }

  private fillGraph(): void {
    const { persons, ties } = this.model.data;
    for (let person = 0; person < this.model.numPersons; person++) {
      this.graph.addNode(String(person), {
        x: persons.x[person],
        y: persons.y[person],
        label: nameOf(this.model, person, 40),
        size: this.radii[person],
        color: this.colours.of(person),
      });
    }
    for (let tie = 0; tie < this.model.numTies; tie++) {
      this.graph.addUndirectedEdgeWithKey(String(tie), String(ties.a[tie]), String(ties.b[tie]), { size: 1, color: '' });
    }
  }

  private listen(isLarge: boolean): void {
    const { renderer, store } = this;
    renderer.on('clickNode', ({ node }) => store.set({ selection: { kind: 'person', person: Number(node) } }));
    renderer.on('clickStage', () => store.set({ selection: undefined }));
    if (!isLarge) {
      renderer.on('clickEdge', ({ edge }) => store.set({ selection: { kind: 'pair', tie: Number(edge) } }));
      renderer.on('enterEdge', () => this.element.classList.add('pointing'));
      renderer.on('leaveEdge', () => this.element.classList.remove('pointing'));
    }
    renderer.on('enterNode', ({ node }) => {
      this.element.classList.add('pointing');
      if (isLarge) return;
      this.hovered = Number(node);
      this.select();
    });
    renderer.on('leaveNode', () => {
      this.element.classList.remove('pointing');
      if (this.hovered === undefined) return;
      this.hovered = undefined;
      this.select();
    });
    this.element.addEventListener('keydown', (event) => this.onKey(event));
    store.subscribe((state, before) => {
      if (state.colourBy !== before.colourBy) this.colours = colouring(this.model, state.colourBy);
      if (state.sizeBy !== before.sizeBy) this.radii = sizes(this.model, state.sizeBy);
      if (state.colourBy !== before.colourBy || state.sizeBy !== before.sizeBy) this.redraw();
      if (state.selection !== before.selection || state.route !== before.route) this.select();
    });
    onThemeChange(() => {
      this.colours = colouring(this.model, store.state.colourBy);
      this.redraw();
    });
  }

  /** Sigma asks the graphics card at each move of the mouse who is below, and waits. While the drawing is dragged nobody
   * wants to know; it does not ask where the move belongs to another element. */
  private captureDrags(): void {
    const tolerance = 4;
    let begin: [number, number] | undefined;
    this.element.addEventListener('pointerdown', (event) => {
      begin = event.pointerType === 'mouse' ? [event.clientX, event.clientY] : undefined;
    });
    this.element.addEventListener('pointermove', (event) => {
      if (event.buttons === 0) begin = undefined;
      if (!begin || Math.hypot(event.clientX - begin[0], event.clientY - begin[1]) < tolerance) return;
      this.element.setPointerCapture(event.pointerId);
      begin = undefined;
    });
    this.element.addEventListener('gotpointercapture', () => {
      drag.isOn = true;
    });
    this.element.addEventListener('lostpointercapture', () => {
      drag.isOn = false;
    });
  }

  /** Sigma looks at the window only; the panel takes room without that. */
  private followSize(): void {
    let [width, height] = [this.element.clientWidth, this.element.clientHeight];
    new ResizeObserver(() => {
      const [newWidth, newHeight] = [this.element.clientWidth, this.element.clientHeight];
      if (newWidth === width && newHeight === height) return;
      [width, height] = [newWidth, newHeight];
      this.renderer.scheduleRefresh();
    }).observe(this.element);
  }

  /** The names of those near whoever is hovered or selected; the rest fades. */
  private select(): void {
    const { selection, route } = this.store.state;
    const { ties } = this.model.data;
    const person = this.hovered ?? (selection?.kind === 'person' ? selection.person : undefined);
    this.route = undefined;
    this.near = undefined;
    if (person !== undefined) {
      this.near = new Set([person]);
      for (const tie of this.model.tiesOf.of(person)) {
        if (this.shown.tieEvents[tie] > 0) this.near.add(this.model.other(tie, person));
      }
    } else if (selection?.kind === 'pair') {
      this.near = new Set([ties.a[selection.tie], ties.b[selection.tie]]);
    }
    if (route && this.hovered === undefined) {
      this.route = { persons: new Set(route.ties.flatMap((tie) => [ties.a[tie], ties.b[tie]])), ties: new Set(route.ties) };
    }
    this.redraw();
  }

  private isNear(tie: number): boolean {
    const { a, b } = this.model.data.ties;
    const { selection } = this.store.state;
    if (this.route) return this.route.ties.has(tie);
    if (!this.near) return true;
    const person = this.hovered ?? (selection?.kind === 'person' ? selection.person : undefined);
    if (person !== undefined) return a[tie] === person || b[tie] === person;
    return selection?.kind === 'pair' && selection.tie === tie;
  }

  private drawnPerson(person: number, data: NodeAttributes): Record<string, unknown> & NodeAttributes {
    const marked = this.route?.persons ?? this.near;
    const isMarked = marked?.has(person) ?? false;
    const { selection } = this.store.state;
    const isSelected =
      (selection?.kind === 'person' && selection.person === person) || (this.route?.persons.has(person) ?? false);
    const isFaded = marked !== undefined && !isMarked;
    return {
      ...data,
      size: this.radii[person],
      color: isFaded ? inks.faded : this.colours.of(person),
      label: isFaded ? '' : data.label,
      hidden: this.shown.persons[person] === 0 && !isSelected,
      forceLabel: isMarked && (marked?.size ?? 0) <= mostForced,
      highlighted: isSelected,
      zIndex: isSelected ? 2 : isMarked ? 1 : 0,
    };
  }

  private drawnTie(tie: number, data: EdgeAttributes): Record<string, unknown> & EdgeAttributes {
    const events = this.shown.tieEvents[tie];
    const isOnRoute = this.route?.ties.has(tie) ?? false;
    const isMarked = this.isNear(tie);
    const hasMarks = this.near !== undefined || this.route !== undefined;
    return {
      ...data,
      hidden: (events === 0 && !isOnRoute) || (hasMarks && !isMarked && this.model.numTies > 2000),
      size: isOnRoute ? 4 : this.model.numTies > largeNetwork ? Math.min(3, 0.3 + 0.3 * Math.log2(1 + events)) : Math.min(6, 0.6 + 0.7 * Math.log2(1 + events)),
      color: isOnRoute ? inks.accent : hasMarks ? (isMarked ? inks.strong : inks.fadedTie) : inks.tie,
      zIndex: isMarked && hasMarks ? 1 : 0,
    };
  }

  show(shown: Shown): void {
    this.shown = shown;
    this.select();
  }

  private redraw(): void {
    readColours(this.model.numTies);
    this.renderer.scheduleRefresh();
  }

  /** Moves the drawing so that one is in the middle. */
  goTo(person: number): void {
    const data = this.renderer.getNodeDisplayData(String(person));
    if (data) void this.renderer.getCamera().animate({ x: data.x, y: data.y, ratio: Math.min(this.renderer.getCamera().ratio, 0.5) }, { duration: calm() ? 0 : 300 });
  }

  zoom(factor: number): void {
    const camera = this.renderer.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, { duration: calm() ? 0 : 150 });
  }

  showAll(): void {
    void this.renderer.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: calm() ? 0 : 200 });
  }

  private onKey(event: KeyboardEvent): void {
    const camera = this.renderer.getCamera();
    const step = 0.08 * camera.ratio;
    if (event.key === 'ArrowLeft') camera.setState({ x: camera.x - step });
    else if (event.key === 'ArrowRight') camera.setState({ x: camera.x + step });
    else if (event.key === 'ArrowUp') camera.setState({ y: camera.y + step });
    else if (event.key === 'ArrowDown') camera.setState({ y: camera.y - step });
    else if (event.key === '+' || event.key === '=') this.zoom(1 / 1.4);
    else if (event.key === '-') this.zoom(1.4);
    else if (event.key === '0') this.showAll();
    else return;
    event.preventDefault();
  }
}

/** `share` of the ink on the paper: the shaders of sigma do not mix colours that let something through. */
function mixed(ink: [number, number, number], paper: [number, number, number], share: number): string {
  return `rgb(${ink.map((part, i) => Math.round(part * share + paper[i] * (1 - share))).join(', ')})`;
}

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

// Read once a drawing, not once a tie.
const inks = { faded: '', accent: '', strong: '', tie: '', fadedTie: '' };
function readColours(numTies: number): void {
  const [ink, paper]: [number, number, number][] = isDark() ? [[205, 216, 230], [21, 27, 34]] : [[40, 56, 78], [255, 255, 255]];
  const share = numTies > 20_000 ? 0.1 : numTies > largeNetwork ? 0.14 : numTies > 2000 ? 0.2 : 0.3;
  inks.faded = mixed(ink, paper, 0.18);
  inks.accent = themed('--route');
  inks.strong = mixed(ink, paper, 0.7);
  inks.tie = mixed(ink, paper, share);
  inks.fadedTie = mixed(ink, paper, 0.07);
}
