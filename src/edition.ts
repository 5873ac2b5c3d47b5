import type { StoredArticle } from "./feed/entry.ts";
import type { Document, Feed } from "./feed/feed.ts";
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

export interface Composed {
  feed: Feed;
  composition: Composition;
  /** Why the whole of it was refused; none: it was not. */
  discrepancies: Discrepancy[];
}

/**
 * A feed whole; or, where it is refused and may leave something out, each article that reads right by itself.
 *
 * @param toFeed the feed of some of the articles
 */
export async function composeArticles(
  articles: StoredArticle[],
  toFeed: (articles: StoredArticle[]) => Feed,
  mayLeaveOut: () => Promise<boolean>,
): Promise<Composed> {
  const whole = toFeed(articles);
  const composition = await composeEdition(whole);
  if (composition.status === "verified") return { feed: whole, composition, discrepancies: [] };
  const { discrepancies } = composition;
  if (!(await mayLeaveOut())) return { feed: whole, composition, discrepancies };
  const readable: StoredArticle[] = [];
  for (const article of articles)
    if ((await composeEdition(toFeed([article]))).status === "verified") readable.push(article);
  const feed = toFeed(readable);
  return { feed, composition: await composeEdition(feed), discrepancies };
}

/** A feed unsealed, and whatever comes of it: for who wants to see it before there is an edition. */
export async function draftEdition(feed: Feed): Promise<{ documents: Document[]; discrepancies: Discrepancy[] }> {
  const documents = render(feed);
  return { documents, discrepancies: await verifyEdition(feed, documents) };
}

/** What stands in an edition: an entry's id, a hash of all that readers see of it, the article and its revision. */
export type Manifest = [id: string, hash: string, article: string, revision: number][];

/** @param articles those that the feed was made of */
export function manifestOf(feed: Feed, articles: StoredArticle[]): Manifest {
  const stored = new Map(articles.map((one) => [one.entryId, one]));
  return feed.entries.map((entry) => {
    const { article, revision } = stored.get(entry.id) as StoredArticle;
    return [entry.id, hash(JSON.stringify(entry)), article.id, revision];
  });
}

/** Entry ids. */
export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
}

/** What an edition brought against the one before it. */
export function changesBetween(before: Manifest, after: Manifest): Changes {
  const [old, now] = [new Map(before.map(([id, hash]) => [id, hash])), new Set(after.map(([id]) => id))];
  const ids = (which: (id: string, hash: string) => boolean) =>
    after.filter(([id, hash]) => which(id, hash)).map(([id]) => id);
  return {
    added: ids((id) => !old.has(id)),
    changed: ids((id, hash) => old.has(id) && old.get(id) !== hash),
    removed: before.filter(([id]) => !now.has(id)).map(([id]) => id),
  };
}

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
