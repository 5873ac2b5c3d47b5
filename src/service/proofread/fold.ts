import { CONTEXT_LINES, LINE_COST, MAX_SHOWN_LINE, MAX_SOURCE, MAX_WHOLE } from "./limits.ts";
import type { ShownSource, SourcePiece } from "./report.ts";

/** A place in a text, the first line and column being 1. */
interface Place {
  line?: number;
  column?: number;
}

/**
 * As much of a source as a report shows: all of a short one; else the places around what was found, in their order, as far as there
 * is room for them.
 */
export function foldSource(text: string, places: Place[]): ShownSource {
  const lines = text.split(/\r\n|\r|\n/);
  const columns = Map.groupBy(places, ({ line = 0 }) => line);
  const size = text.length + lines.length * LINE_COST;
  const kept = size <= MAX_WHOLE ? lines.map((_, index) => index + 1) : linesAround(columns.keys(), lines.length);
  const pieces: SourcePiece[] = [];
  let room = MAX_SOURCE;
  for (const number of kept) {
    const line = clipLine(lines[number - 1] ?? "", columns.get(number) ?? []);
    room -= line.length + LINE_COST;
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
function clipLine(line: string, places: Place[]): string {
  if (line.length <= MAX_SHOWN_LINE) return line;
  const half = MAX_SHOWN_LINE / 2;
  const starts = [0, ...places.map(({ column = 1 }) => Math.max(0, column - half))].sort((a, b) => a - b);
  let shown = "";
  let end = 0;
  for (const start of starts) {
    if (start > end) shown += "…";
    shown += line.slice(Math.max(start, end), start + MAX_SHOWN_LINE);
    end = Math.max(end, Math.min(line.length, start + MAX_SHOWN_LINE));
    if (shown.length > MAX_SOURCE / 4) break;
  }
  return end < line.length ? `${shown}…` : shown;
}
