import { fstatSync } from "node:fs";
import { collectBytes } from "../../article/collect-bytes.ts";
import { reasonOf } from "../reason.ts";
import { MOST_BYTES } from "./load.ts";

/** Milliseconds after which somebody who sees nothing is told what is waited for. */
const SILENCE = 3_000;

/**
 * What is piped or redirected into the command; undefined where nothing is. A socket is none: supervisors give one that
 * nobody writes to.
 *
 * @throws one line, where it is more than is proofread
 */
export async function pipedInput(): Promise<Uint8Array | undefined> {
  if (!isPiped()) return undefined;
  const notice = setTimeout(
    () => console.error("wireproof: waiting for the document on standard input; Ctrl-C ends this"),
    SILENCE,
  );
  try {
    const bytes = await collectBytes(process.stdin, MOST_BYTES);
    return bytes.length > 0 ? bytes : undefined;
  } catch (error) {
    throw new Error(`standard input: ${reasonOf(error)}`);
  } finally {
    clearTimeout(notice);
  }
}

function isPiped(): boolean {
  try {
    const stdin = fstatSync(0);
    return stdin.isFIFO() || stdin.isFile();
  } catch {
    return false;
  }
}
