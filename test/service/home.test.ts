import { beforeEach, describe, expect, it } from "vitest";
import { Conflict } from "../../src/service/conflict.ts";
import { here } from "../homes/here.ts";

const { db } = here;

beforeEach(async () => {
  await here.reset();
  await db.prepare("CREATE TABLE story (id TEXT PRIMARY KEY, title TEXT NOT NULL)").run();
});

const insert = (id: string, title: string | null) =>
  db.prepare("INSERT INTO story (id, title) VALUES (?, ?)").bind(id, title);
const stories = async () => (await db.prepare("SELECT id, title FROM story ORDER BY id").all()).results;

describe("the database of a home", () => {
  it("runs a statement with its values, and says how many rows were changed", async () => {
    expect((await insert("a", "é ' \" 😀").run()).meta.changes).toBe(1);
    expect(await db.prepare("SELECT title FROM story WHERE id = ?").bind("a").first()).toEqual({ title: "é ' \" 😀" });
    expect(await db.prepare("SELECT title FROM story WHERE id = ?").bind("b").first()).toBeNull();
    expect((await db.prepare("DELETE FROM story WHERE id = 'b'").run()).meta.changes).toBe(0);
  });

  it("gives a statement new values without changing it", async () => {
    const statement = db.prepare("INSERT INTO story (id, title) VALUES (?, ?)");
    await db.batch([statement.bind("a", "A"), statement.bind("b", "B")]);
    expect(await stories()).toEqual([
      { id: "a", title: "A" },
      { id: "b", title: "B" },
    ]);
  });

  it("answers a batch statement by statement, each with its rows and changes", async () => {
    const [inserted, found] = await db.batch<{ id: string }>([insert("a", "A"), db.prepare("SELECT id FROM story")]);
    expect([inserted?.meta.changes, inserted?.results, found?.results]).toEqual([1, [], [{ id: "a" }]]);
  });

  it("counts the rows that a statement has changed, and of one that changes none no older statement's", async () => {
    await db.batch([insert("a", "A"), insert("b", "B")]);
    const changes = async (sql: string) => (await db.prepare(sql).run()).meta.changes;
    expect(await changes("CREATE TABLE later (id TEXT)")).toBe(0);
    expect(await changes("SELECT id FROM story")).toBe(0);
    expect(await changes("INSERT INTO story VALUES ('a', 'Late') ON CONFLICT DO NOTHING")).toBe(0);
    expect(await db.prepare("UPDATE story SET title = 'C' RETURNING id").all()).toMatchObject({
      results: [{ id: "a" }, { id: "b" }],
      meta: { changes: 2 },
    });
  });

  it.each([
    ["INSERT", "INSERT INTO story SELECT * FROM named"],
    ["REPLACE", "REPLACE INTO story SELECT * FROM named"],
    ["UPDATE", "UPDATE story SET title = 'B' WHERE id IN (SELECT id FROM named)"],
    ["DELETE", "DELETE FROM story WHERE id IN (SELECT id FROM named)"],
  ])("takes a %s that begins with what it names for the change that it is", async (_, sql) => {
    if (!sql.startsWith("INSERT")) await insert("a", "A").run();
    expect((await db.prepare(`WITH named AS (SELECT 'a' AS id, 'B' AS title) ${sql}`).run()).meta.changes).toBe(1);
  });

  it("gives values back as they were: null, numbers, texts with anything in them", async () => {
    await db.prepare("CREATE TABLE kept (whole INTEGER, part REAL, text TEXT, missing TEXT)").run();
    const row = { whole: Number.MAX_SAFE_INTEGER, part: 0.1, text: "a\0b \u2028 😀", missing: null };
    await db
      .prepare("INSERT INTO kept VALUES (?, ?, ?, ?)")
      .bind(...Object.values(row))
      .run();
    expect(await db.prepare("SELECT * FROM kept").first()).toEqual(row);
  });

  it("sees within a batch what the batch has done before", async () => {
    const count = db.prepare("SELECT count(*) AS count FROM story");
    const [before, , after] = await db.batch([count, insert("a", "A"), count]);
    expect([before?.results, after?.results]).toEqual([[{ count: 0 }], [{ count: 1 }]]);
  });

  it("keeps out what refers to nothing, with its whole batch", async () => {
    await db.prepare("CREATE TABLE note (story TEXT REFERENCES story (id))").run();
    const note = db.prepare("INSERT INTO note VALUES ('a')");
    await expect(db.batch([insert("b", "B"), note])).rejects.toThrow("FOREIGN KEY constraint failed");
    expect(await stories()).toEqual([]);
    await db.batch([insert("a", "A"), note]);
  });

  it.each([
    ["a key that is taken", () => insert("a", "B")],
    ["a null where there must be a value", () => insert("c", null)],
  ])("undoes a batch whole that meets %s, and says whose constraint it was", async (_, statement) => {
    await insert("a", "A").run();
    const fault = await db.batch([insert("b", "B"), statement()]).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Conflict);
    expect(fault).toMatchObject({ table: "story", cause: expect.any(Error) });
    expect(await stories()).toEqual([{ id: "a", title: "A" }]);
  });

  it("tells other faults as they are, and undoes the batch too", async () => {
    const fault = await db
      .batch([insert("a", "A"), db.prepare("INSERT INTO missing VALUES (1)")])
      .catch((error: unknown) => error);
    expect(fault).not.toBeInstanceOf(Conflict);
    expect(String(fault)).toContain("no such table");
    expect(await stories()).toEqual([]);
  });
});

describe("a home", () => {
  it("waits as long as it is asked to", async () => {
    const start = Date.now();
    await here.make().wait(30);
    expect(Date.now() - start).toBeGreaterThanOrEqual(29);
  });

  it("knows where a request comes from, and takes no client's word for it", () => {
    const { addressOf } = here.make();
    const request = () =>
      new Request("https://feeds.example/", {
        headers: { "x-forwarded-for": "192.0.2.9", forwarded: "for=192.0.2.9" },
      });
    expect(addressOf(request())).toBeNull();
    expect(addressOf(here.from("192.0.2.1", request()))).toBe("192.0.2.1");
  });

  it("knows what codings a client accepts", () => {
    const { acceptEncodingOf } = here.make();
    const headers = { "accept-encoding": "gzip" };
    expect(acceptEncodingOf(new Request("https://feeds.example/", { headers }))).toBe("gzip");
    expect(acceptEncodingOf(new Request("https://feeds.example/"))).toBeNull();
  });

  it("sends a body that is encoded already as it is, and none where there is none", async () => {
    const { encoded } = here.make();
    const headers = { "content-encoding": "gzip", "content-length": "4" };
    const bytes = new Uint8Array([31, 139, 8, 0]);
    const whole = encoded(bytes, { status: 226, headers });
    expect([whole.status, whole.headers.get("content-encoding")]).toEqual([226, "gzip"]);
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytes);
    const head = encoded(null, { headers });
    expect([head.headers.get("content-length"), await head.text()]).toEqual(["4", ""]);
  });
});
