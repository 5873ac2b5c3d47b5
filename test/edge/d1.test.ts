import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { d1 } from "../../src/edge/d1.ts";
import { Conflict } from "../../src/service/conflict.ts";
import type { Database } from "../../src/service/home.ts";
import { COLD_PATIENCE, WRITE_PATIENCE } from "../../src/service/patience.ts";
import { StoreFault } from "../../src/service/store-fault.ts";

afterEach(() => void vi.useRealTimers());

const READ = "SELECT 1 AS one";
const WRITE = "UPDATE article SET id = id";

/** D1, answering everything like this. */
function answering(answer: () => Promise<never>): Database {
  const statement = { bind: () => statement, first: answer, all: answer, run: answer };
  return d1({ prepare: () => statement, batch: answer } as unknown as D1Database);
}

/** The ways to ask. */
const WAYS: [string, (db: Database, sql: string) => Promise<unknown>][] = [
  ["first", (db, sql) => db.prepare(sql).first()],
  ["all", (db, sql) => db.prepare(sql).bind().all()],
  ["run", (db, sql) => db.prepare(sql).run()],
  ["batch", (db, sql) => db.batch([db.prepare(READ), db.prepare(sql)])],
];

const thrown = (asked: Promise<unknown>): Promise<unknown> => asked.catch((error: unknown) => error);

describe.each(WAYS)("a fault of D1's that %s meets", (_, ask) => {
  it("is the store's, and what was written may be stored where only the answer was lost", async () => {
    const lost = answering(() => Promise.reject(new Error("D1_ERROR: Network connection lost.")));
    const fault = await thrown(ask(lost, WRITE));
    expect(fault).toBeInstanceOf(StoreFault);
    expect(fault).toMatchObject({ trouble: "unreachable", mayBeStored: true });
    expect(await thrown(ask(lost, READ))).toMatchObject({ trouble: "unreachable", mayBeStored: false });
    const full = answering(() => Promise.reject(new Error("D1_ERROR: Exceeded maximum DB size")));
    expect(await thrown(ask(full, WRITE))).toMatchObject({ trouble: "full", mayBeStored: false });
  });

  it("is a silence that ends", async () => {
    vi.useFakeTimers();
    const hanging = answering(() => new Promise<never>(() => undefined));
    const asked = [thrown(ask(hanging, READ)), thrown(ask(hanging, WRITE))];
    await vi.advanceTimersByTimeAsync(COLD_PATIENCE);
    expect(await asked[0]).toMatchObject({ trouble: "slow", mayBeStored: false });
    await vi.advanceTimersByTimeAsync(WRITE_PATIENCE - COLD_PATIENCE);
    expect(await asked[1]).toMatchObject({ trouble: "slow", mayBeStored: true });
  });

  it("is ours where the statement is wrong", async () => {
    const fault = await thrown(ask(d1(env.DB), "SELECT nothing FROM nowhere"));
    expect(fault).toBeInstanceOf(Error);
    expect(fault).not.toBeInstanceOf(StoreFault);
  });
});

it("a constraint that kept something out is a conflict, whichever way it was sent", async () => {
  const db = d1(env.DB);
  await db.prepare("CREATE TABLE IF NOT EXISTS story (id TEXT PRIMARY KEY)").run();
  const insert = "INSERT INTO story VALUES ('a')";
  await db.prepare(insert).run();
  for (const [, ask] of WAYS) expect(await thrown(ask(db, insert))).toBeInstanceOf(Conflict);
  await db.prepare("DROP TABLE story").run();
});
