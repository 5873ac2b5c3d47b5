import type { StoredArticle } from "../feed/entry.ts";
import type { Document, Feed } from "../feed/feed.ts";
import { render } from "../render/render.ts";
import type { Discrepancy } from "../verify/discrepancy.ts";
import { verifyEdition } from "../verify/verify.ts";
import { type SealedDocument, seal } from "./seal.ts";

export type Composition =
  | { status: "verified"; documents: SealedDocument[] }
  | { status: "refused"; discrepancies: Discrepancy[] };

/** One feed, all formats: rendered, read back, sealed; or refused, whole. */
export async function composeEdition(feed: Feed): Promise<Composition> {
  const documents = render(feed);
  // Digesting and reading back are independent: both run at once.
  const [sealed, discrepancies] = await Promise.all([Promise.all(documents.map(seal)), verifyEdition(feed, documents)]);
  return discrepancies.length > 0 ? { status: "refused", discrepancies } : { status: "verified", documents: sealed };
}

export interface Composed {
  feed: Feed;
  composition: Composition;
  /** Why the feed of all articles was refused; empty where it was not. */
  discrepancies: Discrepancy[];
}

/**
 * A feed of all the articles; or, where that is refused and leaving out is allowed, of those that read right by themselves.
 *
 * @param toFeed makes the feed of some of the articles
 * @param mayLeaveOut asked once, and only when the feed of all is refused
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

/** A feed's documents and what is wrong with them, unsealed: for a preview, before there is an edition. */
export async function draftEdition(feed: Feed): Promise<{ documents: Document[]; discrepancies: Discrepancy[] }> {
  const documents = render(feed);
  return { documents, discrepancies: await verifyEdition(feed, documents) };
}
