import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openStore, readMigrations, storeFile } from "../../../src/node/store/open.ts";
import { folder } from "../folder.ts";

const STEPS = readMigrations(join(import.meta.dirname, "../../../src/service/store/migrations"));
const NEXT = { name: "9000_next.sql", sql: "CREATE TABLE next (id TEXT);\n" };

const tables = (file: string): unknown[] => {
  const database = new DatabaseSync(file);
  const rows = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  database.close();
  return rows.map(({ name }) => name);
};

describe("opening a store", () => {
  it("makes one where there is none, for nobody else to read, and finds it the next time", async () => {
    const directory = join(folder(), "deep/er");
    const first = await openStore(directory, STEPS);
    expect(first).toEqual({
      file: storeFile(directory),
      isNew: true,
      migrations: STEPS.map(({ name }) => name),
      copy: undefined,
    });
    expect(await openStore(directory, STEPS)).toMatchObject({ isNew: false, migrations: [], copy: undefined });
  });

  it("brings one up to date, after a copy has been made beside it", async () => {
    const directory = folder();
    const { file } = await openStore(directory, STEPS);
    const { copy = "", migrations } = await openStore(directory, [...STEPS, NEXT]);
    expect([migrations, copy]).toEqual([["9000_next.sql"], join(directory, "wireproof.before-9000_next.sqlite")]);
    expect([tables(file).includes("next"), tables(copy).includes("next"), tables(copy).includes("article")]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("refuses one of a later version, and leaves it as it is", async () => {
    const directory = folder();
    const { file } = await openStore(directory, [...STEPS, NEXT]);
    await expect(openStore(directory, STEPS)).rejects.toThrow("the store is of a later version");
    expect(tables(file)).toContain("next");
  });

  it.each([
    ["is none of SQLite's", (file: string) => writeFileSync(file, "no database".repeat(1000))],
    ["has lost its end", (file: string) => truncateSync(file, 20_000)],
    [
      "has a broken page",
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0x5a, 8192, 12_288);
        writeFileSync(file, bytes);
      },
    ],
  ])("refuses a file that %s", async (_, damage) => {
    const directory = folder();
    const { file } = await openStore(directory, STEPS);
    damage(file);
    await expect(openStore(directory, STEPS)).rejects.toThrow(
      /^the store .*wireproof\.sqlite is damaged \(.*npm run restore/,
    );
    expect(existsSync(file)).toBe(true);
  });
});
