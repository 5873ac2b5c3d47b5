import { newsroom } from "./newsroom.ts";
import { stories } from "./stories.ts";
import { raw } from "./wire.ts";

export const PATH = "/feeds/all.rss";
export const PARTNER_PATH = "/partner/daily.rss";

/** What a service serves of one edition. */
export interface PublishedDocument {
  gzip: Buffer;
  headers: Record<string, string>;
  headers304: Record<string, string>;
  /** The partner's. */
  keys: string[];
  partnerEtag: string;
}

/** Fills the store of a running service with one edition, and tells what is served of it. */
export async function publishDocument(origin: string, keys: number): Promise<PublishedDocument> {
  const desk = newsroom(origin);
  await desk.saveAll(stories(50).map(({ article }) => article));
  await desk.settled();
  const partnerKeys = await desk.partner("daily", keys);
  const authorization = `Bearer ${partnerKeys[0]}`;
  const partnerEtag = (await raw(origin + PARTNER_PATH, { authorization })).headers.etag ?? "";
  const { headers, body } = await raw(origin + PATH, { "accept-encoding": "gzip" });
  const { headers: headers304 } = await raw(origin + PATH, { "if-none-match": headers.etag ?? "" });
  return { gzip: body, headers, headers304, keys: partnerKeys, partnerEtag };
}
