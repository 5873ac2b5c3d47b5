import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backUp } from "../../../src/node/store/back-up.ts";
import { copyFiles, filesOfBackup } from "../../../src/node/store/copy-files.ts";
import { databaseOn } from "../../../src/node/store/database.ts";
import { folderFiles, placeOf } from "../../../src/node/store/files.ts";
import { openStore } from "../../../src/node/store/open.ts";
import { restoreStore } from "../../../src/node/store/restore.ts";
import { Connection } from "../../../src/node/store/sqlite.ts";
import { PUBLISH_TOKEN } from "../../../src/people/actor.ts";
import { saveFile } from "../../../src/service/store/files.ts";
import { readMigrations } from "../../migrations.ts";

let root: string;
let directory: string;
let backup: string;
const [ONE, OTHER] = [`${"1a".repeat(32)}.jpg`, `${"2b".repeat(32)}.mp3`];

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "wireproof-copies-"));
  directory = join(root, "store");
  mkdirSync(join(root, "backups"));
  backup = join(root, "backups", "backup.sqlite");
  await openStore(directory, readMigrations());
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Stores a file as an upload does. */
async function upload(name: string, text: string): Promise<void> {
  await folderFiles(join(directory, "files")).put(name, Buffer.from(text), "image/jpeg");
  const connection = new Connection(join(directory, "wireproof.sqlite"));
  await saveFile(
    databaseOn(connection),
    { name, type: "image/jpeg", length: text.length, uploadedAt: Date.now() },
    PUBLISH_TOKEN,
  );
  connection.close();
}

const restore = () => restoreStore(backup, directory, { migrations: readMigrations(), now: Date.now() });

describe("a backup", () => {
  it("has the uploaded files beside it, and copies only what is new", async () => {
    await upload(ONE, "boat");
    expect(await backUp(directory, backup)).toMatchObject({ status: "done", files: 1 });
    await upload(OTHER, "band");
    expect(await backUp(directory, backup)).toMatchObject({ status: "done", files: 1 });
    expect(readFileSync(placeOf(join(root, "backups", "backup.files"), OTHER), "utf8")).toBe("band");
  });

  it("makes no folder where nothing was uploaded", async () => {
    expect(await backUp(directory, backup)).toMatchObject({ status: "done", files: 0 });
    expect(readdirSync(join(root, "backups"))).toEqual(["backup.sqlite"]);
  });

  it("shares them with those before it that have times in their names", () => {
    expect(filesOfBackup("/b/backup-20260313T061000Z.sqlite")).toBe("/b/backup.files");
    expect(filesOfBackup("/b/backup.sqlite")).toBe("/b/backup.files");
    expect(filesOfBackup("/b/backup-old")).toBe("/b/backup-old.files");
  });
});

describe("a restore", () => {
  it("brings the files back", async () => {
    await upload(ONE, "boat");
    await backUp(directory, backup);
    rmSync(directory, { recursive: true });
    mkdirSync(directory);
    expect(await restore()).toMatchObject({ status: "done", missing: 0 });
    expect(readFileSync(placeOf(join(directory, "files"), ONE), "utf8")).toBe("boat");
  });

  it("leaves those that are there, and says how many are not", async () => {
    await upload(ONE, "boat");
    await upload(OTHER, "band");
    await backUp(directory, backup);
    rmSync(join(root, "backups", "backup.files"), { recursive: true });
    rmSync(placeOf(join(directory, "files"), OTHER));
    expect(await restore()).toMatchObject({ status: "done", missing: 1 });
    expect(existsSync(placeOf(join(directory, "files"), ONE))).toBe(true);
  });
});

describe("a folder that is copied", () => {
  it("leaves behind what is no file of it, as a part that a crash has left", () => {
    const place = placeOf(join(root, "from"), ONE);
    mkdirSync(join(place, ".."), { recursive: true });
    writeFileSync(place, "boat");
    writeFileSync(`${place}.1.part`, "bo");
    expect(copyFiles(join(root, "from"), join(root, "to"))).toBe(1);
    expect(readdirSync(join(root, "to"), { recursive: true })).toHaveLength(3);
    expect(copyFiles(join(root, "nowhere"), join(root, "to"))).toBe(0);
  });
});
