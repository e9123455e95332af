/** A stretch of a text; `person` where it names one. */
export interface Piece {
  text: string;
  person: number | undefined;
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);

/** A name and what is left of it where only the surname is told. */
export function wordings(names: string[]): string[] {
  const all = new Set<string>();
  for (const name of names) {
    if (name.length < 2 || name.length > 200) continue;
    all.add(name);
    const last = name.split(/\s+/).pop() as string;
    if (last.length > 3) all.add(last);
  }
  return [...all];
}

/** Cuts `text` where it names one of the persons; the longest wording goes first, whole words only. */
export function marked(text: string, names: { person: number; wordings: string[] }[]): Piece[] {
  const known = names
    .flatMap(({ person, wordings: all }) => all.map((wording) => ({ person, wording })))
    .sort((x, y) => y.wording.length - x.wording.length);
  const found: { begin: number; end: number; person: number }[] = [];
  for (const { person, wording } of known) {
    for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + 1)) {
      const end = at + wording.length;
      const isWord = !isLetter(text[at - 1]) && !isLetter(text[end]);
      if (isWord && found.every((one) => end <= one.begin || at >= one.end)) found.push({ begin: at, end, person });
    }
  }
  found.sort((x, y) => x.begin - y.begin);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { begin, end, person } of found) {
    if (begin > at) pieces.push({ text: text.slice(at, begin), person: undefined });
    pieces.push({ text: text.slice(begin, end), person });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), person: undefined });
  return pieces;
}
