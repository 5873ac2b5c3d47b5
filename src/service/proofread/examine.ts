import { createHash } from "node:crypto";
import { documentOfBytes, proofreadDecoded, type UnpackedDocument } from "../../proofread/proofread-bytes.ts";
import { documentKind } from "../../proofread/reach/document-kind.ts";
import { polledDocument } from "../../proofread/series/polled-document.ts";
import type { View } from "../../proofread/view.ts";
import type { DocumentOrigin, DocumentReport, ExaminedDocument } from "../examination.ts";
import { foldSource } from "./fold.ts";
import { MAX_DOCUMENT_BYTES, MOST_SHOWN } from "./limits.ts";
import { clipText, shownView } from "./shown-view.ts";
import { toldFaults } from "./told-faults.ts";

/** A document's bytes, and where they came from. */
export interface GivenBytes {
  bytes: Uint8Array;
  origin: DocumentOrigin;
}

/** A document that can be read. */
export interface ReadBytes extends GivenBytes {
  document: UnpackedDocument;
}

/** @returns `trouble`: why it cannot be read, as the rest of a sentence */
export async function readBytes({ bytes, origin }: GivenBytes): Promise<ReadBytes | { trouble: string }> {
  const { contentType } = origin;
  const url = servedAt({ origin });
  try {
    const document = await documentOfBytes(new Uint8Array(bytes), { url, contentType, most: MAX_DOCUMENT_BYTES });
    return { bytes, origin, document };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}

/** Where a document was served in the end. */
export const servedAt = ({ origin }: Pick<GivenBytes, "origin">): string | undefined =>
  origin.kind === "url" ? origin.url : undefined;

/** Whether it is a page of the web. */
export function isWebPage({ origin, document: { text } }: ReadBytes): boolean {
  const kind = documentKind(text);
  return kind === "page" || (kind === "other" && /\bhtml\b/i.test(origin.contentType ?? ""));
}

/**
 * A document's report, and what later ones at its address are compared with.
 *
 * @param view what readers show of it
 */
export async function examineDocument(given: ReadBytes, at: number, view: View | undefined): Promise<ExaminedDocument> {
  const { origin, document } = given;
  const { text, encoding, packed } = document;
  const url = servedAt(given);
  const read = await proofreadDecoded(document, { url, contentType: origin.contentType, most: MOST_SHOWN });
  const { format, entries } = read;
  const faults = toldFaults(read.findings, read.counts);
  const report: DocumentReport = {
    kind: "document",
    ...headOf(given, at),
    ...{ format, version: clipText(read.version), entries, encoding, packed },
    ...faults,
    source: foldSource(text, faults.findings),
    view: view && shownView(view),
  };
  if (origin.kind !== "url" || format === undefined) return { report };
  const { etag, lastModified } = origin;
  const facts = { at, url: origin.url, status: 200, etag, lastModified };
  return { report, poll: polledDocument(text, facts, undefined, view) };
}

/** Which bytes, from where, and when. */
export function headOf({ bytes, origin }: GivenBytes, at: number) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const from = origin.kind === "url" ? [origin.asked, origin.url] : ["", origin.name ?? ""];
  return { hash: hashOf([sha256, ...from, origin.contentType ?? ""]), at, origin, sha256, bytes: bytes.byteLength };
}

/** More than half of a hash: nobody finds two documents for one of 160 bits, and addresses are to be sent. */
export const hashOf = (parts: string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 40);
