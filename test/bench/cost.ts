import { MOST, type Row, rows } from "./cost/rows.ts";
import { type Figure, figure, table } from "./figures.ts";

/** What each parser takes of time and memory for ten times as much of the same. */
export async function benchCost(): Promise<Figure[]> {
  const all: Row[] = [];
  for await (const row of rows({ bytes: 100_000, repeat: 0 })) all.push(row);
  table(["parser", "shape", "10 KB, ms", "100 KB, ms", "factor", "MB", "factor", ""], all.map(cells));
  const over = all.filter(({ isOver }) => isOver);
  const name = `Parsers: shapes of which ten times as much costs more than ${MOST} times as much`;
  return [figure(name, over.length, `${over.length} of ${all.length}`, "0", over.length === 0)];
}

function cells({ parser, shape, small, large, time, memory, isOver }: Row): string[] {
  const refused = large?.refused === undefined ? "" : `, refused: ${large.refused}`;
  return [
    parser,
    shape,
    small?.milliseconds.toFixed(2) ?? "–",
    large?.milliseconds.toFixed(2) ?? "–",
    time.toFixed(1),
    large ? (large.memory / 2 ** 20).toFixed(0) : "–",
    memory.toFixed(1),
    `${isOver ? `> ${MOST}` : "ok"}${refused}`,
  ];
}
