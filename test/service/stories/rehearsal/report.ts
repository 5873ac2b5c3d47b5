import { quantile } from "../../../bench/figures.ts";
import { KINDS } from "./addresses.ts";
import type { Rehearsed } from "./rehearsal.ts";
import type { TakenBack } from "./watch.ts";

/** How long the text of a story lived after it had been taken back, in milliseconds: 0 where it was never seen again. */
export const livedFor = ({ sights }: TakenBack): number =>
  Math.max(0, ...[...sights.values()].map(({ after }) => after));

/** What a person reads of a rehearsal. */
export function report({ minutes, editions, runs, watch, purges }: Rehearsed): string {
  const taken = [...watch.taken.values()];
  const rows = KINDS.flatMap((kind) =>
    [true, false].map((isFromCache) => {
      const lives = taken.map(({ sights }) => sights.get(`${kind} ${isFromCache}`)?.after ?? 0);
      const seen = lives.filter((life) => life > 0);
      return [
        kind,
        isFromCache ? "cache" : "worker",
        `${seen.length} of ${taken.length}`,
        seen.length ? duration(quantile(seen, 0.5)) : "–",
        seen.length ? duration(Math.max(...seen)) : "–",
      ];
    }),
  );
  const granted = purges.filter(({ isGranted }) => isGranted);
  const tags = granted.map((one) => one.tags);
  const answers = [...watch.answers]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([status, count]) => `${status} ${count}`);
  return [
    `${minutes} simulated minutes, ${editions} editions, ${taken.length} stories taken back, ${runs} runs of the worker`,
    `purge calls: ${granted.length} granted, ${purges.length - granted.length} refused; tags a granted call: ${tags.length ? `${quantile(tags, 0.5)} (median), ${Math.max(...tags)} (most)` : "–"}`,
    `answers: ${answers.join(", ")}`,
    "the last answer with the text of a story, after it was acknowledged that it is taken back:",
    table([["", "from", "stories seen", "median", "longest"], ...rows]),
  ].join("\n");
}

const UNITS = [
  ["days", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
] as const;

function duration(milliseconds: number): string {
  const [unit, size] = UNITS.find(([, least]) => milliseconds >= 2 * least) ?? ["s", 1_000];
  return `${(milliseconds / size).toFixed(1)} ${unit}`;
}

function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  "),
    )
    .join("\n");
}
