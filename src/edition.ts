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
  const discrepancies = await verifyEdition(feed, documents);
  if (discrepancies.length > 0) return { status: "refused", discrepancies };
  return { status: "verified", documents: await Promise.all(documents.map(seal)) };
}

/** 96 bits of SHA-256: equal tags mean equal bytes. */
async function seal(document: RenderedDocument): Promise<SealedDocument> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(document.text));
  return {
    ...document,
    etag: [...new Uint8Array(digest, 0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
  };
}
