import { homeOn, type Newsroom } from "../newsroom.ts";

/** What has to be equal in a store and its copy. What a key has used up today is left out, as are receipts and counts. */
const TABLES = {
  // What is in sight, the copy takes for seen.
  article: `SELECT id, entry_id, revision, published, updated,
      public OR EXISTS (SELECT 1 FROM membership m WHERE m.article_id = id AND m.visible_from <= unixepoch() * 1000
        AND coalesce(m.visible_until > unixepoch() * 1000, true)) AS public
    FROM article ORDER BY id`,
  revision: "SELECT * FROM revision ORDER BY article_id, revision",
  membership: "SELECT * FROM membership ORDER BY feed, article_id",
  partner: "SELECT * FROM partner ORDER BY slug",
  partner_key: `SELECT id, partner, hash, label, feeds, created_at, expires_at, revoked_at, last_used_at FROM partner_key
    ORDER BY id`,
};

/** The test's store as it is now, table by table. */
export async function dump(): Promise<Record<string, unknown[]>> {
  const { db } = homeOn();
  const tables: Record<string, unknown[]> = {};
  for (const [table, sql] of Object.entries(TABLES)) tables[table] = (await db.prepare(sql).all()).results;
  return tables;
}

export const exported = async (desk: Newsroom): Promise<string> => (await desk.request("GET", "/api/export")).text();

export interface Result {
  line: number;
  type?: string;
  id?: string;
  status: string;
  problems?: { path: string; detail: string }[];
}

export async function imported(desk: Newsroom, lines: string): Promise<Result[]> {
  const response = await desk.request("POST", "/api/import", lines);
  return linesOf(await response.text()) as unknown as Result[];
}

export const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Every document of feeds, the pages of their archives among them. */
export async function documents(desk: Newsroom, slugs: string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const slug of slugs)
    for (const format of ["rss", "atom", "json"]) {
      found[`${slug}.${format}`] = await desk.document(`/feeds/${slug}.${format}`);
      for (let page = 1; page <= 9; page += 1) {
        const text = await desk.document(`/feeds/${slug}/archive/${page}.${format}`);
        if (text.includes("<html")) break;
        found[`${slug} ${page}.${format}`] = text;
      }
    }
  return found;
}
