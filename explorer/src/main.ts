import './style.css';
import { aboutView } from './about';
import { followAddress, readAddress } from './address';
import { chartsView } from './charts';
import { readData } from './data';
import { fill, h } from './dom';
import { noFilter } from './filter';
import { Model } from './model';
import { NetworkPage } from './network_page';
import { overview } from './overview';
import { Panel } from './panel';
import { PersonIndex, personField } from './search';
import { Store, type View, views } from './store';
import { communitiesView, pairsView, personsView } from './tables';
import { capital } from './text';
import { themeButton } from './theme';

const titlesOf = (model: Model): Record<View, string> => ({
  overview: 'Overview',
  network: 'Network',
  persons: capital(model.who.many),
  pairs: 'Pairs',
  communities: 'Communities',
  charts: 'Charts',
  about: 'How it was made',
});

function start(app: HTMLElement): void {
  const model = new Model(readData());
  const titles = titlesOf(model);
  const sizeBy = model.measure('strength') ? 'strength' : (model.data.measures[0]?.name ?? 'same');
  const store = new Store({
    ...readAddress(model, location.hash),
    filter: noFilter,
    colourBy: 'community',
    sizeBy,
    route: undefined,
  });
  const index = new PersonIndex(model);
  const panel = new Panel(model, store, index);
  const search = personField(model, index, `Search ${model.who.many}`, (person) => store.set({ selection: { kind: 'person', person } }), { keepsName: false, hidesLabel: true });
  const links = new Map(views.map((view) => [view, h('a', { href: `#${view}` }, titles[view])]));
  const main = h('main', { id: 'main', tabindex: '-1' });
  const made = new Map<View, HTMLElement>();
  let network: NetworkPage | undefined;

  function make(view: View): HTMLElement {
    switch (view) {
      case 'overview':
        return overview(model, store);
      case 'network':
        network = new NetworkPage(model, store);
        return network.element;
      case 'persons':
        return personsView(model, store, index);
      case 'pairs':
        return pairsView(model, store, index);
      case 'communities':
        return communitiesView(model, store);
      case 'charts':
        return chartsView(model, store);
      case 'about':
        return aboutView(model);
    }
  }

  function show(view: View): void {
    const element = made.get(view) ?? make(view);
    made.set(view, element);
    fill(main, element);
    main.className = `view-${view}`;
    document.title = `${titles[view]} – entente`;
    for (const [one, link] of links) {
      if (one === view) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    if (view === 'network') network?.appear();
  }

  followAddress(model, store);
  addEventListener('hashchange', () => store.set(readAddress(model, location.hash)));
  store.subscribe((state, before) => {
    if (state.view === before.view) return;
    show(state.view);
    scrollTo(0, 0);
  });
  fill(
    app,
    h('a', { class: 'skip', href: '#main', onclick: (event: Event) => { event.preventDefault(); main.focus(); } }, 'Skip to the content'),
    h(
      'header',
      {},
      h('a', { class: 'brand', href: '#overview' }, 'entente'),
      h('nav', { 'aria-label': 'Views' }, [...links.values()]),
      h('div', { class: 'head-tools' }, search.element, themeButton()),
    ),
    h('div', { class: 'body' }, main, panel.element),
  );
  show(store.state.view);
  panel.show(store.state.selection, false);
}

const app = document.getElementById('app');
if (app) {
  try {
    start(app);
  } catch (problem) {
    fill(app, h('p', { class: 'notice', role: 'alert' }, `This page could not be shown: ${String(problem)}`));
    throw problem;
  }
}
