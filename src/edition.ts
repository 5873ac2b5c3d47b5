import type { Feed } from "./feed/feed.ts";
import { type RenderedDocument, render } from "./render/render.ts";
import type { Discrepancy } from "./verify/discrepancy.ts";
import { verifyEdition } from "./verify/verify.ts";

/** A document ready to be served. */
export interface SealedDocument extends RenderedDocument {
  /** An opaque tag of its bytes, without quotes (RFC 9110 §8.8.3). */
  etag: string;
}

export type Composition =
  | { status: "verified"; documents: SealedDocument[] }
  | { status: "refused"; discrepancies: Discrepancy[] };

/** One feed, all formats: rendered, read back, sealed; or refused, whole. */
export async function composeEdition(feed: Feed): Promise<Composition> {
  const documents = render(feed);
  // Digests are made beside the reading.
  const [sealed, discrepancies] = await Promise.all([Promise.all(documents.map(seal)), verifyEdition(feed, documents)]);
  return discrepancies.length > 0 ? { status: "refused", discrepancies } : { status: "verified", documents: sealed };
}

/** Each entry's id, and a hash of all that readers see of it: what changed from one edition to another. */
export const manifestOf = (feed: Feed): [id: string, hash: string][] =>
  feed.entries.map((entry) => [entry.id, hash(JSON.stringify(entry))]);

/** cyrb53: 53 bits, not for secrets; two versions of one entry are told apart. */
function hash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** 96 bits of SHA-256: equal tags mean equal bytes. */
async function seal(document: RenderedDocument): Promise<SealedDocument> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(document.text));
  return {
    ...document,
    etag: [...new Uint8Array(digest, 0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
  };
}
