import type { QueryPart } from "./search-query.ts";
import { foldForSearch, searchForms, WORD } from "./search-text.ts";

/** UTF-16 units of what is quoted, and of that in front of the first word that was found. */
const MAX_QUOTE = 220;
const MAX_BEFORE = 60;

/** A place of a text. */
export interface Quote {
  text: string;
  /** From where to where words stand in it that were looked for, in UTF-16 units. */
  marks: [start: number, end: number][];
}

/** A word of a text, as it is searched, and where it stands. */
interface Word {
  forms: string[];
  start: number;
  end: number;
}

/**
 * The first place of a text that has one of the parts of a query, with these marked; null: it has none. Tabs and line ends are spaces in it.
 */
export function quote(text: string, parts: QueryPart[]): Quote | null {
  const words: Word[] = [];
  let first: number | undefined;
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    if (first !== undefined && start > first + MAX_QUOTE) break;
    words.push({ forms: searchForms(foldForSearch(word).trim()), start, end: start + word.length });
    if (first === undefined) first = marksAt(words, words.length, parts)[0]?.[0];
  }
  if (first === undefined) return null;
  const from = words.find(({ start }) => start >= first - MAX_BEFORE)?.start ?? first;
  const inside = words.filter(({ start, end }) => start >= from && end <= from + MAX_QUOTE);
  const to = inside.at(-1)?.end ?? from;
  const isCut = words.at(-1)?.end !== to || text.slice(to).trim().length > 1;
  const before = from > 0 && text.slice(0, from).trim() !== "" ? "…" : "";
  const move = before.length - from;
  return {
    text: `${before}${text.slice(from, to).replace(/\s/g, " ")}${isCut ? "…" : text.slice(to).trimEnd()}`,
    marks: allMarks(inside, parts).map(([start, end]) => [start + move, end + move]),
  };
}

/** The marks that end with the last of the first so many words. It is asked for each word of a text: it makes nothing but what it finds. */
function marksAt(words: Word[], count: number, parts: QueryPart[]): [number, number][] {
  const marks: [number, number][] = [];
  for (const part of parts) {
    const from = count - part.words.length;
    const [head, tail] = [words[from], words[count - 1]];
    if (head && tail && stands(words, from, part)) marks.push([head.start, tail.end]);
  }
  return marks;
}

/** Whether a part of a query stands in these words, from this one on. The last is looked at first: it is the one that is new. */
function stands(words: Word[], from: number, { words: wanted, begins }: QueryPart): boolean {
  for (let index = wanted.length - 1; index >= 0; index -= 1) {
    const word = wanted[index] ?? "";
    const forms = words[from + index]?.forms ?? [];
    const isBeginning = begins && index === wanted.length - 1;
    if (!(isBeginning ? forms.some((form) => form.startsWith(word)) : forms.includes(word))) return false;
  }
  return true;
}

/** All marks in these words, in their order; those that meet are one. */
function allMarks(words: Word[], parts: QueryPart[]): [number, number][] {
  const found = words.flatMap((_, index) => marksAt(words, index + 1, parts)).sort((a, b) => a[0] - b[0]);
  const marks: [number, number][] = [];
  for (const [start, end] of found) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
