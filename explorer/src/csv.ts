export type Cell = string | number | null | undefined;

/** A field as RFC 4180 has it. Texts that a spreadsheet would run as a formula get an apostrophe in front. */
export function csvField(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvText(header: string[], rows: Iterable<Cell[]>): string {
  let text = `${header.map(csvField).join(',')}\r\n`;
  for (const row of rows) text += `${row.map(csvField).join(',')}\r\n`;
  return text;
}
