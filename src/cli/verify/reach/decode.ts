import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from "node:zlib";
import { acceptsCoding } from "../../../proofread/reach/fields.ts";
import { reasonOf } from "../../reason.ts";

type Decoder = (body: Uint8Array, options: { maxOutputLength: number }) => Uint8Array;

const DECODERS: Record<string, Decoder> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
  // RFC 9110 §8.4.1.2: some servers leave the zlib wrapper out, whose first four bits are 8.
  deflate: (body, options) => (((body[0] ?? 0) & 15) === 8 ? inflateSync : inflateRawSync)(body, options),
};

/**
 * A body as a reader decodes it.
 * @param coding its `Content-Encoding`, if any
 * @param accepted what the reader said it can decode
 */
export function decodeBody(
  body: Uint8Array,
  coding: string | undefined,
  accepted: string | undefined,
  maxOutputLength: number,
): { body: Uint8Array } | { fault: string } {
  const name = coding?.trim().toLowerCase() ?? "identity";
  if (name === "identity" || name === "" || body.length === 0) return { body };
  if (!acceptsCoding(accepted, name)) return { fault: `Content-Encoding: ${coding}, which the reader did not ask for` };
  const decoder = DECODERS[name];
  if (!decoder) return { fault: `Content-Encoding: ${coding}, which cannot be decoded here` };
  try {
    return { body: decoder(body, { maxOutputLength }) };
  } catch (error) {
    return { fault: `Content-Encoding: ${coding}, and the body is not: ${reasonOf(error)}` };
  }
}
