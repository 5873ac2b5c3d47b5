import { createHash } from "node:crypto";
import type { RenderedDocument } from "../render/render.ts";

/** A document ready to be served. */
export interface SealedDocument extends RenderedDocument {
  /** An opaque tag of its bytes, without quotes (RFC 9110 §8.8.3). */
  etag: string;
}

/** 96 bits of SHA-256: equal tags mean equal bytes. */
export const seal = (document: RenderedDocument): SealedDocument => ({
  ...document,
  etag: createHash("sha256").update(document.text).digest("hex").slice(0, 24),
});
