import type { RenderedDocument } from "../render/render.ts";

/** A document ready to be served. */
export interface SealedDocument extends RenderedDocument {
  /** An opaque tag of its bytes, without quotes (RFC 9110 §8.8.3). */
  etag: string;
}

/** 96 bits of SHA-256: equal tags mean equal bytes. */
export async function seal(document: RenderedDocument): Promise<SealedDocument> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(document.text));
  return {
    ...document,
    etag: [...new Uint8Array(digest, 0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
  };
}
