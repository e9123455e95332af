import { binned } from './bins';
import { fill, h } from './dom';
import { meetings } from './evidence';
import { level } from './filter';
import type { Model } from './model';
import { nameOf, pairButton, personButton } from './names';
import { PersonIndex, personField } from './search';
import { shortestPath } from './path';
import type { Selection, Store } from './store';
import { capital, countryName, counted, figure, measureName, shortened, whole } from './text';
import { timeChart } from './time_chart';
import { isoDay } from './days';

const partnersAtOnce = 12;

const facts = (pairs: [string, string | Node | undefined][]): HTMLElement =>
  h('dl', { class: 'facts' }, pairs.flatMap(([title, value]) => (value === undefined || value === '' ? [] : [h('dt', {}, title), h('dd', {}, value)])));

function timeline(model: Model, events: Uint32Array, whose: string): HTMLElement | false {
  const days = Array.from(events).flatMap((event) => model.days[event]?.first ?? []);
  if (days.length < 2) return false;
  const bins = binned(days);
  return timeChart(bins, { label: `Bars: meetings of ${whose} by ${bins.unit}`, height: 120 });
}

/** Its place among all, 1 the greatest. */
function placeOf(values: (number | null)[], person: number): number {
  const own = values[person] ?? -Infinity;
  return values.reduce<number>((place, value) => place + ((value ?? -Infinity) > own ? 1 : 0), 1);
}

function measureTable(model: Model, person: number): HTMLElement {
  return h(
    'details',
    {},
    h('summary', {}, 'Measures'),
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Measure'), h('th', { scope: 'col', class: 'number' }, 'Value'), h('th', { scope: 'col', class: 'number' }, 'Place'))),
      h(
        'tbody',
        {},
        model.data.measures.map(({ name, values }) =>
          h('tr', {}, h('th', { scope: 'row' }, measureName(name)), h('td', { class: 'number' }, figure(values[person])), h('td', { class: 'number' }, `${whole(placeOf(values, person))} of ${whole(model.numPersons)}`)),
        ),
      ),
    ),
  );
}

function partners(model: Model, store: Store, person: number): HTMLElement {
  const { events, weight } = model.data.ties;
  const ties = Array.from(model.tiesOf.of(person)).sort((x, y) => events[y] - events[x] || weight[y] - weight[x] || x - y);
  if (ties.length === 0) return h('p', { class: 'empty' }, 'Nobody in the ties that this page shows.');
  const body = h('tbody', {});
  const more = h('p', {});
  function show(count: number): void {
    fill(
      body,
      ties.slice(0, count).map((tie) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, personButton(model, store, model.other(tie, person))),
          h('td', {}, countryName(model.data.persons.country[model.other(tie, person)])),
          h(
            'td',
            { class: 'number' },
            h('button', { type: 'button', class: 'link', 'aria-label': `${counted(events[tie], 'meeting', 'meetings')}: show them`, onclick: () => store.set({ selection: { kind: 'pair', tie } }) }, whole(events[tie])),
          ),
        ),
      ),
    );
    fill(more, count < ties.length && h('button', { type: 'button', onclick: () => show(ties.length) }, `Show all ${whole(ties.length)}`));
  }
  show(partnersAtOnce);
  return h(
    'div',
    {},
    h('table', {}, h('thead', {}, h('tr', {}, [capital(model.who.one), 'Country', 'Meetings'].map((title, i) => h('th', { scope: 'col', class: i === 2 ? 'number' : undefined }, title)))), body),
    more,
  );
}

/** Side panel on who is selected. */
export class Panel {
  readonly element = h('aside', { class: 'panel', 'aria-label': 'Details', hidden: true });
  private openedBy: Element | null = null;

  constructor(
    private readonly model: Model,
    private readonly store: Store,
    private readonly index: PersonIndex,
  ) {
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
    store.subscribe((state, before) => {
      if (state.selection !== before.selection) this.show(state.selection, true);
    });
  }

  show(selection: Selection, takesFocus: boolean): void {
    if (!this.element.contains(document.activeElement)) this.openedBy = document.activeElement;
    this.element.hidden = selection === undefined;
    document.body.classList.toggle('with-panel', selection !== undefined);
    if (!selection) {
      fill(this.element);
      return;
    }
    const heading = h('h2', { tabindex: '-1', id: 'panel-heading' });
    const content = selection.kind === 'person' ? this.person(selection.person, heading) : this.pair(selection.tie, heading);
    fill(this.element, h('div', { class: 'panel-head' }, heading, h('button', { type: 'button', class: 'quiet', onclick: () => this.close() }, 'Close')), content);
    this.element.scrollTop = 0;
    if (takesFocus) heading.focus({ preventScroll: true });
  }

