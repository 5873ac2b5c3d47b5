import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * An empty file beside another one, for what will take its place once it is whole. It is this process's alone; what processes left
 * there that are no more is removed.
 */
export function makePart(file: string): string {
  const name = basename(file);
  for (const other of readdirSync(dirname(file))) {
    const pid = other.startsWith(`${name}.`) ? /^\.(\d+)\.part$/.exec(other.slice(name.length))?.[1] : undefined;
    if (pid !== undefined && !isAnother(Number(pid))) removePart(join(dirname(file), other));
  }
  const part = `${file}.${process.pid}.part`;
  // Stories that are not published yet are in it: nobody else may read it.
  writeFileSync(part, "", { mode: 0o600 });
  return part;
}

/** Removes a part, and what SQLite may have left beside it. */
export function removePart(part: string): void {
  for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(part + suffix, { force: true });
}

/** Whether another process has this id. */
function isAnother(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
