import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { databaseOn } from "../../../src/node/store/database.ts";
import { Connection, type Query } from "../../../src/node/store/sqlite.ts";
import { Conflict } from "../../../src/service/conflict.ts";
import { WRITE_PATIENCE } from "../../../src/service/patience.ts";
import { StoreFault } from "../../../src/service/store-fault.ts";
import { folder } from "../folder.ts";

/** A thread's database: what it leaves to the writer is in `sent`. */
function ofThread() {
  const file = join(folder(), "store.sqlite");
  const writer = new Connection(file);
  writer.run({ sql: "CREATE TABLE story (id TEXT PRIMARY KEY)", values: [] });
  const sent: string[] = [];
  const db = databaseOn(new Connection(file, { readOnly: true }), async (queries: Query[]) => {
    sent.push(...queries.map(({ sql }) => sql));
    // As it comes over from another thread.
    return structuredClone(writer.batch(queries));
  });
  return { db, sent };
}

describe("a thread's database", () => {
  it("reads on its own connection, and lets the writer do all else", async () => {
    const { db, sent } = ofThread();
    const insert = db.prepare("INSERT INTO story VALUES (?)");
    expect(await insert.bind("a").run()).toMatchObject({ meta: { changes: 1 } });
    expect(await db.prepare("INSERT INTO story VALUES (?) RETURNING id").bind("b").first()).toEqual({ id: "b" });
    expect(await db.prepare("SELECT id FROM story ORDER BY id").all()).toMatchObject({
      results: [{ id: "a" }, { id: "b" }],
    });
    expect(await db.prepare("SELECT id FROM story WHERE id = ?").bind("c").first()).toBeNull();
    const both = [db.prepare("SELECT count(*) AS count FROM story"), db.prepare("SELECT 1 AS one")];
    expect((await db.batch(both)).map(({ results }) => results)).toEqual([[{ count: 2 }], [{ one: 1 }]]);
    expect(sent).toEqual(["INSERT INTO story VALUES (?)", "INSERT INTO story VALUES (?) RETURNING id"]);
  });

  it("runs a batch that writes as one, what it reads in it included", async () => {
    const { db, sent } = ofThread();
    const count = db.prepare("SELECT count(*) AS count FROM story");
    const [, counted] = await db.batch([db.prepare("INSERT INTO story VALUES ('a')"), count]);
    expect([counted?.results, sent.length]).toEqual([[{ count: 1 }], 2]);
  });

  it("says what is wrong with the store, whether it reads or another thread writes", async () => {
    const file = join(folder(), "store.sqlite");
    new Connection(file).close();
    const full = Object.assign(new Error("database or disk is full"), { errcode: 13 });
    const db = databaseOn(new Connection(file, { readOnly: true }), () => Promise.reject(full));
    const thrown = (asked: Promise<unknown>) => asked.catch((error: unknown) => error);
    expect(await thrown(db.prepare("DELETE FROM story").run())).toMatchObject({ trouble: "full", mayBeStored: false });
    rmSync(file);
    for (const asked of [db.prepare("SELECT 1").first(), db.batch([db.prepare("SELECT 1"), db.prepare("SELECT 2")])])
      expect(await thrown(asked)).toMatchObject({ name: "StoreFault", trouble: "unreachable" });
    expect(await thrown(ofThread().db.prepare("SELECT nothing FROM story").first())).not.toBeInstanceOf(StoreFault);
  });

  it("does not wait for a write for ever: it may be stored all the same", async () => {
    vi.useFakeTimers();
    const db = databaseOn(new Connection(join(folder(), "store.sqlite")), () => new Promise(() => undefined));
    const asked = db
      .prepare("DELETE FROM story")
      .run()
      .catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(WRITE_PATIENCE);
    vi.useRealTimers();
    expect(await asked).toMatchObject({ trouble: "slow", mayBeStored: true });
  });

  it("says by table which constraint kept something out, also from another thread", async () => {
    const { db } = ofThread();
    const insert = db.prepare("INSERT INTO story VALUES ('a')");
    await insert.run();
    for (const attempt of [insert.run(), db.batch([insert])])
      expect(await attempt.catch((error: unknown) => error)).toMatchObject({ name: "Conflict", table: "story" });
    expect(await insert.run().catch((error: unknown) => error)).toBeInstanceOf(Conflict);
  });
});
