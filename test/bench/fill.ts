import { parseArticle } from "../../src/article/parse.ts";
import type { D1 } from "./workerd.ts";

/** Rows of one statement. */
const CHUNK = 50_000;
/** As the definition says. */
const PAGE_SIZE = 50;
/** The first story's time in seconds, and the seconds between two: a million end in 2025. */
const FIRST = Date.UTC(2006, 0, 1) / 1000;
const STEP = 600;

/** Numbers from `?1` to `?2`. */
const NUMBERS = "WITH RECURSIVE n(i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)";
const ID = "printf('old-%07d', i)";
const TIME = `(${FIRST} + i * ${STEP})`;

/**
 * A newsroom's past, written into the store as if it had been saved and archived: older than all stories, in full pages of
 * the feed's archive. The texts are short and the archive's documents empty, for no publish reads them.
 *
 * @param count a multiple of the page size
 */
export async function fillPast(store: D1, count: number): Promise<void> {
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(count, from + CHUNK) - 1;
    for (const insert of INSERTS)
      await store
        .prepare(`${insert.into} ${NUMBERS} ${insert.select}`)
        .bind(from, to, ...insert.more)
        .run();
  }
  const pages = count / PAGE_SIZE;
  await store
    .prepare(
      `INSERT INTO archive (feed, page, changed, composed, version, validators) ${NUMBERS} SELECT 'all', i, 1, 1, 1, ?3 FROM n`,
    )
    .bind(1, pages, JSON.stringify(Object.fromEntries(["rss", "atom", "json"].map((format) => [format, VALIDATORS]))))
    .run();
  await store
    .prepare(
      `INSERT INTO archive_document (feed, page, version, format, part, body) ${NUMBERS}
       SELECT 'all', i, 1, f.value, 0, '' FROM n, json_each('["rss","atom","json"]') f`,
    )
    .bind(1, pages)
    .run();
  await store.prepare("UPDATE feed SET pages = ?1, linked = ?1").bind(pages).run();
}

const VALIDATORS = { etag: "0123456789abcdef01234567", modified: FIRST * 1000 };

const INSERTS: { into: string; select: string; more: string[] }[] = [
  {
    into: "INSERT INTO article (id, entry_id, revision, published, updated, public)",
    select: `SELECT ${ID}, 'tag:gazette.example,2026:' || ${ID}, 1, ${TIME} * 1000, ${TIME} * 1000, 1 FROM n`,
    more: [],
  },
  {
    into: "INSERT INTO revision (article_id, revision, stored_at, updated, body)",
    select: `SELECT ${ID}, 1, ${TIME} * 1000, ${TIME} * 1000,
       json_set(?3, '$.id', ${ID}, '$.url', 'https://gazette.example/' || ${ID},
         '$.published_at', strftime('%Y-%m-%dT%H:%M:%SZ', ${TIME}, 'unixepoch')) FROM n`,
    more: [template()],
  },
  {
    into: "INSERT INTO membership (feed, article_id, page, updated, visible_from)",
    select: `SELECT 'all', ${ID}, i / ${PAGE_SIZE} + 1, ${TIME} * 1000, ${TIME} * 1000 FROM n`,
    more: [],
  },
];

function template(): string {
  const parsed = parseArticle({
    id: "old",
    url: "https://gazette.example/old",
    title: "An old story of the harbour, the council and the ferry",
    content_html: "<p>What was to be said of it then.</p>",
    authors: [{ name: "Ada Quayle" }],
    section: "Politics",
    tags: ["Ferries"],
    published_at: "2006-01-01T00:00:00Z",
  });
  if (parsed.status === "problems") throw new Error(JSON.stringify(parsed.problems));
  return JSON.stringify(parsed.article);
}
