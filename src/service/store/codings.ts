import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from "node:zlib";

/** The codings a document is stored in (RFC 9110 §8.4.1), best first. */
export const CODINGS = ["br", "gzip", "identity"] as const;
export type Coding = (typeof CODINGS)[number];

/** Brotli's slowest levels take seconds a megabyte for a few per cent; this one beats gzip's best in size and time. */
const BROTLI_QUALITY = 7;
const GZIP_LEVEL = 9;

/** Compressed bytes as the store keeps them: D1 returns a BLOB as an array of numbers, so they are text. */
export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));

/** A text's bytes in a coding. */
export function compress(text: string, coding: Exclude<Coding, "identity">): Uint8Array {
  if (coding === "gzip") return gzipSync(text, { level: GZIP_LEVEL });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  return brotliCompressSync(text, { params });
}

/** The bytes of a text that is in a coding. */
export function decompress(bytes: Uint8Array, coding: Coding): Uint8Array {
  if (coding === "identity") return bytes;
  return new Uint8Array(coding === "gzip" ? gunzipSync(bytes) : brotliDecompressSync(bytes));
}
