import type { ShownLine, ShownSource, SourcePiece } from "../examination.ts";
import { CONTEXT_LINES, LINE_COST, MAX_SHOWN_LINE, MAX_SOURCE, MAX_WHOLE } from "./limits.ts";

/** A place in a text, the first line and column being 1. */
interface FoundPlace {
  line?: number;
  column?: number;
}

/**
 * As much of a source as a report shows: all of a short one; else the places around what was found, in their order, as far as there
 * is room for them.
 */
export function foldSource(text: string, places: FoundPlace[]): ShownSource {
  const lines = text.split(/\r\n|\r|\n/);
  const found = Map.groupBy(places, ({ line = 0 }) => line);
  const size = text.length + lines.length * LINE_COST;
  const kept = size <= MAX_WHOLE ? lines.map((_, index) => index + 1) : linesAround(found.keys(), lines.length);
  const pieces: SourcePiece[] = [];
  let room = MAX_SOURCE;
  for (const number of kept) {
    const offsets = (found.get(number) ?? []).flatMap(({ column }) => (column === undefined ? [] : [column - 1]));
    const line = clipLine(
      lines[number - 1] ?? "",
      [...new Set(offsets)].sort((a, b) => a - b),
    );
    room -= line.text.length + LINE_COST;
    if (room < 0) break;
    const last = pieces.at(-1);
    if (last && last.from + last.lines.length === number) last.lines.push(line);
    else pieces.push({ from: number, lines: [line] });
  }
  return { lines: lines.length, pieces };
}

function linesAround(found: Iterable<number>, count: number): number[] {
  const kept = new Set<number>();
  for (const line of found) {
    if (line === 0) continue;
    const end = Math.min(count, line + CONTEXT_LINES);
    for (let number = Math.max(1, line - CONTEXT_LINES); number <= end; number += 1) kept.add(number);
  }
  // The start says what kind of document it is.
  for (let number = 1; number <= Math.min(count, CONTEXT_LINES); number += 1) kept.add(number);
  return [...kept].sort((a, b) => a - b);
}

/** A long line is cut to its start, and what stands around each place. */
function clipLine(line: string, offsets: number[]): ShownLine {
  if (line.length <= MAX_SHOWN_LINE) return offsets.length === 0 ? { text: line } : { text: line, marks: offsets };
  const shown: ShownLine & { marks: number[] } = { text: "", marks: [] };
  let end = 0;
  for (const start of [0, ...offsets.map((offset) => Math.max(0, offset - MAX_SHOWN_LINE / 2))]) {
    if (start > end) shown.text += "…";
    const from = Math.max(start, end);
    const to = Math.max(end, Math.min(line.length, start + MAX_SHOWN_LINE));
    const here = offsets.filter((offset) => offset >= from && offset < to);
    shown.marks.push(...here.map((offset) => shown.text.length + offset - from));
    shown.text += line.slice(from, to);
    end = to;
    if (shown.text.length > MAX_SOURCE / 4) break;
  }
  return end < line.length ? { ...shown, text: `${shown.text}…` } : shown;
}
