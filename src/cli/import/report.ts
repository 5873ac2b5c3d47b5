import Table from "cli-table3";
import type { ReadItem, Skip } from "../../import/source-reading.ts";
import { notesText, skipsText } from "./notes.ts";
import type { SourceResult } from "./result.ts";

/** What was decided, the table, what is worth knowing, and every skip with its reason. */
export function asText(results: SourceResult[], dryRun: boolean): string {
  const parts = [
    ...results
      .filter(({ details }) => details.length > 0)
      .map(({ name, details }) => [name, ...details.map((line) => `  ${line}`)].join("\n")),
    table(results, dryRun),
    ...(dryRun ? ["A dry run: nothing was stored."] : []),
    notesText(results),
    skipsText(results),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

export const asJson = (results: SourceResult[]): string =>
  JSON.stringify({ sources: results, total: total(results) }, null, 2);

/** What the parser took each line of a page for; for an item of a feed, one line and its notes. */
export function decisionsOf(one: ReadItem | Skip, dryRun: boolean): string[] {
  const decided = (one.decisions ?? []).map(
    ({ line, text, as }) => `  ${String(line).padStart(4)}  ${as.padEnd(28)}  ${cut(text, 60)}`,
  );
  if (decided.length === 0 && !dryRun) return [];
  const notes = "article" in one ? one.notes.map((note) => `  ${note}`) : [];
  return [summary(one), ...decided, ...(dryRun ? notes : [])];
}

function summary(one: ReadItem | Skip): string {
  if (!("article" in one)) return `${one.where}: skipped`;
  const { id, url, published_at, section, dateline, credit } = one.article as Record<string, unknown>;
  const facts = [
    published_at,
    section && `section ${section}`,
    dateline && `dateline ${dateline}`,
    credit && `credit ${(credit as { name?: string }).name}`,
    url,
    `id ${id}`,
  ];
  return `${one.where}: ${facts.filter(Boolean).join(", ")}`;
}

function table(results: SourceResult[], dryRun: boolean): string {
  const head = ["source", "kind", "read", dryRun ? "would be stored" : "stored", "unchanged", "skipped"];
  const table = new Table({
    head,
    colAligns: ["left", "left", "right", "right", "right", "right"],
    style: { head: [], border: [] },
  });
  for (const { name, kind, read, stored, unchanged, skipped } of results)
    table.push([name, kind, read, stored, unchanged, skipped.length]);
  const sum = total(results);
  table.push([
    `${results.length} ${results.length === 1 ? "source" : "sources"}`,
    "",
    sum.read,
    sum.stored,
    sum.unchanged,
    sum.skipped,
  ]);
  return table.toString();
}

const total = (results: SourceResult[]) => ({
  read: sum(results.map(({ read }) => read)),
  stored: sum(results.map(({ stored }) => stored)),
  unchanged: sum(results.map(({ unchanged }) => unchanged)),
  skipped: sum(results.map(({ skipped }) => skipped.length)),
});

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`;
