import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Who holds a directory's lock. */
export interface Holder {
  pid: number;
  /** Where it is reached; absent: it is no service. */
  url?: string;
}

/** Somebody else works in this directory. */
export class Locked extends Error {
  constructor(directory: string, holder: Holder | null) {
    super(
      holder
        ? `${directory} is in use by the process ${holder.pid}${holder.url ? `, which runs on ${holder.url}` : ""}`
        : `${directory} is in use by another process`,
    );
  }
}

export interface Lock {
  release(): void;
}

/**
 * Takes a directory for this process alone, and makes it where there is none. The system holds the lock, not a file's being there: it ends with the process, however
 * that ends.
 *
 * @throws Locked where another process has it
 */
export function lock(directory: string, holder: Holder): Lock {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const note = join(directory, "running.json");
  // SQLite's own lock on a file, which is the one that every system has and Node does not.
  const held = new DatabaseSync(join(directory, "lock"), { timeout: 0 });
  try {
    held.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    held.close();
    if (/locked|busy/i.test(String(error))) throw new Locked(directory, readHolder(note));
    throw error;
  }
  writeFileSync(note, JSON.stringify(holder));
  return {
    release() {
      rmSync(note, { force: true });
      held.close();
    },
  };
}

function readHolder(note: string): Holder | null {
  try {
    return JSON.parse(readFileSync(note, "utf8"));
  } catch {
    return null;
  }
}
