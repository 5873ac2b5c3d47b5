import { parse } from "csv-parse/sync";
import { firstWords } from "../../article/text.ts";
import type { Draft, FeedDraft } from "../draft.ts";
import type { ReadDraft } from "../feeds/read-each.ts";
import type { ImportSource } from "../source.ts";
import { type Skip, skipUnreadable } from "../source-reading.ts";
import { absoluteUrl } from "../values/addresses.ts";
import { parseDate } from "../values/dates.ts";
import { unlessBlank } from "../values/text.ts";
import { readSubstackBody } from "./body.ts";

/** A row of `posts.csv`, by the names of its columns. */
type Row = Record<string, string | undefined>;

/** The names by which Substack's table of posts is known, whatever else stands beside them. */
const COLUMNS = ["post_id", "is_published", "audience", "title"];

/** Whether a text is the table of a Substack's posts, by its first line. */
export function isSubstackTable(csv: string): boolean {
  const [first = ""] = csv.replace(/^\uFEFF/, "").split(/\r?\n/, 1);
  const names = first.split(",").map((name) => name.trim().replace(/^"|"$/g, ""));
  return COLUMNS.every((name) => names.includes(name));
}

/**
 * Substack's archive: a table says what each post is, and a file of HTML holds its text.
 *
 * @param textOf the text of a post, by its id (`123.a-slug`); undefined where there is none
 */
export async function readSubstackArchive(
  csv: string,
  textOf: (id: string) => Promise<string | undefined>,
  source: ImportSource,
): Promise<FeedDraft> {
  const home = absoluteUrl(source.base ?? source.home)?.replace(/\/*$/, "/");
  const rows: Row[] = parse(csv, { bom: true, columns: true, relax_column_count: true, skip_empty_lines: true });
  const drafts: Draft[] = [];
  const skipped: Skip[] = [];
  for (const [index, row] of rows.entries()) {
    const where = `post ${index + 1}`;
    const one = await readPost(row, where, textOf, { ...source, home }).catch(
      (fault: unknown): ReadDraft => ({ skip: skipUnreadable(where, fault) }),
    );
    if ("draft" in one) drafts.push(one.draft);
    else skipped.push(one.skip);
  }
  const notes = home ? [] : ["it does not say where its site is: --base URL says it"];
  return { facts: { home, authors: [] }, drafts, skipped, notes };
}

async function readPost(
  row: Row,
  where: string,
  textOf: (id: string) => Promise<string | undefined>,
  { home, now, postTypes }: ImportSource,
): Promise<ReadDraft> {
  const id = row.post_id?.trim() ?? "";
  const title = row.title?.trim() ?? "";
  const skip = (reason: string, more: Partial<Skip> = {}): ReadDraft => ({
    skip: { where: `${where} “${firstWords(title || id, 60)}”`, reason, ...more },
  });
  const type = wordIn(row.type);
  if (type === "thread") return skip("it is no story: a thread is a conversation", { isNoStory: true });
  if (type === "page" && !postTypes?.includes("page"))
    return skip("it is a page: --pages takes pages as well", { isNoStory: true });
  const html = await textOf(id);
  if (html === undefined) return skip(`its text, posts/${id}.html, is not in the archive`);
  const notes: string[] = [];
  const { content, gated } = readSubstackBody(html, notes);
  const slug = /^\d+\.(.+)$/s.exec(id)?.[1];
  const url = slug && home ? `${home}p/${encodeURIComponent(slug)}` : undefined;
  const podcast = row.podcast_url?.trim();
  return {
    draft: {
      where,
      // Substack's own feeds have the address as the guid.
      guid: url ?? id,
      link: url,
      base: [],
      title: unlessBlank({ type: "text", value: title }),
      description: unlessBlank({ type: "text", value: row.subtitle ?? "" }),
      content: unlessBlank({ type: "html", value: content }),
      authors: [],
      tags: [],
      media: podcast ? [{ url: podcast, medium: "audio" }] : [],
      published: row.post_date?.trim() || row.email_sent_at?.trim() || undefined,
      ...keptBackIn(row, type, gated, now),
      notes,
    },
  };
}

const AUDIENCES: Record<string, string> = {
  only_paid: "it is for paying subscribers only",
  only_free: "it is for some subscribers only",
  founding: "it is for founding members only",
};

/** Only what says that it is published, and for everyone, is shown. */
function keptBackIn(
  row: Row,
  type: string,
  gated: string | undefined,
  now: string,
): Pick<Draft, "withheld" | "embargo"> {
  const date = parseDate(row.post_date ?? "");
  const isAhead = date !== null && Date.parse(date) > Date.parse(now);
  return {
    withheld: byPublished(row) ?? byType(type) ?? byAudience(row) ?? gated,
    embargo: isAhead ? row.post_date : undefined,
  };
}

function byPublished(row: Row): string | undefined {
  const published = wordIn(row.is_published);
  if (published === "true") return undefined;
  return published === "false" || published === "" ? "it is a draft" : notUnderstood("is_published", published);
}

function byType(type: string): string | undefined {
  if (type === "adhoc_email") return "it was for e-mail only";
  return ["", "newsletter", "podcast", "video", "page"].includes(type) ? undefined : notUnderstood("type", type);
}

function byAudience(row: Row): string | undefined {
  const audience = wordIn(row.audience);
  if (audience === "everyone") return undefined;
  return Object.hasOwn(AUDIENCES, audience) ? AUDIENCES[audience] : notUnderstood("audience", audience);
}

const notUnderstood = (what: string, word: string): string =>
  `it says ${what}: ${firstWords(word, 40) || "nothing"}, which nobody here understands`;

const wordIn = (cell: string | undefined): string => cell?.trim().toLowerCase() ?? "";
