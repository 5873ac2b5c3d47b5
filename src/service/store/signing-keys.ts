import type { PublicKey } from "../../partner/statement.ts";
import type { Database } from "../home.ts";

/** A public key, and when statements were signed with it. Milliseconds. */
export interface UsedKey extends Pick<PublicKey, "kid" | "x"> {
  /** Null: since before keys were kept. */
  since: number | null;
  /** Null: still. */
  until: number | null;
}

/** Every key that statements were signed with, the newest last. */
export const listUsedKeys = async (db: Database): Promise<UsedKey[]> =>
  (await db.prepare("SELECT kid, x, since, until FROM signing_key ORDER BY since, kid").all<UsedKey>()).results;

/**
 * Notes that a key signs from now on, and no other. Race: while one deployment takes another's place, each with its own key, both may
 * sign in turn: a key is noted before it signs, so its time covers what it signed.
 */
export async function noteUsedKey(db: Database, { kid, x }: Pick<PublicKey, "kid" | "x">, now: number): Promise<void> {
  const { results } = await db.prepare("SELECT kid FROM signing_key WHERE until IS NULL").all<{ kid: string }>();
  if (results.length === 1 && results[0]?.kid === kid) return;
  await db.batch([
    db
      .prepare("UPDATE signing_key SET until = max(?2, coalesce(since, 0)) WHERE until IS NULL AND kid <> ?1")
      .bind(kid, now),
    db
      .prepare(
        `INSERT INTO signing_key (kid, x, since) SELECT ?1, ?2, CASE WHEN EXISTS (SELECT 1 FROM signing_key) THEN ?3 END
         WHERE true ON CONFLICT (kid) DO UPDATE SET until = NULL`,
      )
      .bind(kid, x, now),
  ]);
}
