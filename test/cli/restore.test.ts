import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endOwnServices, newFolder, type OwnService, putUnderLoad, startOwnService } from "./own-service.ts";
import { runCli } from "./run.ts";

let folder: string;
let directory: string;
let service: OwnService;
let backup: string;
/** The changes that the backup has to hold. */
let acknowledged: number;

beforeAll(async () => {
  folder = await newFolder();
  directory = join(folder, "store");
  backup = join(folder, "backup.sqlite");
  service = await startOwnService(directory);
  const load = putUnderLoad(service);
  while (load.acknowledged() < 60) await new Promise((resolve) => setTimeout(resolve, 20));
  acknowledged = load.acknowledged();
  expect((await runCli("backup", [backup, "--persist-to", directory])).code).toBe(0);
  await load.end();
});
afterAll(endOwnServices);

const restore = (file: string, to = directory) => runCli("restore", [file, "--persist-to", to]);
const storeFiles = (place = directory) => readdirSync(place).filter((name) => name.startsWith("wireproof"));

const titlesOf = async (from: OwnService): Promise<number[]> => {
  const stories = Array.from({ length: 50 }, (_, n) => from.ask("GET", `/api/articles/load-${n}`));
  const found = await Promise.all((await Promise.all(stories)).map((answer) => answer.json()));
  return found.map((story) => Number((story as { title: string }).title.slice("Change ".length)));
};

describe("npm run restore", () => {
  it("refuses while a service runs on the store, says which, and touches nothing", async () => {
    const before = storeFiles();
    const { code, out, err } = await restore(backup);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(
      /^wireproof: \S+store is in use by the process \d+, which runs on http:\/\/127\.0\.0\.1:\d+: stop it first\n$/,
    );
    expect(storeFiles()).toEqual(before);
    expect((await service.ask("GET", "/health")).status).toBe(200);
  });

  it("takes a backup that was made under load: the service has all that was acknowledged before it, and publishes it", async () => {
    // Killed, so that changes still stand in the -wal of the store that is kept.
    await service.stop("SIGKILL");
    const { code, out, err } = await restore(backup);
    expect([code, err]).toEqual([0, ""]);
    const kept = /The store that was there is (\S+)\.\n$/.exec(out)?.[1] ?? "";
    expect(kept).toMatch(/store\/wireproof\.replaced-\d{8}T\d{6}Z\.sqlite$/);
    expect(storeFiles()).toEqual([kept.slice(directory.length + 1), "wireproof.sqlite"]);

    service = await startOwnService(directory);
    const titles = await titlesOf(service);
    expect(Math.max(...titles)).toBeGreaterThanOrEqual(acknowledged);
    const latest = Math.max(...titles);
    expect(titles.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => latest - 49 + n));
    expect((await service.ask("PUT", "/api/articles/next", STORY)).status).toBe(201);
    await service.stop();

    const old = new DatabaseSync(kept, { readOnly: true });
    expect(Object.values(old.prepare("PRAGMA integrity_check").get() ?? {})).toEqual(["ok"]);
    const count = "SELECT max(CAST(substr(body ->> '$.title', 8) AS INTEGER)) AS latest FROM revision";
    expect(Number(old.prepare(count).get()?.latest)).toBeGreaterThan(latest);
    old.close();
  });

  it("makes a store where there is none", async () => {
    const place = join(folder, "new");
    expect(await restore(backup, place)).toEqual({
      code: 0,
      out: `${place} has the store of ${backup} now.\n`,
      err: "",
    });
    expect(storeFiles(place)).toEqual(["wireproof.sqlite"]);
  });

  it("takes a backup of an older schema, which the next start brings up to date", async () => {
    const [old, place] = [join(folder, "old.sqlite"), join(folder, "older")];
    copyFileSync(backup, old);
    const database = new DatabaseSync(old);
    database.exec(
      `DROP INDEX revision_url; DROP INDEX archive_refused; DELETE FROM d1_migrations WHERE name = '0009_desk.sql'`,
    );
    database.close();
    expect((await restore(old, place)).code).toBe(0);
    const upgraded = await startOwnService(place);
    expect((await upgraded.ask("GET", "/api/articles/load-1")).status).toBe(200);
    await upgraded.stop();
    expect(storeFiles(place)).toContain("wireproof.before-0009_desk.sqlite");
  });

  it("takes the place of a store that is damaged, which it keeps with its -wal", async () => {
    const place = join(folder, "damaged");
    expect((await restore(backup, place)).code).toBe(0);
    writeFileSync(join(place, "wireproof.sqlite"), "nothing of SQLite's");
    writeFileSync(join(place, "wireproof.sqlite-wal"), "nor this");
    expect((await restore(backup, place)).code).toBe(0);
    const names = storeFiles(place);
    expect(names).toEqual([
      expect.stringMatching(/^wireproof\.replaced-\w+\.sqlite$/),
      expect.stringMatching(/^wireproof\.replaced-\w+\.sqlite-wal$/),
      "wireproof.sqlite",
    ]);
    expect(readFileSync(join(place, names[0] ?? ""), "utf8")).toBe("nothing of SQLite's");
  });

  it.each<[string, (file: string) => void, RegExp]>([
    ["is no file of SQLite's", (file) => writeFileSync(file, "Notes. ".repeat(1_000)), /it is no file of SQLite's$/],
    ["is empty", (file) => writeFileSync(file, ""), /it is a file of SQLite's, but no store of Wireproof's$/],
    ["is cut off", (file) => writeFileSync(file, readFileSync(backup).subarray(0, 200_000)), /it is damaged \(.*\)$/],
    [
      "has holes",
      (file) => writeFileSync(file, readFileSync(backup).fill(7, 40_000, 400_000)),
      /it is damaged \(.*\)$/,
    ],
    ["is another program's", (file) => change(file, "DROP TABLE revision"), /but no store of Wireproof's$/],
    [
      "is of a later version",
      (file) => change(file, "INSERT INTO d1_migrations (name) VALUES ('9999_later.sql')"),
      /it is of a later version: it has had the migration 9999_later\.sql$/,
    ],
  ])("refuses a file that %s, and touches nothing", async (name, make, told) => {
    const file = join(folder, `${name.replaceAll(/\W/g, "-")}.sqlite`);
    make(file);
    const [before, files] = [readFileSync(join(directory, "wireproof.sqlite")), storeFiles()];
    const { code, out, err } = await restore(file);
    expect([code, out, err.split("\n").length]).toEqual([1, "", 2]);
    expect(err.trim()).toMatch(told);
    expect(err).toContain(`wireproof: ${file} cannot be restored: `);
    expect(readFileSync(join(directory, "wireproof.sqlite")).equals(before)).toBe(true);
    expect(storeFiles()).toEqual(files);
  });

  it("tells in one line that there is no such file, and makes no directory for it", async () => {
    const place = join(folder, "never");
    expect(await restore(join(folder, "nothing.sqlite"), place)).toEqual({
      code: 2,
      out: "",
      err: `wireproof: there is no file ${join(folder, "nothing.sqlite")}\n`,
    });
    expect(existsSync(place)).toBe(false);
  });

  it("helps on stdout", async () => {
    const { code, out, err } = await runCli("restore", ["--help"]);
    expect([code, out.split("\n")[0], err]).toEqual([0, expect.stringMatching(/^npm run restore -- FILE /), ""]);
  });
});

const STORY = {
  url: "https://gazette.example/next",
  title: "Next",
  content_html: "<p>Text.</p>",
  published_at: "2026-01-01T00:00:00Z",
};

function change(file: string, sql: string): void {
  copyFileSync(backup, file);
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
  database.close();
}
