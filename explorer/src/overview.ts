import { binned } from './bins';
import { isoDay } from './days';
import { h } from './dom';
import { firstPairs, firstPersons } from './leading';
import type { Model } from './model';
import { pairButton, personButton } from './names';
import type { Store } from './store';
import { summarySentences } from './summary_text';
import { capital, countryName, shortened, whole } from './text';
import { timeChart } from './time_chart';

const leading = 8;

function tile(value: string, label: string, view: string): HTMLElement {
  return h('a', { class: 'tile', href: `#${view}` }, h('b', {}, value), h('span', {}, label));
}

function ranking(title: string, head: [string, string], rows: [Node, string][], view: string): HTMLElement {
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, title),
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, head[0]), h('th', { scope: 'col', class: 'number' }, head[1]))),
      h('tbody', {}, rows.map(([node, value]) => h('tr', {}, h('th', { scope: 'row' }, node), h('td', { class: 'number' }, value)))),
    ),
    rows.length === 0 && h('p', { class: 'empty' }, 'Nobody.'),
    h('p', {}, h('a', { href: `#${view}` }, 'All of them')),
  );
}

export function overview(model: Model, store: Store): HTMLElement {
  const { data } = model;
  const network = data.summary.network;
  const years = model.span ? [isoDay(model.span.first).slice(0, 4), isoDay(model.span.last).slice(0, 4)] : [];
  const days = model.days.flatMap((range) => (range ? [range.first] : []));
  const withCountry = (person: number): Node => {
    const details = [countryName(data.persons.country[person]), shortened(data.persons.position[person], 44)].filter(Boolean).join(', ');
    return h('span', {}, personButton(model, store, person), details !== '' && h('span', { class: 'faint detail' }, details));
  };
  return h(
    'div',
    { class: 'overview' },
    h('h1', {}, 'Who meets whom'),
    h(
      'div',
      { class: 'tiles' },
      tile(whole(network?.persons ?? model.numPersons), model.who.many, 'persons'),
      tile(whole(network?.events ?? model.numEvents), 'meetings', 'charts'),
      tile(whole(network?.ties ?? model.numTies), 'ties', 'pairs'),
      tile(whole(model.countries.length), 'countries', 'charts'),
      tile([...new Set(years)].join(' – ') || '–', 'period', 'charts'),
    ),
    h(
      'div',
      { class: 'columns' },
      h(
        'div',
        { class: 'column' },
        h(
          'section',
          { class: 'card words' },
          h('h2', {}, 'In words'),
          summarySentences(model).map(({ title, text }) => h('p', {}, h('b', {}, `${title}. `), text)),
          h('p', { class: 'actions' }, h('a', { class: 'button', href: '#network' }, 'Explore the network'), h('a', { href: '#about' }, 'How this was made')),
        ),
        days.length > 1 && timeCard(days),
      ),
      h(
        'div',
        { class: 'column' },
        ranking(
          'Most often together',
          ['Pair', 'Meetings'],
          firstPairs(model, leading).map((tie) => [pairButton(model, store, tie), whole(data.ties.events[tie])]),
          'pairs',
        ),
        ranking(
          'In the middle',
          [capital(model.who.one), 'Meetings'],
          firstPersons(model, leading).map((person) => [withCountry(person), whole(model.eventsOf.of(person).length)]),
          'persons',
        ),
      ),
    ),
  );
}

function timeCard(days: number[]): HTMLElement {
  const bins = binned(days);
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'Meetings over time'),
    timeChart(bins, { label: `Bars: the number of meetings by ${bins.unit}`, height: 190 }),
    h('p', {}, h('a', { href: '#charts' }, 'All charts')),
  );
}
