import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** The codings a document is stored in (RFC 9110 §8.4.1), best first. */
export const CODINGS = ["br", "gzip", "identity"] as const;
export type Coding = (typeof CODINGS)[number];

/** Brotli's slowest levels take seconds a megabyte for a few per cent; this one beats gzip's best in size and time. */
const BROTLI_QUALITY = 7;
const GZIP_LEVEL = 9;

/** A text's bytes in a coding. */
export function compress(text: string, coding: Exclude<Coding, "identity">): Uint8Array {
  if (coding === "gzip") return gzipSync(text, { level: GZIP_LEVEL });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  return brotliCompressSync(text, { params });
}
