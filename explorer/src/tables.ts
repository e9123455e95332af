import { h } from './dom';
import { isoDay } from './days';
import type { Model } from './model';
import { nameOf, pairButton, personButton } from './names';
import type { PersonIndex } from './search';
import type { Store } from './store';
import { type Column, DataTable } from './table';
import { capital, countryName, counted, figure, folded, listed, measureName, shortened, whole } from './text';

const shownMeasures = ['degree', 'strength', 'pagerank', 'betweenness', 'closeness'];

export function personsView(model: Model, store: Store, index: PersonIndex): HTMLElement {
  const { persons, measures } = model.data;
  const columns: Column[] = [
    { title: 'Name', value: (p) => persons.name[p], show: (p) => personButton(model, store, p) },
    { title: 'Country', value: (p) => countryName(persons.country[p]) },
    { title: 'Position', value: (p) => persons.position[p], show: (p) => shortened(persons.position[p], 60) },
    { title: 'Organisation', value: (p) => persons.organisation[p], hidden: true },
    { title: 'Rank', value: (p) => persons.rank[p], hidden: true },
    { title: 'Identifier', value: (p) => persons.id[p], hidden: true },
    { title: 'Meetings', value: (p) => model.eventsOf.of(p).length, numeric: true },
    { title: 'Community', value: (p) => persons.community[p] + 1, numeric: true },
    ...measures
      .filter(({ name }) => name !== 'events')
      .map(({ name, values }) => ({
        title: measureName(name),
        value: (p: number) => values[p],
        show: (p: number) => figure(values[p]),
        numeric: true,
        hidden: !shownMeasures.includes(name),
      })),
  ];
  const table = new DataTable({
    name: capital(model.who.many),
    what: [model.who.one, model.who.many],
    rows: [...persons.id.keys()],
    columns,
    sortedBy: columns.findIndex((column) => column.title === 'Meetings'),
    matches: (query) => index.matches(query),
    file: `${model.who.many}.csv`,
  });
  return h('div', {}, h('h1', {}, capital(model.who.many)), table.element);
}

export function pairsView(model: Model, store: Store, index: PersonIndex): HTMLElement {
  const { ties, persons } = model.data;
  const spans = new Map<number, ReturnType<Model['spanOfTie']>>();
  const span = (tie: number): ReturnType<Model['spanOfTie']> => {
    if (!spans.has(tie)) spans.set(tie, model.spanOfTie(tie));
    return spans.get(tie) ?? null;
  };
  const first = (tie: number): string => (span(tie) ? isoDay((span(tie) as { first: number }).first) : '');
  const last = (tie: number): string => (span(tie) ? isoDay((span(tie) as { last: number }).last) : '');
  const columns: Column[] = [
    { title: 'Pair', value: (t) => `${nameOf(model, ties.a[t])} – ${nameOf(model, ties.b[t])}`, show: (t) => pairButton(model, store, t) },
    { title: capital(model.who.one), value: (t) => persons.name[ties.a[t]], hidden: true },
    { title: 'And', value: (t) => persons.name[ties.b[t]], hidden: true },
    { title: `${capital(model.who.one)} id`, value: (t) => persons.id[ties.a[t]], hidden: true },
    { title: 'And id', value: (t) => persons.id[ties.b[t]], hidden: true },
    { title: 'Countries', value: (t) => [...new Set([persons.country[ties.a[t]], persons.country[ties.b[t]]])].filter(Boolean).map(countryName).join(' – ') },
    { title: 'Meetings', value: (t) => ties.events[t], show: (t) => whole(ties.events[t]), numeric: true },
    { title: 'Weight', value: (t) => ties.weight[t], show: (t) => figure(ties.weight[t]), numeric: true, hidden: model.data.weight === 'count' },
    { title: 'First', value: first, date: true },
    { title: 'Last', value: last, date: true },
    ...(ties.p ? [{ title: 'Adjusted p', value: (t: number) => ties.p?.[t], show: (t: number) => figure(ties.p?.[t]), numeric: true }] : []),
  ];
  const table = new DataTable({
    name: 'Pairs',
    what: ['pair', 'pairs'],
    rows: [...ties.a.keys()],
    columns,
    sortedBy: columns.findIndex((column) => column.title === 'Meetings'),
    matches: (query) => pairMatches(model, index, query),
    file: 'pairs.csv',
  });
  return h('div', {}, h('h1', {}, 'Pairs'), table.element);
}

