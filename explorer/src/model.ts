import type { ReportData } from './data';
import { daysOf, type DayRange } from './days';

/** Lists of numbers, one after another. */
export class Lists {
  constructor(
    private readonly offsets: Uint32Array,
    private readonly values: Uint32Array,
  ) {}

  of(place: number): Uint32Array {
    return this.values.subarray(this.offsets[place], this.offsets[place + 1]);
  }

  /** `visit` is called twice with a function that takes (place, value). */
  static from(count: number, visit: (add: (place: number, value: number) => void) => void): Lists {
    const offsets = new Uint32Array(count + 1);
    visit((place) => offsets[place + 1]++);
    for (let place = 0; place < count; place++) offsets[place + 1] += offsets[place];
    const values = new Uint32Array(offsets[count]);
    const next = offsets.slice();
    visit((place, value) => {
      values[next[place]++] = value;
    });
    return new Lists(offsets, values);
  }
}

/** What the network is one of, in words. */
export interface Who {
  one: string;
  many: string;
}

function whoIs(by: string): Who {
  if (by === '') return { one: 'person', many: 'persons' };
  return { one: by, many: by.endsWith('y') ? `${by.slice(0, -1)}ies` : `${by}s` };
}

/** The data with what is derived from them once. */
export class Model {
  readonly who: Who;
  readonly numPersons: number;
  readonly numTies: number;
  readonly numEvents: number;
  readonly days: (DayRange | null)[];
  /** The span of all dated events. */
  readonly span: DayRange | null;
  /** By date, the undated first. */
  readonly eventsByDate: Uint32Array;
  /** Of each person, by date. */
  readonly eventsOf: Lists;
  readonly tiesOf: Lists;
  readonly countries: { code: string; persons: number }[];
  readonly communities: number[][];
  private tieEventLists: Lists | undefined;
  private readonly tiePlaces = new Map<number, number>();

  constructor(readonly data: ReportData) {
    const { persons, ties, events } = data;
    this.who = whoIs(data.by);
    this.numPersons = persons.id.length;
    this.numTies = ties.a.length;
    this.numEvents = events.id.length;
    this.days = events.date.map(daysOf);
    this.span = spanOf(this.days);
    const first = this.days.map((range) => range?.first ?? -Infinity);
    this.eventsByDate = Uint32Array.from(events.id.keys()).sort((x, y) => first[x] - first[y] || x - y);
    this.eventsOf = Lists.from(this.numPersons, (add) => {
      for (const event of this.eventsByDate) for (const person of events.persons[event]) add(person, event);
    });
    this.tiesOf = Lists.from(this.numPersons, (add) => {
      for (let tie = 0; tie < this.numTies; tie++) {
        add(ties.a[tie], tie);
        add(ties.b[tie], tie);
      }
    });
    for (let tie = 0; tie < this.numTies; tie++) this.tiePlaces.set(this.key(ties.a[tie], ties.b[tie]), tie);
    this.countries = countriesOf(persons.country);
    this.communities = [];
    persons.community.forEach((community, person) => (this.communities[community] ??= []).push(person));
    this.communities = Array.from(this.communities, (members) => members ?? []);
  }

  private key(a: number, b: number): number {
    return Math.min(a, b) * this.numPersons + Math.max(a, b);
  }

  tieOf(a: number, b: number): number | undefined {
    return this.tiePlaces.get(this.key(a, b));
  }

  other(tie: number, person: number): number {
    const { a, b } = this.data.ties;
    return a[tie] === person ? b[tie] : a[tie];
  }

  /** The events of each tie, by date. */
  get tieEvents(): Lists {
    const { events } = this.data;
    this.tieEventLists ??= Lists.from(this.numTies, (add) => {
      for (const event of this.eventsByDate) {
        if (events.ties[event] === 0) continue;
        const who = events.persons[event];
        for (let i = 0; i < who.length; i++) {
          for (let j = i + 1; j < who.length; j++) {
            const tie = this.tieOf(who[i], who[j]);
            if (tie !== undefined) add(tie, event);
          }
        }
      }
    });
    return this.tieEventLists;
  }

  /** The span of the dated events of a tie. */
  spanOfTie(tie: number): DayRange | null {
    return spanOf(Array.from(this.tieEvents.of(tie), (event) => this.days[event]));
  }

  measure(name: string): (number | null)[] | undefined {
    return this.data.measures.find((measure) => measure.name === name)?.values;
  }

  findPerson(id: string): number | undefined {
    const place = this.data.persons.id.indexOf(id);
    return place < 0 ? undefined : place;
  }

  /** What persons are ordered by where nothing else is asked for: their strength, or else their number of events. */
  get prominence(): (number | null)[] {
    return this.measure('strength') ?? Array.from({ length: this.numPersons }, (_, p) => this.eventsOf.of(p).length);
  }
}

function spanOf(days: Iterable<DayRange | null>): DayRange | null {
  let span: DayRange | null = null;
  for (const range of days) {
    if (!range) continue;
    span = span
      ? { first: Math.min(span.first, range.first), last: Math.max(span.last, range.last) }
      : { ...range };
  }
  return span;
}

function countriesOf(codes: string[]): { code: string; persons: number }[] {
  const counts = new Map<string, number>();
  for (const code of codes) if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, persons]) => ({ code, persons }))
    .sort((x, y) => y.persons - x.persons || (x.code < y.code ? -1 : 1));
}
