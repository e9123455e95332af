import type { Filter } from './filter';

export type View = 'overview' | 'network' | 'persons' | 'pairs' | 'communities' | 'charts' | 'about';
export const views: View[] = ['overview', 'network', 'persons', 'pairs', 'communities', 'charts', 'about'];

/** Who or what is looked at. */
export type Selection = { kind: 'person'; person: number } | { kind: 'pair'; tie: number } | undefined;

/** A way through the network, from the first person on. */
export interface Route {
  from: number;
  to: number;
  ties: number[];
}

export interface State {
  view: View;
  selection: Selection;
  filter: Filter;
  colourBy: string;
  sizeBy: string;
  route: Route | undefined;
}

type Listener = (state: State, before: State) => void;

/** The one place that changes; whoever shows something of it is told. */
export class Store {
  private readonly listeners: Listener[] = [];

  constructor(private current: State) {}

  get state(): State {
    return this.current;
  }

  set(change: Partial<State>): void {
    const before = this.current;
    this.current = { ...before, ...change };
    for (const listener of this.listeners) listener(this.current, before);
  }

  setFilter(change: Partial<Filter>): void {
    this.set({ filter: { ...this.current.filter, ...change } });
  }

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }
}
