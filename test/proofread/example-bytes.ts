import { gzipSync } from "node:zlib";
import type { ServedDocument } from "../../src/proofread/rule.ts";

/** An example as it comes over the wire. */
export function exampleBytes({ text, encodedAs }: Pick<ServedDocument, "text" | "encodedAs">): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encodedAs === undefined ? Buffer.from(text) : ENCODE[encodedAs](text));
}

const ENCODE: Record<NonNullable<ServedDocument["encodedAs"]>, (text: string) => Buffer> = {
  // They are the same for all that examples have in them.
  "windows-1252": (text) => Buffer.from(text, "latin1"),
  "utf-16le": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "utf-16le without a mark": (text) => Buffer.from(text, "utf16le"),
  "utf-8 with a mark": (text) => Buffer.from(`\uFEFF${text}`),
  gzip: (text) => gzipSync(text),
};
