import type { Article } from "../../../article/article.ts";
import type { Problem } from "../../../article/parse.ts";
import { revise } from "../../../article/revise.ts";
import type { Catalog } from "../../../feed/catalog.ts";
import { mintEntryId } from "../../../feed/identity.ts";
import type { Database, Home } from "../../home.ts";
import { findPlaces } from "../../jobs/places.ts";
import { type PartnerPreview, type Preview, previewArticle, previewForPartners } from "../../jobs/preview.ts";
import { takesUrl } from "../../jobs/url-holders.ts";
import { findSeenArticle, listOwners } from "../../store/articles.ts";
import { type DeskArticle, findDeskArticle } from "../../store/desk.ts";
import { findHolder } from "../../store/shared-urls.ts";
import { type DraftAsker, isForWriter } from "../for-writer.ts";

/** What would become of an article if it were saved now. */
export type Judged = { status: "problems"; problems: Problem[] } | ({ status: "article" } & JudgedArticle);

/** An article that would be saved. */
export interface JudgedArticle {
  /** What is stored under its id; null: nothing. */
  found: DeskArticle | null;
  /** Another article with its URL. */
  holder?: string;
  previews: Preview[];
  partners: PartnerPreview[];
}

/**
 * What feeds and partners would make of an article, decided as a save would decide it. Nothing is stored. An id and a URL may be anybody's:
 * of a stored draft, whoever asks is told what is theirs to see.
 */
export async function judgeArticle(home: Home, catalog: Catalog, article: Article, asker: DraftAsker): Promise<Judged> {
  const stored = await findDeskArticle(home.db, article.id);
  const found = stored && (await isForWriter(home.db, stored.article, asker)) ? stored : null;
  const mintedId = mintEntryId(catalog.site, article.id);
  const holder = await findSeenHolder(home.db, article, asker);
  const owners = await listOwners(home.db, [article.guid ?? mintedId]);
  const revised = revise(found, article, {
    now: Date.now(),
    precondition: () => true,
    mintedId,
    // Its own id is no other's, though it may be of a draft that is not there for whoever asks.
    ownerOf: (entryId) => (owners.get(entryId) === article.id ? found?.article.id : owners.get(entryId)),
    holder: takesUrl(catalog.site, found?.article, article) ? holder : undefined,
  });
  if (revised.status === "refused") return { status: "problems", problems: revised.problems };
  const next = "dates" in revised ? revised : found;
  if (!next) throw new Error("what is unchanged is stored already");
  const saved = { entryId: next.entryId, article: next.article, revision: next.revision, ...next.dates };
  const feeds = (await findPlaces(home.db, catalog, [next.article])).of(next.article);
  const previews = await previewArticle(catalog, feeds, saved);
  return { status: "article", found, holder, previews, partners: previewForPartners(catalog.site, feeds, saved) };
}

/** Another article with an article's URL, if it is there for whoever asks. */
async function findSeenHolder(db: Database, article: Article, { scopes }: DraftAsker): Promise<string | undefined> {
  const holder = await findHolder(db, article);
  return holder !== undefined && (await findSeenArticle(db, holder, scopes)) ? holder : undefined;
}
