import { contain, describeFault } from "../article/contain.ts";
import type { StoredArticle } from "../feed/entry.ts";
import { type Document, type Feed, FORMATS } from "../feed/feed.ts";
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
  const discrepancies = await verifyEdition(feed, documents);
  return discrepancies.length > 0
    ? { status: "refused", discrepancies }
    : { status: "verified", documents: documents.map(seal) };
}

/** `discrepancies`: why the feed of all articles was refused; empty where it was not. */
export type Composed =
  | { status: "verified"; feed: Feed; documents: SealedDocument[]; discrepancies: Discrepancy[] }
  | { status: "refused"; discrepancies: Discrepancy[] };

/**
 * A feed of all the articles; or, where that is refused and leaving out is allowed, of those that read right by themselves. An article
 * that breaks the code which composes it is left out in any case, by name: the others go on.
 *
 * @param toFeed makes the feed of some of the articles
 * @param mayLeaveOut asked once, and only when the feed of all is refused
 */
export async function composeArticles(
  slug: string,
  articles: StoredArticle[],
  toFeed: (articles: StoredArticle[]) => Feed,
  mayLeaveOut: () => Promise<boolean>,
): Promise<Composed> {
  const whole = await tryCompose(slug, articles, toFeed);
  if (whole.status === "verified") return { ...whole, discrepancies: [] };
  if (whole.status === "refused" && !(await mayLeaveOut())) return whole;
  const readable: StoredArticle[] = [];
  const found: Discrepancy[] = [];
  for (const article of articles) {
    const alone = await tryCompose(slug, [article], toFeed);
    if (alone.status === "verified") readable.push(article);
    else found.push(...alone.discrepancies);
  }
  const discrepancies = whole.status === "broken" && found.length > 0 ? found : whole.discrepancies;
  const rest = await tryCompose(slug, readable, toFeed);
  return rest.status === "verified" ? { ...rest, discrepancies } : { status: "refused", discrepancies };
}

/** `broken`: the code threw. */
type Attempt =
  | { status: "verified"; feed: Feed; documents: SealedDocument[] }
  | { status: "refused"; discrepancies: Discrepancy[] }
  | { status: "broken"; discrepancies: Discrepancy[] };

const tryCompose = (
  slug: string,
  articles: StoredArticle[],
  toFeed: (articles: StoredArticle[]) => Feed,
): Promise<Attempt> =>
  contain<Attempt>(
    async () => {
      const feed = toFeed(articles);
      const composition = await composeEdition(feed);
      return composition.status === "verified" ? { ...composition, feed } : composition;
    },
    (fault) => ({ status: "broken", discrepancies: noDocuments(slug, articles, fault) }),
  );

/** There is no document in any format: composing it threw. */
const noDocuments = (feed: string, articles: StoredArticle[], fault: unknown): Discrepancy[] =>
  FORMATS.map((format) => ({
    feed,
    format,
    ...(articles.length === 1 && { entry: articles[0]?.entryId }),
    field: "document",
    stored: "",
    read: describeFault(fault),
    reader: format === "json" ? "strict-json" : "strict-xml",
  }));

/** A feed's documents and what is wrong with them, unsealed: for a preview, before there is an edition. */
export const draftArticles = (
  slug: string,
  articles: StoredArticle[],
  toFeed: (articles: StoredArticle[]) => Feed,
): Promise<{ documents: Document[]; discrepancies: Discrepancy[] }> =>
  contain<{ documents: Document[]; discrepancies: Discrepancy[] }>(
    async () => {
      const feed = toFeed(articles);
      const documents = render(feed);
      return { documents, discrepancies: await verifyEdition(feed, documents) };
    },
    (fault) => ({ documents: [], discrepancies: noDocuments(slug, articles, fault) }),
  );
