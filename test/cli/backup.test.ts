import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endOwnServices, newFolder, type OwnService, putUnderLoad, startOwnService } from "./own-service.ts";
import { runCli } from "./run.ts";

let service: OwnService;
let folder: string;
beforeAll(async () => {
  folder = await newFolder();
  service = await startOwnService();
});
afterAll(endOwnServices);

const backUp = (file: string, ...more: string[]) =>
  runCli("backup", [file, "--persist-to", service.directory, ...more]);

/** What SQLite says of a file, and the highest change that it holds. */
function examine(file: string): { sound: unknown; latest: number } {
  const database = new DatabaseSync(file, { readOnly: true });
  const sound = Object.values(database.prepare("PRAGMA integrity_check").get() ?? {})[0];
  const row = database
    .prepare("SELECT max(CAST(substr(body ->> '$.title', 8) AS INTEGER)) AS latest FROM revision")
    .get();
  database.close();
  return { sound, latest: Number(row?.latest) };
}

describe("npm run backup", () => {
  it("copies a store that is written to all the time: each copy is sound, one file, and holds all that was acknowledged before", async () => {
    const load = putUnderLoad(service);
    const file = join(folder, "loaded.sqlite");
    try {
      for (let round = 0; round < 5; round += 1) {
        const before = load.acknowledged();
        const { code, out, err } = await backUp(file);
        expect([code, err, out]).toEqual([0, "", expect.stringContaining(`${file}: `)]);
        const { sound, latest } = examine(file);
        expect(sound).toBe("ok");
        expect(latest).toBeGreaterThanOrEqual(before);
        expect(latest).toBeLessThanOrEqual(load.acknowledged() + 1);
      }
    } finally {
      await load.end();
    }
    expect(load.acknowledged()).toBeGreaterThan(20);
    expect(readdirSync(folder).filter((name) => name.startsWith("loaded"))).toEqual(["loaded.sqlite"]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("killed in the middle leaves what was there before, and the next one clears up after it", async () => {
    const file = join(folder, "killed.sqlite");
    expect((await backUp(file)).code).toBe(0);
    const load = putUnderLoad(service);
    try {
      for (let round = 0; round < 5; round += 1) {
        const before = readFileSync(file);
        const child = spawn(
          process.execPath,
          [join(import.meta.dirname, "../../src/cli/backup.ts"), file, "--persist-to", service.directory],
          { stdio: "ignore" },
        );
        const part = `${file}.${child.pid}.part`;
        while (!existsSync(part) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 1));
        const ended = once(child, "exit");
        child.kill("SIGKILL");
        await ended;
        // Where the backup was faster than the kill, it is whole, too.
        if (existsSync(part)) expect(readFileSync(file).equals(before)).toBe(true);
        expect(examine(file).sound).toBe("ok");
      }
      expect((await backUp(file)).code).toBe(0);
    } finally {
      await load.end();
    }
    expect(readdirSync(folder).filter((name) => name.startsWith("killed"))).toEqual(["killed.sqlite"]);
  });

  it("goes on with --every until it is told to stop, and keeps as many as it is told to", async () => {
    const file = join(folder, "often.sqlite");
    const args = [file, "--persist-to", service.directory, "--every", "1s", "--keep", "2"];
    const child = spawn(process.execPath, [join(import.meta.dirname, "../../src/cli/backup.ts"), ...args]);
    let out = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    while (out.split("\n").length < 5) await new Promise((resolve) => setTimeout(resolve, 50));
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    expect((await ended)[0]).toBe(0);
    const names = readdirSync(folder).filter((name) => name.startsWith("often"));
    expect(names).toEqual([
      expect.stringMatching(/^often-\d{8}T\d{6}Z\.sqlite$/),
      expect.stringMatching(/^often-\d{8}T\d{6}Z\.sqlite$/),
    ]);
    for (const name of names) expect(examine(join(folder, name)).sound).toBe("ok");
  });

  it("refuses to take the place of what is no backup, the store itself among it", async () => {
    const file = join(folder, "notes.txt");
    writeFileSync(file, "Notes of a newsroom.");
    expect(await backUp(file)).toEqual({
      code: 1,
      out: "",
      err: `wireproof: ${file} is there, and is no backup: name another file\n`,
    });
    expect(readFileSync(file, "utf8")).toBe("Notes of a newsroom.");
    const own = await backUp(join(service.directory, "wireproof.sqlite"));
    expect([own.code, own.err]).toEqual([1, expect.stringContaining("is the store itself: name another file\n")]);
  });

  it.each([
    ["there is no store", ["b.sqlite", "--persist-to", "nowhere"], /^wireproof: there is no store in nowhere: .*\n$/],
    ["the folder of FILE is not there", ["nowhere/b.sqlite"], /^wireproof: \S*nowhere\S* is not there\n$/],
  ])("tells in one line that %s", async (_, args, told) => {
    const more = args.length > 1 ? [] : ["--persist-to", service.directory];
    const { code, out, err } = await runCli("backup", [...args, ...more], { cwd: folder });
    expect([code, out, err]).toEqual([2, "", expect.stringMatching(told)]);
  });

  it("helps on stdout", async () => {
    const { code, out, err } = await runCli("backup", ["--help"]);
    expect([code, out.split("\n")[0], err]).toEqual([0, expect.stringMatching(/^npm run backup -- FILE /), ""]);
  });
});
