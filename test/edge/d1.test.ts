import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { d1 } from "../../src/edge/d1.ts";
import { Conflict } from "../../src/service/conflict.ts";
import type { Database } from "../../src/service/home.ts";
import { COLD_PATIENCE, WRITE_PATIENCE } from "../../src/service/patience.ts";
import { StoreFault } from "../../src/service/store-fault.ts";
import { ReplicatedD1, WRITE } from "./replicated-d1.ts";

afterEach(() => void vi.useRealTimers());

const READ = "SELECT 1 AS one";

/** D1, answering everything like this. */
function answering(answer: () => Promise<never>): Database {
  const statement = { bind: () => statement, first: answer, all: answer, run: answer };
  const session = { prepare: () => statement, batch: answer, getBookmark: () => null };
  return d1({ withSession: () => session } as unknown as D1Database);
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

describe("the store with its read replication", () => {
  it("asks the primary, time and again, however far a replica lags behind", async () => {
    const replicated = new ReplicatedD1();
    const [db, elsewhere] = [d1(replicated.database), d1(replicated.database)];
    const read = db.prepare(READ);
    expect(await read.first()).toEqual({ state: 0 });
    await elsewhere.prepare(WRITE).run();
    expect(await read.first()).toEqual({ state: 1 });
    expect((await db.batch([read, read])).map(({ results }) => results)).toEqual([[{ state: 1 }], [{ state: 1 }]]);
    expect(replicated.asked).toEqual({ primary: 4, replica: 0 });
  });

  it("asks a replica near by, which has as much as this instance knows of", async () => {
    const replicated = new ReplicatedD1();
    const [db, elsewhere] = [d1(replicated.database), d1(replicated.database)];
    await elsewhere.prepare(WRITE).run();
    // Nothing is known yet: what it has will do.
    expect(await db.near?.prepare(READ).first()).toEqual({ state: 0 });
    expect(await db.prepare(READ).first()).toEqual({ state: 1 });
    const near = db.near?.prepare(READ).first();
    await elsewhere.prepare(WRITE).run();
    replicated.replicate(1);
    expect(await near).toEqual({ state: 1 });
    expect(replicated.asked).toEqual({ primary: 3, replica: 2 });
  });

  it("reads near what the same instance has written", async () => {
    const replicated = new ReplicatedD1();
    const db = d1(replicated.database);
    await db.batch([db.prepare(WRITE), db.prepare(WRITE)]);
    const near = db.near?.prepare(READ).bind().all();
    replicated.replicate(1);
    replicated.replicate(2);
    expect(await near).toMatchObject({ results: [{ state: 2 }] });
  });

  it("forgets nothing that it has seen for an answer that was overtaken", async () => {
    const replicated = new ReplicatedD1();
    const db = d1(replicated.database);
    const { promise, resolve: arrive } = Promise.withResolvers<void>();
    replicated.way = () => promise;
    const early = db.prepare(READ).first();
    replicated.way = async () => undefined;
    await db.prepare(WRITE).run();
    arrive();
    expect(await early).toEqual({ state: 0 });
    const near = db.near?.prepare(READ).first();
    replicated.replicate(1);
    expect(await near).toEqual({ state: 1 });
  });

  it("gives a replica up that is silent", async () => {
    vi.useFakeTimers();
    const db = d1(new ReplicatedD1().database);
    await db.prepare(WRITE).run();
    const asked = thrown(db.near?.prepare(READ).first() ?? Promise.resolve());
    await vi.advanceTimersByTimeAsync(COLD_PATIENCE);
    expect(await asked).toMatchObject({ trouble: "slow", mayBeStored: false });
  });

  it("works in workerd, where the primary is the only copy", async () => {
    const db = d1(env.DB);
    await db.prepare("CREATE TABLE near (id TEXT)").run();
    await db.batch([db.prepare("INSERT INTO near VALUES ('a')")]);
    expect(await db.near?.prepare("SELECT id FROM near WHERE id = ?").bind("a").first()).toEqual({ id: "a" });
    await db.prepare("DROP TABLE near").run();
  });
});
