import { promisify } from "node:util";
import { brotliCompress, brotliDecompressSync, constants, gunzipSync, gzip } from "node:zlib";

/** The codings a document is stored in (RFC 9110 §8.4.1), best first. */
export const CODINGS = ["br", "gzip", "identity"] as const;
export type Coding = (typeof CODINGS)[number];

/**
 * A document is compressed anew with each edition. The next better levels take half as long again, for 3 % of gzip's bytes, and twice
 * as long for 5 % of Brotli's; the next quicker one of Brotli makes more bytes than gzip does.
 */
const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 4;

/** Compressed bytes as the store keeps them: D1 returns a BLOB as an array of numbers, so they are text. */
export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));

const [toGzip, toBrotli] = [promisify(gzip), promisify(brotliCompress)];

/** A text, or its bytes, in a coding. Compressing goes on beside this thread. */
export async function encode(text: string | Uint8Array, coding: Coding): Promise<Uint8Array> {
  if (coding === "identity") return typeof text === "string" ? new TextEncoder().encode(text) : text;
  if (coding === "gzip") return toGzip(text, { level: GZIP_LEVEL });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  return toBrotli(text, { params });
}

/** The bytes of a text that is in a coding. */
export function decompress(bytes: Uint8Array, coding: Coding): Uint8Array {
  if (coding === "identity") return bytes;
  return new Uint8Array(coding === "gzip" ? gunzipSync(bytes) : brotliDecompressSync(bytes));
}
