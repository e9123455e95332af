const numbers = new Intl.NumberFormat('en');
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

export const whole = (value: number): string => numbers.format(value);

export function figure(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (Number.isInteger(value)) return whole(value);
  const size = Math.abs(value);
  return size >= 1000 || size < 0.001 ? value.toExponential(2) : String(Number(value.toPrecision(3)));
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const counted = (count: number, one: string, many: string): string => `${whole(count)} ${count === 1 ? one : many}`;

export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return shortened(code, 60);
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

// Marks that turn the order of letters, and control characters, have no business in a name.
const unseen = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Fit to stand in a line: without control characters, at most `most` characters. */
export function shortened(text: string, most = 80): string {
  const clean = text.slice(0, most * 4).replace(unseen, ' ');
  const characters = Array.from(clean);
  return characters.length <= most && text.length <= most * 4 ? clean : `${characters.slice(0, most - 1).join('')}…`;
}

export function listed(parts: string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

const measureNames: Record<string, string> = { pagerank: 'PageRank', hits: 'HITS' };

/** `pagerank_unweighted` as PageRank (unweighted). */
export function measureName(name: string): string {
  const [base, ...rest] = name.split('_');
  const title = measureNames[base] ?? base.charAt(0).toUpperCase() + base.slice(1);
  return rest.length > 0 ? `${title} (${rest.join(' ')})` : title;
}

/** Folded for searching: without case and diacritics. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
