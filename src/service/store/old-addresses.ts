import { millisecondsInDay } from "date-fns/constants";
import type { Database, PreparedStatement } from "../home.ts";
import { AUDIENCE_DAYS } from "./audience.ts";
import { visible } from "./visible.ts";

/**
 * Rows that are kept, of those that a redirect knows and of all others, each for itself: anybody can invent addresses, and those that are
 * asked for less give way. Some 100 bytes each.
 */
export const MAX_OLD_ADDRESSES = { answered: 1_000, unanswered: 300 };

/** How often a product asked for an old address. */
export interface AskedAddress {
  address: string;
  product: string;
  /** Slug and format of the feed that a redirect led to; null: none knew the address. */
  leads_to: string | null;
  asked: number;
  /** Milliseconds. */
  first_at: number;
  last_at: number;
}

/** Adds up with what is stored. Race: instances count the same address at once; each adds its own. */
export async function addAskedAddresses(db: Database, counts: AskedAddress[], now: number): Promise<void> {
  await db.batch([
    db.prepare(ADD).bind(JSON.stringify(counts)),
    db.prepare("DELETE FROM old_address WHERE last_at < ?").bind(now - AUDIENCE_DAYS * millisecondsInDay),
    keepMost(db, "IS NOT NULL", MAX_OLD_ADDRESSES.answered),
    keepMost(db, "IS NULL", MAX_OLD_ADDRESSES.unanswered),
  ]);
}

const COLUMNS = ["address", "product", "leads_to", "asked", "first_at", "last_at"];

const ADD = `INSERT INTO old_address (${COLUMNS.join(", ")})
  SELECT ${COLUMNS.map((column) => `value ->> '${column}'`).join(", ")} FROM json_each(?1) WHERE true
  ON CONFLICT (address, product) DO UPDATE SET asked = asked + excluded.asked, leads_to = excluded.leads_to,
    last_at = max(last_at, excluded.last_at)`;

const keepMost = (db: Database, which: "IS NULL" | "IS NOT NULL", most: number): PreparedStatement =>
  db
    .prepare(
      `DELETE FROM old_address WHERE (address, product) IN (
         SELECT address, product FROM old_address WHERE leads_to ${which}
         ORDER BY asked DESC, last_at DESC LIMIT -1 OFFSET ?)`,
    )
    .bind(most);

/** All that is kept. */
export async function listAskedAddresses(db: Database): Promise<AskedAddress[]> {
  const { results } = await db.prepare(`SELECT ${COLUMNS.join(", ")} FROM old_address`).all<AskedAddress>();
  return results;
}

/** Whether one of these is the URL of a story that everybody may see. */
export const isStoryAt = async (db: Database, urls: string[], now: number): Promise<boolean> =>
  (await db
    .prepare(
      `SELECT 1 FROM json_each(?1) wanted
         CROSS JOIN revision r INDEXED BY revision_url ON r.body ->> '$.url' = wanted.value AND r.superseded_at IS NULL
         CROSS JOIN membership m INDEXED BY membership_article ON m.article_id = r.article_id AND ${visible("m", "?2")}
         CROSS JOIN feed f ON f.slug = m.feed AND f.partner IS NULL LIMIT 1`,
    )
    .bind(JSON.stringify(urls), now)
    .first()) !== null;
