import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Where a service is started. */
export interface Place {
  /** Words before those that start it, which give its store's directory a file system of its own. */
  before?(folder: string, directory: string): string[];
}

/** How a store comes to fail, really. */
interface Failure extends Place {
  /** Whether this machine, and whoever runs the tests, can make it. */
  isPossible(): boolean;
  /**
   * @param directory the store's, as this process reaches it
   * @param pid of the service, which alone sees what is mounted for it
   * @returns what ends it
   */
  make(directory: string, pid: number): Promise<() => Promise<void> | void>;
}

const fileIn = (directory: string): string => join(directory, "wireproof.sqlite");
const logIn = (directory: string): string => `${fileIn(directory)}-wal`;
const isLogEmpty = (directory: string): boolean => statSync(logIn(directory)).size === 0;

const succeeds = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

/** @throws with what it said, where it fails */
function run(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr}`);
}

const always = (): boolean => true;

/** Larger than the store with what the test puts into it, and soon filled. */
const TMPFS_BYTES = 32_000_000;

const IMAGE_BYTES = 64_000_000;

/** A file system that hangs because the test has ended amid it would keep its processes for good. Seconds. */
const LONGEST_FREEZE = 120;

/** By the first column of the README's table. */
export const FAILURES: Record<string, Failure> = {
  "The disk is full": {
    isPossible: () => succeeds("unshare", "-rm", "true"),
    before: (_, directory) => {
      const script = 'mount -t tmpfs -o "size=$0" tmpfs "$1" && shift && exec "$@"';
      return ["unshare", "-rm", "sh", "-c", script, String(TMPFS_BYTES), directory];
    },
    async make(directory, pid) {
      const ballast = join(directory, "ballast");
      // What a log that has grown has room for is written even now: once more, where it grew before the disk was full.
      for (;;) {
        emptyLogSeenBy(pid, directory);
        await fill(ballast);
        if (isLogEmpty(directory)) return () => rm(ballast);
        await rm(ballast);
      }
    },
  },

  "Another program has the lock": {
    isPossible: always,
    async make(directory) {
      const other = new DatabaseSync(fileIn(directory), { timeout: 5_000 });
      other.exec("BEGIN EXCLUSIVE");
      return () => other.close();
    },
  },

  "The disk hangs": {
    isPossible: canMountImage,
    before: (folder, directory) => {
      const image = makeImage(folder);
      const script = 'mount -o loop "$0" "$1" && shift && exec "$@"';
      return ["unshare", "-m", "sh", "-c", script, image, directory];
    },
    async make(directory) {
      const script = `fsfreeze -f "$0" && echo frozen && sleep ${LONGEST_FREEZE}; fsfreeze -u "$0"`;
      const freezer = spawn("sh", ["-c", script, directory], { stdio: ["ignore", "pipe", "inherit"], detached: true });
      await once(freezer.stdout, "data");
      return () => {
        run("fsfreeze", "-u", directory);
        endGroup(freezer);
      };
    },
  },

  // What a file system that the kernel has made read-only does to files that are open.
  "The disk takes no writes": {
    isPossible: canMakeImmutable,
    async make(directory) {
      const files = [fileIn(directory), logIn(directory)];
      run("chattr", "+i", ...files);
      return () => run("chattr", "-i", ...files);
    },
  },

  "The file is damaged": {
    isPossible: always,
    async make(directory) {
      const other = lockedAlone(directory);
      const file = await open(fileIn(directory), "r+");
      const sound: [number, Buffer][] = [];
      for (const at of firstPages(other, ["feed", "edition", "document"])) {
        const { buffer } = await file.read(Buffer.alloc(PAGE), 0, PAGE, at);
        sound.push([at, buffer]);
        await file.write(Buffer.alloc(PAGE, 0xab), 0, PAGE, at);
      }
      // Whoever has the file open remembers nothing of it after another one has written.
      other.exec("PRAGMA user_version = 1; COMMIT");
      other.close();
      return async () => {
        for (const [at, page] of sound) await file.write(page, 0, PAGE, at);
        await file.close();
      };
    },
  },

  "The file is gone": {
    isPossible: always,
    async make(directory) {
      await rename(directory, `${directory}.gone`);
      return () => rename(`${directory}.gone`, directory);
    },
  },
};

/** Bytes of a page of the store's. */
const PAGE = 4_096;

/** The store, once all that was committed is in its file, and its log is empty. */
export function emptiedLog(directory: string): DatabaseSync {
  const other = new DatabaseSync(fileIn(directory), { timeout: 5_000 });
  // A connection that has not read yet knows of no log.
  other.exec("SELECT 1 FROM sqlite_schema; PRAGMA wal_checkpoint(TRUNCATE)");
  return other;
}

/** The same, and nobody else writes before its transaction ends: the log would hold pages that are sound. */
function lockedAlone(directory: string): DatabaseSync {
  for (;;) {
    const other = emptiedLog(directory);
    other.exec("BEGIN IMMEDIATE");
    if (isLogEmpty(directory)) return other;
    other.close();
  }
}

/** As `emptiedLog` where a process has mounted it: SQLite follows a path through /proc to what is mounted for itself. */
function emptyLogSeenBy(pid: number, directory: string): void {
  const script = `import(${JSON.stringify(import.meta.url)}).then(({ emptiedLog }) => emptiedLog(${JSON.stringify(directory)}).close())`;
  run("nsenter", "-t", String(pid), "-U", "-m", "--preserve-credentials", process.execPath, "-e", script);
}

/** Writes a file until not a single page is left. */
async function fill(path: string): Promise<void> {
  const file = await open(path, "w");
  const block = Buffer.alloc(PAGE, 1);
  for (let isFull = false; !isFull; )
    isFull = await file.write(block).then(
      ({ bytesWritten }) => bytesWritten === 0,
      () => true,
    );
  await file.close();
}

/** Where the first pages of tables and their indexes stand in the file. */
function firstPages(database: DatabaseSync, tables: string[]): number[] {
  const roots =
    "SELECT rootpage FROM sqlite_schema WHERE rootpage > 0 AND tbl_name IN (SELECT value FROM json_each(?))";
  const rows = database.prepare(roots).all(JSON.stringify(tables));
  return rows.map(({ rootpage }) => (Number(rootpage) - 1) * PAGE);
}

/** A file with a file system in it that can be frozen, which those in memory cannot. */
function makeImage(folder: string): string {
  const image = join(folder, "image");
  run("truncate", "-s", String(IMAGE_BYTES), image);
  run("mkfs.ext4", "-q", image);
  return image;
}

function canMountImage(): boolean {
  return inFolder((folder) => {
    if (!["mkfs.ext4", "fsfreeze"].every((program) => succeeds("which", program))) return false;
    return succeeds("unshare", "-m", "sh", "-c", 'mount -o loop "$0" "$1"', makeImage(folder), folder);
  });
}

function canMakeImmutable(): boolean {
  return inFolder((folder) => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    return succeeds("chattr", "+i", file) && succeeds("chattr", "-i", file);
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "wireproof-possible-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, "SIGKILL");
}
