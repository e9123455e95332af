import type { ReportData } from '../src/data';

/** Ann and Bob met three times, Bob and Cem once, Cem and Dan twice; Eve is alone. */
export function sampleData(): ReportData {
  const pairs = [[0, 1], [0, 1], [0, 1], [1, 2], [2, 3], [2, 3], [4]];
  const dates = ['2024-01-05', '2024-02', '2023', '2024-03-01', 'XXXX-05-01', '', '2024-03-02'];
  const same = (count: number, text: string): string[] => new Array<string>(count).fill(text);
  return {
    format: 1,
    entente: '0',
    by: '',
    inputs: ['corpus/'],
    weight: 'count',
    test: '',
    study: '',
    summary: {},
    persons: {
      id: ['ann', 'bob', 'cem', 'dan', 'eve'],
      name: ['Ann', 'Bob', 'Cem', 'Dan', 'Eve'],
      country: ['AZ', 'AZ', 'TR', '', 'TR'],
      organisation: same(5, ''),
      position: same(5, ''),
      rank: same(5, ''),
      community: [0, 0, 1, 1, 2],
      x: [0, 1, 2, 3, 4],
      y: [0, 0, 0, 0, 0],
      forms: [[], [], [], [], []],
    },
    measures: [{ name: 'strength', values: [3, 4, 3, 2, 0] }],
    ties: { a: [0, 1, 2], b: [1, 2, 3], events: [3, 1, 2], weight: [3, 1, 2], p: [0.01, 0.5, 0.2] },
    types: ['meeting', 'call'],
    events: {
      id: pairs.map((_, i) => `e${i}`),
      type: [0, 0, 1, 0, 0, 0, 0],
      date: dates,
      place: same(7, ''),
      reports: pairs.map(() => 1),
      documents: same(7, 'a.txt'),
      size: pairs.map((who) => who.length),
      ties: pairs.map(() => 1),
      persons: pairs,
    },
    sentences: pairs.map(() => []),
    limits: { persons: 5, events: 7, ties_left_out: 0, sentences_reduced: false, quotes: true },
  };
}
