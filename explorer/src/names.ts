import { h } from './dom';
import type { Model } from './model';
import type { Store } from './store';
import { shortened } from './text';

export const nameOf = (model: Model, person: number, most = 80): string =>
  shortened(model.data.persons.name[person], most) || '(no name)';

/** A name that opens its panel. */
export function personButton(model: Model, store: Store, person: number): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'link', onclick: () => store.set({ selection: { kind: 'person', person } }) },
    h('bdi', {}, nameOf(model, person)),
  );
}

export function pairButton(model: Model, store: Store, tie: number): HTMLElement {
  const { a, b } = model.data.ties;
  return h(
    'button',
    { type: 'button', class: 'link', onclick: () => store.set({ selection: { kind: 'pair', tie } }) },
    h('bdi', {}, nameOf(model, a[tie])),
    ' – ',
    h('bdi', {}, nameOf(model, b[tie])),
  );
}
