import { SiteFault } from "../../import/sites/site-reader.ts";
import type { DocumentOrigin } from "../examination.ts";
import type { Asking } from "../sources/asking.ts";

/** A document as it was fetched. */
export interface FetchedDocument {
  bytes: Uint8Array;
  origin: Extract<DocumentOrigin, { kind: "url" }>;
}

/** Feeds first: some sites answer a page to whoever takes anything. */
const ACCEPT =
  "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5";

/** @returns `trouble`: why it was not read, as the rest of a sentence */
export async function fetchForProof(asking: Asking, asked: string): Promise<FetchedDocument | { trouble: string }> {
  try {
    const { url, status, headers, body, hops } = await asking.ask(asked, { accept: ACCEPT });
    if (status !== 200) return { trouble: `it answered ${status}` };
    const header = (name: string) => headers.get(name)?.slice(0, 500) ?? undefined;
    const origin: FetchedDocument["origin"] = {
      kind: "url",
      asked,
      url,
      hops,
      contentType: header("content-type"),
      etag: header("etag"),
      lastModified: header("last-modified"),
    };
    return { bytes: body, origin };
  } catch (error) {
    if (error instanceof SiteFault) return { trouble: error.why };
    throw error;
  }
}
