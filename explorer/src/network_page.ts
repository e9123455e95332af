import { binned } from './bins';
import { colourChoices } from './colours';
import { isoDay, secondsOf } from './days';
import { fill, h, newId } from './dom';
import { download, downloadText } from './download';
import { applyFilter, level, noFilter, type Shown } from './filter';
import type { Model } from './model';
import { nameOf } from './names';
import { hasWebGl, NetworkView } from './network_view';
import { canvasOf, sceneOf, svgOf } from './scene';
import type { Store } from './store';
import { countryName, counted, measureName, whole } from './text';
import { timeChart } from './time_chart';

const field = (label: string, control: HTMLElement): HTMLElement => {
  const id = newId();
  control.id = id;
  return h('div', { class: 'field' }, h('label', { for: id }, label), control);
};

const select = (choices: { value: string; label: string }[], chosen: string, change: (value: string) => void): HTMLSelectElement => {
  const element = h('select', { onchange: () => change(element.value) }, choices.map(({ value, label }) => h('option', { value }, label)));
  element.value = chosen;
  return element;
};

/** The network with its controls. */
export class NetworkPage {
  readonly element: HTMLElement;
  private view: NetworkView | undefined;
  private readonly status = h('p', { class: 'faint shown-count', role: 'status' });
  private readonly legend = h('ul', { class: 'legend', 'aria-label': 'Colours' });
  private readonly stage = h('div', { class: 'stage' });
  private readonly focusNote = h('div', { class: 'focus-note' });
  private readonly reset: (() => void)[] = [];
  private mark: ((range: [number, number] | null) => void) | undefined;
  private shown: Shown;

  constructor(
    private readonly model: Model,
    private readonly store: Store,
  ) {
    this.shown = applyFilter(model, store.state.filter);
    this.element = h(
      'div',
      { class: 'network-page' },
      h('h1', { class: 'unseen' }, 'Network'),
      h('details', { class: 'controls', open: matchMedia('(min-width: 900px)').matches }, h('summary', {}, 'Colours, sizes and filters'), this.controls()),
      h('div', { class: 'stage-column' }, this.stage, this.timeline()),
    );
    this.tell();
    store.subscribe((state, before) => {
      if (state.filter !== before.filter) this.filter();
      if (state.colourBy !== before.colourBy) this.showLegend();
      if (state.selection !== before.selection && state.selection?.kind === 'person' && state.view === 'network')
        this.view?.goTo(state.selection.person);
    });
  }

  /** Draws when it can be seen, not before. */
  appear(): void {
    if (this.view) return;
    if (!hasWebGl()) {
      fill(
        this.stage,
        h('div', { class: 'notice' }, h('p', {}, 'This browser cannot draw the network: WebGL is off or missing.'),
          h('p', {}, 'Everything is in the tables: ', h('a', { href: '#persons' }, this.model.who.many), ', ', h('a', { href: '#pairs' }, 'pairs'), ', ', h('a', { href: '#communities' }, 'communities'), '.')),
      );
      return;
    }
    this.view = new NetworkView(this.model, this.store, this.shown, this.stage);
    this.stage.append(this.tools(), this.legend);
    this.showLegend();
  }

  private tools(): HTMLElement {
    const button = (label: string, title: string, act: () => void): HTMLElement =>
      h('button', { type: 'button', 'aria-label': title, title, onclick: act }, label);
    return h(
      'div',
      { class: 'tools', role: 'group', 'aria-label': 'Drawing' },
      button('+', 'Zoom in', () => this.view?.zoom(1 / 1.5)),
      button('−', 'Zoom out', () => this.view?.zoom(1.5)),
      button('All', 'Show all of it', () => this.view?.showAll()),
      button('PNG', 'Download the drawing as PNG', () => this.savePng()),
      button('SVG', 'Download the drawing as SVG', () => this.saveSvg()),
    );
  }

  private savePng(): void {
    if (!this.view) return;
    canvasOf(sceneOf(this.model, this.view)).toBlob((blob) => blob && download('network.png', blob), 'image/png');
  }

  private saveSvg(): void {
    if (this.view) downloadText('network.svg', svgOf(sceneOf(this.model, this.view)), 'image/svg+xml');
  }

  private showLegend(): void {
    fill(
      this.legend,
      (this.view?.legend ?? []).map(({ colour, label }) => {
        const dot = h('span', { class: 'dot', 'aria-hidden': 'true' });
        dot.style.background = colour;
        return h('li', {}, dot, h('bdi', {}, label));
      }),
    );
  }

  private filter(): void {
    this.shown = applyFilter(this.model, this.store.state.filter);
    this.view?.show(this.shown);
    this.tell();
  }

  private tell(): void {
    const { filter } = this.store.state;
    const { limits } = this.model.data;
    this.status.textContent = `${counted(this.shown.numPersons, this.model.who.one, this.model.who.many)} and ${counted(this.shown.numTies, 'tie', 'ties')} shown${limits.ties_left_out > 0 ? `; this is the backbone with everybody’s strongest tie, ${whole(limits.ties_left_out)} others are left out` : ''}.`;
    fill(
      this.focusNote,
      filter.focus && this.chip(`Around ${nameOf(this.model, filter.focus.person, 40)}, ${counted(filter.focus.steps, 'step', 'steps')}`, () => this.store.setFilter({ focus: undefined })),
      filter.community !== undefined && this.chip(`Community ${filter.community + 1}`, () => this.store.setFilter({ community: undefined })),
    );
  }

