import type { ReadItem, Skip } from "../../import/source-reading.ts";
import { isObject } from "../../import/values/json.ts";
import { printable } from "../printable.ts";
import { textTable } from "../text-table.ts";
import { notesText, skipsText } from "./notes.ts";
import type { SourceResult } from "./result.ts";

/** What was decided, the table, what is worth knowing, and every skip with its reason. */
export function asText(results: SourceResult[], dryRun: boolean): string {
  const parts = [
    ...results
      .filter(({ details }) => details.length > 0)
      .map(({ name, details }) => [name, ...details.map((line) => `  ${line}`)].join("\n")),
    sourcesTable(results, dryRun),
    ...(dryRun ? ["A dry run: nothing was stored."] : []),
    notesText(results),
    skipsText(results),
  ];
  return printable(parts.filter((part) => part !== "").join("\n\n"));
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
  return [factsOf(one), ...decided, ...(dryRun ? notes : [])];
}

function factsOf(one: ReadItem | Skip): string {
  if (!("article" in one)) return `${one.where}: skipped`;
  const { id, url, published_at, section, dateline, credit } = one.article;
  const facts = [
    published_at,
    section && `section ${section}`,
    dateline && `dateline ${dateline}`,
    isObject(credit) && `credit ${credit.name}`,
    url,
    `id ${id}`,
  ];
  return `${one.where}: ${facts.filter(Boolean).join(", ")}`;
}

function sourcesTable(results: SourceResult[], dryRun: boolean): string {
  const all = total(results);
  return textTable(
    ["source", "kind", "read", dryRun ? "would be stored" : "stored", "unchanged", "skipped"],
    [
      ...results.map(({ name, kind, read, stored, unchanged, skipped }) => [
        name,
        kind,
        read,
        stored,
        unchanged,
        skipped.length,
      ]),
      [
        `${results.length} ${results.length === 1 ? "source" : "sources"}`,
        "",
        all.read,
        all.stored,
        all.unchanged,
        all.skipped,
      ],
    ],
    ["left", "left", "right", "right", "right", "right"],
  );
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
