/** Days since 1970-01-01, the first and the last that a date can mean. */
export interface DayRange {
  first: number;
  last: number;
}

const millisecondsADay = 86_400_000;

export const dayOf = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / millisecondsADay);
};

/** The days of an EDTF date; null where the year is not known. */
export function daysOf(date: string): DayRange | null {
  const parts = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0)];
  if (day > 0) return { first: dayOf(year, month, day), last: dayOf(year, month, day) };
  if (month > 0) return { first: dayOf(year, month, 1), last: dayOf(year, month + 1, 1) - 1 };
  return { first: dayOf(year, 1, 1), last: dayOf(year + 1, 1, 1) - 1 };
}

export const isoDay = (day: number): string => new Date(day * millisecondsADay).toISOString().slice(0, 10);
export const secondsOf = (day: number): number => day * 86_400;
