import { describe, expect, it } from 'vitest';
import { binName, binned } from '../src/bins';
import { csvField, csvText } from '../src/csv';
import { dayOf, daysOf, isoDay } from '../src/days';
import { marked, wordings } from '../src/marks';
import { countryName, figure, folded, listed, measureName, shortened } from '../src/text';

describe('dates', () => {
  it('mean the days that they can mean', () => {
    expect(daysOf('1970-01-02')).toEqual({ first: 1, last: 1 });
    expect(daysOf('2024-02')).toEqual({ first: dayOf(2024, 2, 1), last: dayOf(2024, 2, 29) });
    expect(isoDay((daysOf('2023') as { last: number }).last)).toBe('2023-12-31');
    expect(daysOf('XXXX-05-21')).toBeNull();
    expect(daysOf('')).toBeNull();
  });
  it('are counted without gaps', () => {
    const bins = binned([dayOf(2023, 11, 30), dayOf(2024, 2, 1), dayOf(2024, 2, 29)]);
    expect(bins.starts.map((start) => binName(start, bins.unit))).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
    expect(bins.counts).toEqual([1, 0, 0, 2]);
    expect(binned([dayOf(1990, 5, 5), dayOf(2024, 1, 1)]).counts.length).toBe(35);
    expect(binName(dayOf(2024, 4, 1), 'quarter')).toBe('2024 Q2');
    expect(binned([]).counts).toEqual([]);
  });
});

describe('CSV', () => {
  it('quotes what must be quoted and disarms formulas', () => {
    expect(csvField('a,"b"')).toBe('"a,""b"""');
    expect(csvField('=1+1')).toBe("'=1+1");
    expect(csvField('-x')).toBe("'-x");
    expect(csvField(-1)).toBe('-1');
    expect(csvField(null)).toBe('');
    expect(csvText(['a'], [['x\ny']])).toBe('a\r\n"x\ny"\r\n');
  });
});

describe('names in sentences', () => {
  const pieces = (text: string, ...names: string[]): (string | undefined)[] =>
    marked(text, names.map((name, person) => ({ person, wordings: wordings([name]) }))).filter((piece) => piece.person !== undefined).map((piece) => piece.text);
  it('are marked by their longest wording, as whole words', () => {
    expect(pieces('Ada Lovelace met Lovelace.', 'Ada Lovelace')).toEqual(['Ada Lovelace', 'Lovelace']);
    expect(pieces('Lovelacean ideas', 'Ada Lovelace')).toEqual([]);
    expect(pieces('Yaşar Güler’s', 'Yaşar Güler')).toEqual(['Yaşar Güler']);
  });
  it('leave the text as it was', () => {
    const text = 'Ann met <b>Bob</b> & Ann.';
    expect(marked(text, [{ person: 0, wordings: ['Ann'] }]).map((piece) => piece.text).join('')).toBe(text);
  });
});

describe('texts', () => {
  it('lose what turns or ends a line, and their length', () => {
    expect(shortened('a\u202eb\nc')).toBe('a b c');
    expect(Array.from(shortened('n'.repeat(10_000), 40)).length).toBe(40);
    expect(shortened('😀😀😀', 3)).toBe('😀😀😀');
  });
  it('say figures and countries', () => {
    expect([figure(null), figure(1234), figure(0.12345), figure(1e-9)]).toEqual(['–', '1,234', '0.123', '1.00e-9']);
    expect([countryName('AZ'), countryName('NATO'), countryName('')]).toEqual(['Azerbaijan', 'NATO', '']);
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(folded('Güler')).toBe('guler');
    expect([measureName('pagerank_unweighted'), measureName('core')]).toEqual(['PageRank (unweighted)', 'Core']);
  });
});
