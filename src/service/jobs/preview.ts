import type { Catalog } from "../../feed/catalog.ts";
import { toFeed } from "../../feed/compose.ts";
import type { Definition, Site } from "../../feed/definition.ts";
import type { StoredArticle } from "../../feed/entry.ts";
import type { Document } from "../../feed/feed.ts";
import { type Linted, type Profiled, profiled } from "../../partner/profile.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import type { Database } from "../home.ts";
import type { FeedState } from "../store/feeds.ts";
import { listNewest } from "../store/newest.ts";

/** What a feed's next edition has to say, and what its partner's system will say to that. */
export async function previewFeed(
  db: Database,
  catalog: Catalog,
  definition: Definition,
  { linked }: FeedState,
): Promise<Profiled> {
  const articles = await listNewest(db, definition, Date.now());
  return profiled(catalog.site, definition, articles, toFeed(catalog.site, definition, articles, linked));
}

/** What a partner's system will say to an article. */
export interface PartnerPreview {
  definition: Definition;
  linted: Linted;
}

/** Partners' feeds that an article is shown in: of a family it may be in those of all its tags. */
const MAX_PARTNER_PREVIEWS = 50;

/**
 * An article alone in the feeds of the partners that may have it, now or once its embargo is over.
 *
 * @param feeds all that it belongs to
 */
export function previewForPartners(site: Site, feeds: Definition[], stored: StoredArticle): PartnerPreview[] {
  if (stored.article.status !== "usable") return [];
  const shown = feeds.filter(({ access }) => access === "partner").slice(0, MAX_PARTNER_PREVIEWS);
  return shown.flatMap((definition) => {
    const { entries } = profiled(site, definition, [stored], toFeed(site, definition, [stored]));
    return entries.map((linted) => ({ definition, linted }));
  });
}

/** How feeds would show an article, and whether it would read right. */
export interface Preview {
  /** Feeds that show it alike. Where the article belongs to none, one feed that does not select it. */
  definitions: Definition[];
  selected: boolean;
  documents: Document[];
  discrepancies: Discrepancy[];
}

/**
 * An article alone in its feeds, composed and proofread as an edition is; nothing is stored.
 *
 * @param feeds all that it belongs to
 */
export async function previewArticle(catalog: Catalog, feeds: Definition[], stored: StoredArticle): Promise<Preview[]> {
  const definitions = feeds.filter(({ access }) => access === "public");
  const shown = definitions.length > 0 ? definitions : [...catalog.definitions.values()].slice(0, 1);
  const previews: Preview[] = [];
  // The readers are loaded with the first preview: where nobody previews, they take no memory.
  const { draftArticles } = await import("../../edition/compose.ts");
  // One at a time: a megabyte of text is many times that while it is read back.
  for (const alike of groupAlike(shown)) {
    const [definition] = alike;
    if (!definition) continue;
    const draft = await draftArticles(definition.slug, [stored], (articles) =>
      toFeed(catalog.site, definition, articles),
    );
    previews.push({ definitions: alike, selected: definitions.length > 0, ...draft });
  }
  return previews;
}

/** Groups feeds that show an entry alike, those that show most of it first. */
function groupAlike(definitions: Definition[]): Definition[][] {
  const groups = Map.groupBy(definitions, ({ content, kind, language }) => JSON.stringify([content, kind, language]));
  return [...groups.values()].sort((a, b) => fullness(a) - fullness(b));
}

const fullness = ([definition]: Definition[]): number =>
  ["full", "summary", "headline"].indexOf(definition?.content ?? "full");