/** Each word of the query in one of the two persons. */
function pairMatches(model: Model, index: PersonIndex, query: string): (tie: number) => boolean {
  const words = folded(query).split(/\s+/).filter(Boolean).map((word) => index.matches(word));
  const { a, b } = model.data.ties;
  return (tie) => words.every((matches) => matches(a[tie]) || matches(b[tie]));
}

export interface Circle {
  members: number[];
  ties: number;
  countries: string[];
  leading: number[];
}

/** The communities of two and more, with who is most prominent in each. */
export function circles(model: Model): Circle[] {
  const { persons, ties } = model.data;
  const prominence = model.prominence;
  const within = new Array<number>(model.communities.length).fill(0);
  for (let tie = 0; tie < model.numTies; tie++) {
    const community = persons.community[ties.a[tie]];
    if (community === persons.community[ties.b[tie]]) within[community]++;
  }
  return model.communities.map((members, community) => {
    const counts = new Map<string, number>();
    for (const person of members) {
      const code = persons.country[person];
      if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const countries = [...counts].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).map(([code]) => code);
    const leading = [...members].sort((x, y) => (prominence[y] ?? 0) - (prominence[x] ?? 0) || x - y).slice(0, 3);
    return { members, ties: within[community], countries, leading };
  });
}

export function communitiesView(model: Model, store: Store): HTMLElement {
  const all = circles(model);
  const rows = [...all.keys()].filter((i) => all[i].members.length > 1);
  const names = (i: number, most: number): string => all[i].leading.slice(0, most).map((p) => nameOf(model, p)).join(', ');
  const open = (community: number): void => {
    store.setFilter({ community, focus: undefined });
    store.set({ view: 'network' });
  };
  const table = new DataTable({
    name: 'Communities',
    what: ['community', 'communities'],
    rows,
    columns: [
      { title: 'Community', value: (i) => i + 1, show: (i) => h('button', { type: 'button', class: 'link', onclick: () => open(i), 'aria-label': `Community ${i + 1}: show in the network` }, String(i + 1)) },
      { title: capital(model.who.many), value: (i) => all[i].members.length, show: (i) => whole(all[i].members.length), numeric: true },
      { title: 'Ties within', value: (i) => all[i].ties, show: (i) => whole(all[i].ties), numeric: true },
      { title: 'Countries', value: (i) => all[i].countries.map(countryName).join(', '), show: (i) => countriesShown(all[i].countries) },
      {
        title: `Leading ${model.who.many}`,
        value: (i) => names(i, 3),
        show: (i) => h('span', {}, all[i].leading.flatMap((p, n) => [n > 0 ? ', ' : '', personButton(model, store, p)])),
      },
      { title: 'Members', value: (i) => all[i].members.map((p) => model.data.persons.id[p]).join(' | '), hidden: true },
    ],
    sortedBy: 1,
    matches: (query) => {
      const words = folded(query).split(/\s+/).filter(Boolean);
      return (i) => {
        if (words.length === 0) return true;
        const text = folded([...all[i].countries.map(countryName), ...all[i].members.map((p) => model.data.persons.name[p].slice(0, 200))].join(' '));
        return words.every((word) => text.includes(word));
      };
    },
    file: 'communities.csv',
  });
  const alone = all.length - rows.length;
  return h(
    'div',
    {},
    h('h1', {}, 'Communities'),
    alone > 0 && h('p', { class: 'faint' }, `${counted(alone, `${model.who.one} belongs`, `${model.who.many} belong`)} to no community of two or more.`),
    table.element,
  );
}

function countriesShown(codes: string[]): string {
  const some = codes.slice(0, 4).map(countryName);
  return codes.length > 4 ? `${some.join(', ')} and ${codes.length - 4} more` : listed(some);
}