  private close(): void {
    this.store.set({ selection: undefined });
    if (this.openedBy instanceof HTMLElement && this.openedBy.isConnected) this.openedBy.focus();
  }

  private person(person: number, heading: HTMLElement): HTMLElement {
    const { model, store } = this;
    const { persons } = model.data;
    const name = nameOf(model, person, 120);
    const events = model.eventsOf.of(person);
    const members = model.communities[persons.community[person]].length;
    heading.append(h('bdi', {}, name));
    return h(
      'div',
      {},
      facts([
        ['Country', countryName(persons.country[person])],
        ['Position', shortened(persons.position[person], 120)],
        ['Organisation', shortened(persons.organisation[person], 120)],
        ['Rank', shortened(persons.rank[person], 80)],
        ['Community', members > 1 ? `${persons.community[person] + 1}, of ${counted(members, this.model.who.one, this.model.who.many)}` : undefined],
        ['Also named', persons.forms[person].slice(0, 12).map((form) => shortened(form, 80)).join(' · ')],
        ['Meetings', whole(events.length)],
        ['Partners', whole(model.tiesOf.of(person).length)],
        ['Identifier', h('code', {}, shortened(persons.id[person], 80))],
      ]),
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'button', onclick: () => this.focusOn(person, 1) }, 'Neighbourhood'),
        h('button', { type: 'button', onclick: () => this.focusOn(person, 2) }, 'Two steps'),
      ),
      this.pathFrom(person),
      timeline(model, events, name),
      h('h3', {}, 'Partners'),
      partners(model, store, person),
      measureTable(model, person),
      h('h3', {}, 'Meetings'),
      meetings(model, store, events, [person]),
    );
  }

  private focusOn(person: number, steps: number): void {
    this.store.setFilter({ focus: { person, steps } });
    this.store.set({ view: 'network' });
  }

  private pathFrom(person: number): HTMLElement {
    const answer = h('div', { role: 'status' });
    const field = personField(this.model, this.index, 'Path to', (other) => this.showPath(person, other, answer), { keepsName: true, hidesLabel: false });
    return h('div', { class: 'path' }, field.element, answer);
  }

  private showPath(from: number, to: number, answer: HTMLElement): void {
    const { model, store } = this;
    const ties = from === to ? [] : shortestPath(model, model.data.ties.events, from, to);
    if (!ties || ties.length === 0) {
      fill(answer, h('p', {}, from === to ? `That is the same ${this.model.who.one}.` : 'No way leads there through the ties of this page.'));
      store.set({ route: undefined });
      return;
    }
    let at = from;
    fill(
      answer,
      h('p', {}, `${counted(ties.length, 'step', 'steps')}:`),
      h(
        'ol',
        {},
        ties.map((tie) => {
          at = model.other(tie, at);
          return h('li', {}, pairButton(model, store, tie), ` (${counted(model.data.ties.events[tie], 'meeting', 'meetings')})`);
        }),
      ),
      h('button', { type: 'button', onclick: () => store.set({ view: 'network' }) }, 'Show in the network'),
      ' ',
      h('button', { type: 'button', onclick: () => { store.set({ route: undefined }); fill(answer); } }, 'Clear the path'),
    );
    store.set({ route: { from, to, ties } });
  }

  private pair(tie: number, heading: HTMLElement): HTMLElement {
    const { model, store } = this;
    const { ties } = model.data;
    const [a, b] = [ties.a[tie], ties.b[tie]];
    const span = model.spanOfTie(tie);
    const p = ties.p?.[tie];
    const events = model.tieEvents.of(tie);
    heading.append(h('bdi', {}, nameOf(model, a)), ' and ', h('bdi', {}, nameOf(model, b)));
    return h(
      'div',
      {},
      h('p', { class: 'actions' }, personButton(model, store, a), ' · ', personButton(model, store, b)),
      facts([
        ['Meetings', whole(ties.events[tie])],
        ['From – to', span ? `${isoDay(span.first)} – ${isoDay(span.last)}` : 'undated'],
        [`Weight (${model.data.weight})`, figure(ties.weight[tie])],
        ['More than chance', p === null || p === undefined ? undefined : `${p <= level ? 'yes' : 'not shown'} (adjusted p = ${figure(p)})`],
      ]),
      timeline(model, events, 'the pair'),
      h('h3', {}, 'Meetings'),
      meetings(model, store, events, [a, b]),
    );
  }
}
