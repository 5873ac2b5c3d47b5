import { closeSync, copyFileSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { Connection } from "../../../src/node/store/sqlite.ts";
import { errcodeOf } from "../../../src/node/store/trouble.ts";
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

describe("a connection that meets a fault of the file", () => {
  const errcode = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return errcodeOf(error);
    }
  };
  const read = { sql: "SELECT count(*) AS count, sum(length(id)) AS length FROM story", values: [] };

  it("waits for a lock, tells soon whoever comes after while it is held, and waits again once it is gone", () => {
    const { file, connection } = opened();
    const other = new Connection(file);
    const waits = () =>
      Object.values(connection.run<object>({ sql: "PRAGMA busy_timeout", values: [] }).results[0] ?? {});
    other.batch([insert("x")]);
    const holder = new DatabaseSync(file);
    holder.exec("BEGIN IMMEDIATE");
    expect(errcode(() => connection.batch([insert("a")]))).toBe(5);
    const began = performance.now();
    for (let count = 0; count < 5; count += 1) expect(errcode(() => connection.batch([insert("a")]))).toBe(5);
    // One wait of the usual length is longer than all of these.
    expect(performance.now() - began).toBeLessThan(5_000);
    holder.close();
    connection.batch([insert("a")]);
    expect(waits()).toEqual([5000]);
    other.close();
    connection.close();
  });

  it("neither reads nor writes what was moved away, and goes on when it is back", () => {
    const { file, connection } = opened();
    const reader = new Connection(file, { readOnly: true });
    connection.batch([insert("a")]);
    renameSync(dirname(file), `${dirname(file)}.gone`);
    expect([errcode(() => connection.batch([insert("b")])), errcode(() => reader.run(read))]).toEqual([1032, 1032]);
    renameSync(`${dirname(file)}.gone`, dirname(file));
    connection.batch([insert("b")]);
    expect(reader.run(read).results).toEqual([{ count: 2, length: 2 }]);
    reader.close();
    connection.close();
  });

  it("reads what stands under the file's name, though it be another file", () => {
    const { file, connection } = opened();
    connection.batch([insert("a")]);
    connection.settle();
    const reader = new Connection(file, { readOnly: true });
    expect(reader.run(read).results).toEqual([{ count: 1, length: 1 }]);
    connection.close();
    copyFileSync(file, `${file}.copy`);
    const copy = new Connection(`${file}.copy`);
    copy.batch([insert("b")]);
    copy.settle();
    copy.close();
    for (const end of ["-wal", "-shm"]) rmSync(file + end, { force: true });
    renameSync(`${file}.copy`, file);
    expect(reader.run(read).results).toEqual([{ count: 2, length: 2 }]);
    reader.close();
  });

  it("forgets a damaged page that it has read: once the page is sound, so is what is read", () => {
    const { file, connection } = opened();
    for (let count = 0; count < 50; count += 1) connection.batch([insert(`${count} ${"x".repeat(1_000)}`)]);
    connection.settle();
    const reader = new Connection(file, { readOnly: true });
    const sound = readFileSync(file);
    const damaged = Buffer.from(sound);
    damaged.fill(0xab, 4_096);
    overwrite(file, damaged);
    expect([errcode(() => reader.run(read)), errcode(() => reader.run(read))]).toEqual([11, 11]);
    overwrite(file, sound);
    expect(reader.run<{ count: number }>(read).results[0]?.count).toBe(50);
    reader.close();
    connection.close();
  });
});

/** Other content in the same file. */
function overwrite(file: string, bytes: Buffer): void {
  const descriptor = openSync(file, "r+");
  writeSync(descriptor, bytes);
  closeSync(descriptor);
}