  private chip(label: string, remove: () => void): HTMLElement {
    return h('button', { type: 'button', class: 'chip', 'aria-label': `${label}: remove this filter`, onclick: remove }, h('bdi', {}, label), ' ×');
  }

  private controls(): HTMLElement {
    const { model, store } = this;
    const colour = select(colourChoices(model), store.state.colourBy, (colourBy) => store.set({ colourBy }));
    const sizeChoices = [...model.data.measures.map(({ name }) => ({ value: name, label: measureName(name) })), { value: 'same', label: 'All alike' }];
    const size = select(sizeChoices, store.state.sizeBy, (sizeBy) => store.set({ sizeBy }));
    const most = model.data.ties.events.reduce((top, one) => Math.max(top, one), 1);
    const least = h('input', { type: 'number', min: 1, max: most, value: store.state.filter.minEvents, oninput: () => store.setFilter({ minEvents: Math.max(1, Math.floor(Number(least.value)) || 1) }) });
    this.reset.push(() => { least.value = '1'; });
    return h(
      'div',
      { class: 'control-list' },
      field('Colour', colour),
      field('Size', size),
      field('Meetings, at least', least),
      this.significance(),
      this.countries(),
      this.types(),
      this.dates(),
      this.focusNote,
      h('button', { type: 'button', onclick: () => this.clear() }, 'Clear filters'),
      this.status,
    );
  }

  private clear(): void {
    for (const one of this.reset) one();
    this.mark?.(null);
    this.store.set({ filter: noFilter, route: undefined });
  }

  private significance(): HTMLElement | false {
    if (!this.model.data.ties.p) return false;
    const id = newId();
    const box = h('input', { type: 'checkbox', id, onchange: () => this.store.setFilter({ significant: box.checked }) });
    this.reset.push(() => { box.checked = false; });
    return h('div', { class: 'check' }, box, h('label', { for: id }, `Only more than chance (p ≤ ${level})`));
  }

  private countries(): HTMLElement | false {
    const { countries } = this.model;
    if (countries.length < 2) return false;
    const choices = [{ value: '', label: 'All' }, ...[...countries].map(({ code, persons }) => ({ value: code, label: `${countryName(code)} (${persons})` })).sort((x, y) => x.label.localeCompare(y.label, 'en'))];
    const one = select(choices, '', update);
    const other = select(choices, '', update);
    const store = this.store;
    function update(): void {
      store.setFilter({ countries: new Set([one.value, other.value].filter(Boolean)) });
    }
    this.reset.push(() => { one.value = ''; other.value = ''; });
    return h('div', { class: 'pair-of-fields' }, field('Country', one), field('or', other));
  }

  private types(): HTMLElement | false {
    const { types, events } = this.model.data;
    const present = [...new Set(events.type)].sort((x, y) => x - y);
    if (present.length < 2) return false;
    const boxes = present.map((type) => {
      const id = newId();
      const box = h('input', { type: 'checkbox', id, value: type, checked: true, onchange: () => update() });
      return { type, box, element: h('div', { class: 'check' }, box, h('label', { for: id }, types[type])) };
    });
    const update = (): void => {
      const chosen = boxes.filter(({ box }) => box.checked).map(({ type }) => type);
      this.store.setFilter({ types: chosen.length === boxes.length ? new Set() : new Set(chosen.length > 0 ? chosen : [-1]) });
    };
    this.reset.push(() => { for (const { box } of boxes) box.checked = true; });
    return h('fieldset', {}, h('legend', {}, 'Kinds of meeting'), h('div', { class: 'checks' }, boxes.map(({ element }) => element)));
  }

  private readonly from = h('input', { type: 'date', onchange: () => this.readDates() });
  private readonly to = h('input', { type: 'date', onchange: () => this.readDates() });

  private dates(): HTMLElement | false {
    const { span } = this.model;
    if (!span) return false;
    for (const input of [this.from, this.to]) {
      input.min = isoDay(span.first);
      input.max = isoDay(span.last);
    }
    this.reset.push(() => { this.from.value = ''; this.to.value = ''; });
    return h('div', { class: 'pair-of-fields' }, field('From', this.from), field('To', this.to));
  }

  private readDates(): void {
    const day = (input: HTMLInputElement): number | undefined => (input.value ? Math.round(input.valueAsNumber / 86_400_000) : undefined);
    const [from, to] = [day(this.from), day(this.to)];
    const { span } = this.model;
    this.store.setFilter({ from, to });
    if (span) this.mark?.(from === undefined && to === undefined ? null : [secondsOf(from ?? span.first), secondsOf((to ?? span.last) + 1)]);
  }

  private timeline(): HTMLElement | false {
    const days = this.model.days.flatMap((range) => (range ? [range.first] : []));
    if (days.length < 2) return false;
    const bins = binned(days);
    const element = timeChart(bins, {
      label: `Bars: meetings by ${bins.unit}. Draw across to choose a span of time, or use the fields From and To.`,
      height: 92,
      plain: true,
      onReady: (mark) => { this.mark = mark; },
      onBrush: (range) => this.brush(range),
    });
    return h('div', { class: 'timeline' }, element);
  }

  private brush(range: [number, number] | null): void {
    const days = range?.map((seconds) => Math.round(seconds / 86_400));
    this.from.value = days ? isoDay(days[0]) : '';
    this.to.value = days ? isoDay(days[1]) : '';
    this.store.setFilter({ from: days?.[0], to: days?.[1] });
  }

}
