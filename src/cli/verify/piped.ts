import { fstatSync } from "node:fs";
import { buffer } from "node:stream/consumers";

/** Milliseconds after which somebody who sees nothing is told what is waited for. */
const SILENCE = 3_000;

/**
 * What is piped or redirected into the command; undefined where nothing is. A socket is none: supervisors give one that
 * nobody writes to.
 */
export async function pipedInput(): Promise<Uint8Array | undefined> {
  if (!isPiped()) return undefined;
  const notice = setTimeout(
    () => console.error("wireproof: waiting for the document on standard input; Ctrl-C ends this"),
    SILENCE,
  );
  const bytes = await buffer(process.stdin).finally(() => clearTimeout(notice));
  return bytes.length > 0 ? bytes : undefined;
}

function isPiped(): boolean {
  try {
    const stdin = fstatSync(0);
    return stdin.isFIFO() || stdin.isFile();
  } catch {
    return false;
  }
}
