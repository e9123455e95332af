import { dayOf, isoDay } from './days';

export type BinUnit = 'day' | 'month' | 'quarter' | 'year';

export interface Bins {
  unit: BinUnit;
  /** First days, ascending and without a gap. */
  starts: number[];
  counts: number[];
}

const manyDays = { day: 62, month: 365 * 6, quarter: 365 * 16 };

function unitFor(span: number): BinUnit {
  if (span <= manyDays.day) return 'day';
  if (span <= manyDays.month) return 'month';
  return span <= manyDays.quarter ? 'quarter' : 'year';
}

function startOf(day: number, unit: BinUnit): number {
  const [year, month] = isoDay(day).split('-').map(Number) as [number, number];
  if (unit === 'day') return day;
  if (unit === 'month') return dayOf(year, month, 1);
  if (unit === 'quarter') return dayOf(year, month - ((month - 1) % 3), 1);
  return dayOf(year, 1, 1);
}

function next(start: number, unit: BinUnit): number {
  const [year, month] = isoDay(start).split('-').map(Number) as [number, number];
  if (unit === 'day') return start + 1;
  if (unit === 'month') return dayOf(year, month + 1, 1);
  if (unit === 'quarter') return dayOf(year, month + 3, 1);
  return dayOf(year + 1, 1, 1);
}

/** How many of the days lie in each day, month, quarter or year of their span. */
export function binned(days: number[], unit?: BinUnit): Bins {
  if (days.length === 0) return { unit: unit ?? 'year', starts: [], counts: [] };
  let [low, high] = [Infinity, -Infinity];
  for (const day of days) {
    low = Math.min(low, day);
    high = Math.max(high, day);
  }
  const chosen = unit ?? unitFor(high - low);
  const place = new Map<number, number>();
  const starts: number[] = [];
  for (let start = startOf(low, chosen); start <= high; start = next(start, chosen)) {
    place.set(start, starts.length);
    starts.push(start);
  }
  const counts = new Array<number>(starts.length).fill(0);
  for (const day of days) counts[place.get(startOf(day, chosen)) as number]++;
  return { unit: chosen, starts, counts };
}

/** A bin in words: 2024, 2024 Q1, 2024-01 or 2024-01-18. */
export function binName(start: number, unit: BinUnit): string {
  const text = isoDay(start);
  if (unit === 'day') return text;
  if (unit === 'month') return text.slice(0, 7);
  if (unit === 'quarter') return `${text.slice(0, 4)} Q${Math.floor((Number(text.slice(5, 7)) - 1) / 3) + 1}`;
  return text.slice(0, 4);
}
