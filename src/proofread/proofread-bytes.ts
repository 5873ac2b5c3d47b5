import { type DecodedDocument, decodeDocument } from "./bytes/decode.ts";
import { CODING_SAID, ENCODING_BYTES } from "./bytes/rules.ts";
import { isGzip, unpackGzip } from "./bytes/unpack.ts";
import { findingOf, type Proofreading } from "./finding.ts";
import { type ProofreadOptions, proofread } from "./proofread.ts";

/** A document that came as bytes. */
export interface UnpackedDocument extends DecodedDocument {
  /** It was gzip, and nobody said so. */
  packed: boolean;
  /** Unpacked. */
  bytes: number;
}

/**
 * A document out of its bytes, which may be gzip.
 *
 * @param url where it was served, if it was: a file may be compressed, an answer that is says so
 * @param most bytes that it may have, unpacked
 * @throws one line that says why it cannot be unpacked
 */
export async function documentOfBytes(
  bytes: Uint8Array<ArrayBuffer>,
  { url, contentType, most }: { url?: string; contentType?: string; most: number },
): Promise<UnpackedDocument> {
  const packed = isGzip(bytes);
  const unpacked = packed ? await unpackGzip(bytes, most) : bytes;
  const decoded = decodeDocument(unpacked, contentType);
  const before = packed && url !== undefined ? [findingOf(CODING_SAID, "Content-Encoding", CODING_UNSAID)] : [];
  return { ...decoded, packed, bytes: unpacked.length, findings: [...before, ...decoded.findings] };
}

const CODING_UNSAID = "the bytes are gzip, and no Content-Encoding says so";

/** Proofreads a document: what was wrong with its bytes first. */
export async function proofreadDecoded(
  { text, findings }: Pick<UnpackedDocument, "text" | "findings">,
  options: ProofreadOptions = {},
): Promise<Proofreading> {
  const isLossy = findings.some(({ rule }) => rule === ENCODING_BYTES.name);
  const isCharsetTold = findings.some(({ where }) => where === "Content-Type");
  const read = await proofread(text, { ...options, isLossy, isCharsetTold });
  const counts = new Map(read.counts);
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return { ...read, findings: [...findings, ...read.findings], counts };
}
