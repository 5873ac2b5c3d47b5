import type { ReadItem, Skip } from "../../import/source-reading.ts";
import { isObject } from "../../import/values/json.ts";

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

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`;
