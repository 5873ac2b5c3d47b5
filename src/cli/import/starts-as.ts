import { closeSync, openSync, readSync } from "node:fs";
import { contain } from "../../article/contain.ts";
import type { SourcePlace } from "./sources.ts";

/** Whether the first bytes of a file pass a test. One that cannot be opened does not, nor what is no file. */
export const startsAs = ({ name, isUrl }: SourcePlace, bytes: number, test: (start: string) => boolean): boolean =>
  !isUrl &&
  contain(
    () => test(startOf(name, bytes)),
    () => false,
  );

function startOf(name: string, bytes: number): string {
  const file = openSync(name, "r");
  try {
    const start = Buffer.alloc(bytes);
    return start.toString("utf8", 0, readSync(file, start));
  } finally {
    closeSync(file);
  }
}
