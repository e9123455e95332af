/** What the page is told, as `report_data` writes it (docs/report.md). Columns run in parallel; persons, ties and events
 * are known by their places in them. */
export interface PersonColumns {
  id: string[];
  name: string[];
  country: string[];
  organisation: string[];
  position: string[];
  rank: string[];
  community: number[];
  x: number[];
  y: number[];
  /** Other names that were taken for this person. */
  forms: string[][];
}

export interface Measure {
  name: string;
  values: (number | null)[];
}

export interface TieColumns {
  a: number[];
  b: number[];
  events: number[];
  weight: number[];
  /** Adjusted p-values, where ties were tested. */
  p?: (number | null)[];
}

export interface EventColumns {
  id: string[];
  type: number[];
  /** EDTF, level 0 or with an unspecified year; empty where nothing is known. */
  date: string[];
  place: string[];
  reports: number[];
  /** Joined by " | ". */
  documents: string[];
  /** Of participants, also those that the page leaves out. */
  size: number[];
  /** 0 for events that make no ties. */
  ties: number[];
  persons: number[][];
}

export interface Summary {
  read?: { files: number; articles: number; records: number; read: number; used: number; without_event: number;
    known_before: number; rejected: number; repaired: number; missing: number };
  records?: number;
  occasions?: { told: number; events: number; doubtful: number };
  selection?: { kept: number; left_out: number; co_mentions: number; not_surely_in_time: number };
  network?: { persons: number; events: number; participations: number; ties: number; components: number;
    ties_before_backbone: number; events_without_date: number; events_not_dated_to_the_day: number };
  large_events?: { largest: number; events: number; rule: string };
  communities?: { count: number; modularity: number };
  measures_left_out?: string[];
}

export interface ReportData {
  format: 1;
  entente: string;
  /** What stands in the place of persons: `country`, `position` or `organisation`; empty for persons. */
  by: string;
  /** What was read, as it was named. */
  inputs: string[];
  weight: string;
  test: string;
  study: string;
  summary: Summary;
  persons: PersonColumns;
  measures: Measure[];
  ties: TieColumns;
  types: string[];
  events: EventColumns;
  /** Of each event: text, document, text, document … */
  sentences: string[][];
  limits: { persons: number; events: number; ties_left_out: number; sentences_reduced: boolean; quotes: boolean };
}

export function readData(): ReportData {
  const element = document.getElementById('data');
  const data = JSON.parse(element?.textContent ?? '') as ReportData;
  if (data.format !== 1) throw new Error('this page cannot read its data');
  element?.remove();
  return data;
}
