import { fill, h } from './dom';
import { marked, wordings } from './marks';
import type { Model } from './model';
import { personButton } from './names';
import type { Store } from './store';
import { shortened } from './text';

const meetingsAtOnce = 10;
const mostOthers = 12;
const longestSentence = 2000;

/** One meeting: when, what, where, with whom, in which documents, and the sentences with the names marked. */
function meeting(model: Model, store: Store, event: number, about: Set<number>): HTMLElement {
  const { events, types, sentences, limits } = model.data;
  const who = events.persons[event];
  const others = who.filter((person) => !about.has(person));
  const leftOut = events.size[event] - who.length;
  const told = sentences[event];
  const names = who.map((person) => ({
    person,
    wordings: wordings([model.data.persons.name[person], ...model.data.persons.forms[person]]),
  }));
  const quotes: HTMLElement[] = [];
  for (let i = 0; i < told.length; i += 2) {
    quotes.push(
      h(
        'blockquote',
        {},
        h(
          'p',
          { dir: 'auto' },
          marked(shortened(told[i], longestSentence), names).map(({ text, person }) =>
            person === undefined ? text : h('mark', { class: about.has(person) ? 'about' : undefined }, text),
          ),
        ),
        told[i + 1] !== '' && h('cite', {}, shortened(told[i + 1], 120)),
      ),
    );
  }
  const documents = events.documents[event].split(' | ').filter(Boolean);
  return h(
    'li',
    { class: 'meeting' },
    h(
      'p',
      {},
      h('b', {}, events.date[event] || 'undated'),
      ` · ${types[events.type[event]]}`,
      events.place[event] !== '' && [' · ', h('bdi', {}, shortened(events.place[event], 80))],
    ),
    others.length > 0 &&
      h(
        'p',
        { class: 'with' },
        'with ',
        others.slice(0, mostOthers).flatMap((person, i) => [i > 0 ? ', ' : '', personButton(model, store, person)]),
        others.length > mostOthers && ` and ${others.length - mostOthers} more`,
        leftOut > 0 && ` (and ${leftOut} who are not on this page)`,
      ),
    quotes,
    quotes.length === 0 && limits.sentences_reduced && h('p', { class: 'faint' }, 'Its sentences are left out to keep the page small.'),
    documents.length > 0 &&
      h('p', { class: 'documents' }, documents.slice(0, 6).map((name) => shortened(name, 100)).join(', '), documents.length > 6 && ` and ${documents.length - 6} more`),
  );
}

/** The meetings, the latest first, some at a time. */
export function meetings(model: Model, store: Store, events: Uint32Array, about: number[]): HTMLElement {
  const latest = Array.from(events).reverse();
  const list = h('ol', { class: 'meetings' });
  const more = h('p', {});
  const subjects = new Set(about);
  let count = 0;
  function show(): void {
    const next = latest.slice(count, count + meetingsAtOnce);
    count += next.length;
    list.append(...next.map((event) => meeting(model, store, event, subjects)));
    fill(more, count < latest.length && h('button', { type: 'button', onclick: show }, `Show more (${latest.length - count} left)`));
  }
  show();
  return h('div', {}, list, more);
}
