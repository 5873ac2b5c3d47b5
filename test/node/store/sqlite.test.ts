import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Connection } from "../../../src/node/store/sqlite.ts";
import { folder } from "../folder.ts";

function opened() {
  const file = join(folder(), "store.sqlite");
  const connection = new Connection(file);
  connection.run({ sql: "CREATE TABLE story (id TEXT PRIMARY KEY, words INTEGER)", values: [] });
  return { file, connection };
}

const insert = (id: string, words = 1) => ({ sql: "INSERT INTO story VALUES (?, ?)", values: [id, words] });

describe("a connection", () => {
  it("gives rows, and says how many a statement has changed", () => {
    const { connection } = opened();
    expect(connection.run(insert("a", 7))).toEqual({ results: [], meta: { changes: 1 } });
    expect(connection.run({ sql: "SELECT * FROM story WHERE id = ?1", values: ["a"] })).toEqual({
      results: [{ id: "a", words: 7 }],
      meta: { changes: 0 },
    });
    const returning = { sql: "UPDATE story SET words = 8 RETURNING id", values: [] };
    expect(connection.run(returning)).toEqual({ results: [{ id: "a" }], meta: { changes: 1 } });
    connection.close();
  });

  it("undoes a batch whole where one statement fails, and goes on", () => {
    const { connection } = opened();
    expect(() => connection.batch([insert("a"), insert("a")])).toThrow("UNIQUE constraint failed: story.id");
    expect(connection.batch([insert("a"), insert("b")]).map(({ meta }) => meta.changes)).toEqual([1, 1]);
    connection.close();
  });

  it("commits to the disk before it acknowledges, and lets others read meanwhile", () => {
    const { file, connection } = opened();
    const pragma = (name: string) =>
      Object.values(connection.run<object>({ sql: `PRAGMA ${name}`, values: [] }).results[0] ?? {});
    expect([pragma("journal_mode"), pragma("synchronous"), pragma("busy_timeout")]).toEqual([["wal"], [2], [5000]]);
    const reader = new Connection(file, { readOnly: true });
    connection.run(insert("a"));
    expect(reader.run({ sql: "SELECT id FROM story", values: [] }).results).toEqual([{ id: "a" }]);
    expect(() => reader.run(insert("b"))).toThrow("readonly");
    reader.close();
    connection.close();
  });
});
