/** What stands between blank lines: a paragraph, a headline, a piece of the page's furniture. */
export interface Block {
  /** Its first line, counted from 1. */
  line: number;
  /** Its last line, where it is wrapped over several. */
  lastLine?: number;
  text: string;
}

/** Shorter lines within a block are not wrapped text but lines of their own. */
const WRAPPED = 50;

/**
 * A page's blocks. Without blank lines each line is one; with them, a block of several lines is one wrapped paragraph if
 * all but its last line are long, and several short blocks otherwise.
 */
export function toBlocks(text: string): Block[] {
  const lines = text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map((line, index) => ({ line: index + 1, text: line.replace(/\s+/g, " ").trim() }));
  const groups: Block[][] = [[]];
  for (const line of lines) {
    if (line.text === "") groups.push([]);
    else groups.at(-1)?.push(line);
  }
  const filled = groups.filter((group) => group.length > 0);
  return filled.length < 2 ? filled.flat() : filled.flatMap((group) => (isWrapped(group) ? join(group) : group));
}

const isWrapped = (group: Block[]): boolean =>
  group.slice(0, -1).every(({ text }) => text.length >= WRAPPED && !/^[-•*]\s/.test(text));

function join(group: Block[]): Block[] {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined || first === last) return group;
  return [{ line: first.line, lastLine: last.line, text: group.map(({ text }) => text).join(" ") }];
}
