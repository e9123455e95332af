import type { Model } from './model';
import { type Selection, type State, type Store, views } from './store';

/** What stands behind the # for a state: a view, and who is looked at. */
export function addressOf(model: Model, state: State): string {
  const { id } = model.data.persons;
  const { a, b } = model.data.ties;
  const parts: string[] = [state.view];
  if (state.selection?.kind === 'person') parts.push('person', id[state.selection.person]);
  if (state.selection?.kind === 'pair') parts.push('pair', id[a[state.selection.tie]], id[b[state.selection.tie]]);
  return `#${parts.map(encodeURIComponent).join('/')}`;
}

export function readAddress(model: Model, address: string): Pick<State, 'view' | 'selection'> {
  let parts: string[] = [];
  try {
    parts = address.replace(/^#/, '').split('/').map(decodeURIComponent);
  } catch {
    // Nobody can tell what a broken address means.
  }
  const view = views.find((one) => one === parts[0]) ?? 'overview';
  return { view, selection: selectionOf(model, parts.slice(1)) };
}

function selectionOf(model: Model, [kind, first, second]: string[]): Selection {
  const a = first === undefined ? undefined : model.findPerson(first);
  if (a === undefined) return undefined;
  if (kind === 'person') return { kind, person: a };
  const b = second === undefined ? undefined : model.findPerson(second);
  const tie = b === undefined ? undefined : model.tieOf(a, b);
  return kind === 'pair' && tie !== undefined ? { kind, tie } : undefined;
}

/** Keeps the address and the state together, so that the buttons of the browser work. */
export function followAddress(model: Model, store: Store): void {
  store.subscribe((state, before) => {
    if (state.view === before.view && state.selection === before.selection) return;
    const address = addressOf(model, state);
    if (address !== location.hash) history.pushState(null, '', address);
  });
  addEventListener('popstate', () => store.set(readAddress(model, location.hash)));
}
