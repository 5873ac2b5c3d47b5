import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { d1 } from "../../src/edge/d1.ts";
import { Conflict } from "../../src/service/conflict.ts";

const db = d1(env.DB);

beforeEach(async () => {
  await reset();
  await db.prepare("CREATE TABLE story (id TEXT PRIMARY KEY, title TEXT NOT NULL)").run();
});

const insert = (id: string, title: string | null) =>
  db.prepare("INSERT INTO story (id, title) VALUES (?, ?)").bind(id, title);
const stories = async () => (await db.prepare("SELECT id, title FROM story ORDER BY id").all()).results;

describe("D1 as the service's database", () => {
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
