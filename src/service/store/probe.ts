import type { Database } from "../home.ts";

/** A row that nobody ever sees: both statements are one transaction. */
const ROW = ["", "probe"];

/** Finds out whether the store can be written to: only what is really written tells of a disk that is full. */
export async function probeWrites(db: Database): Promise<void> {
  await db.batch([
    db.prepare("INSERT INTO audience_batch (day, id) VALUES (?, ?)").bind(...ROW),
    db.prepare("DELETE FROM audience_batch WHERE day = ? AND id = ?").bind(...ROW),
  ]);
}
