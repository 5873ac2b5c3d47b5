import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { TIME_AT_END, timeInName } from "../../node/store/time-in-name.ts";

/** The name of a backup with its time in it: `backup.sqlite` → `backup-20260313T061000Z.sqlite`. */
export function nameAt(file: string, now: number): string {
  const [stem, extension] = partsOf(file);
  return `${stem}-${timeInName(now)}${extension}`;
}

/**
 * Removes the oldest backups that are named after `file` and a time, but for so many.
 *
 * @param made the one that has just been made: it is kept, though the clock was set back and others have later names
 */
export function removeOldest(file: string, keep: number, made: string): void {
  const folder = dirname(file);
  const [stem, extension] = partsOf(basename(file));
  const names = readdirSync(folder).filter(
    (name) =>
      name.startsWith(stem) &&
      name.endsWith(extension) &&
      isTime(name.slice(stem.length, name.length - extension.length)) &&
      name !== basename(made),
  );
  for (const name of names.sort().slice(0, Math.max(0, names.length + 1 - keep)))
    rmSync(join(folder, name), { force: true });
}

/** Whether a text is a time as names have it, and nothing else. */
const isTime = (text: string): boolean => TIME_AT_END.test(text) && text.replace(TIME_AT_END, "") === "";

function partsOf(file: string): [stem: string, extension: string] {
  const extension = extname(file);
  return [extension === "" ? file : file.slice(0, -extension.length), extension];
}
