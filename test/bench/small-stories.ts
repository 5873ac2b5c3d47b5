import type { Article } from "../../src/article/article.ts";
import { firstDates } from "../../src/article/dates.ts";
import { parseArticle } from "../../src/article/parse.ts";
import type { Catalog } from "../../src/feed/catalog.ts";
import { mintEntryId } from "../../src/feed/identity.ts";
import { memberships } from "../../src/feed/membership.ts";
import type { Database } from "../../src/service/home.ts";
import { findPlaces } from "../../src/service/jobs/places.ts";
import { type NewRevision, saveRevisions } from "../../src/service/store/articles.ts";
import { random } from "./stories.ts";

/** Values by facet: five thousand in all. */
const TAGS = 4_500;
const AUTHORS = 470;
const SECTIONS = 30;
/** Of one transaction. */
const BATCH = 1_000;
/** Milliseconds between two stories. */
const STEP = 60_000;

/**
 * Stories of some 600 bytes, oldest first, each with three tags, an author and a section. As in newsrooms, few values have most of the
 * stories: the n-th has 1/n of what the first has (Zipf's law).
 */
export function* smallStories(count: number, seed = 1): Generator<Article> {
  const next = random(seed);
  const first = Date.UTC(2026, 0, 1);
  for (let index = 0; index < count; index += 1) {
    const id = `small-${index}`;
    const tags = new Set<string>();
    while (tags.size < 3) tags.add(`Tag ${rank(next(), TAGS)}`);
    yield {
      ...TEMPLATE,
      id,
      url: `https://gazette.example/${id}`,
      title: `Story ${index} of the harbour and the council`,
      tags: [...tags],
      section: `Section ${rank(next(), SECTIONS)}`,
      authors: [{ name: `Author ${rank(next(), AUTHORS)}` }],
      published_at: new Date(first + index * STEP).toISOString(),
    };
  }
}

/** A number from 1 to `most`, of which n comes about 1/n as often as 1. */
const rank = (chance: number, most: number): number => Math.floor((most + 1) ** chance);

/** Stores new stories as a save does, but for the reading of what is known of each. */
export async function loadStories(db: Database, catalog: Catalog, articles: Article[]): Promise<void> {
  const now = Date.now();
  for (let start = 0; start < articles.length; start += BATCH) {
    const batch = articles.slice(start, start + BATCH);
    const places = await findPlaces(db, catalog, batch);
    const revisions = batch.map((article): NewRevision => {
      const [dates, feeds] = [firstDates(article, now), places.of(article)];
      const entryId = mintEntryId(catalog.site, article.id);
      const shown = memberships(article, dates, feeds);
      return { article, entryId, revision: 1, dates, memberships: shown, touched: feeds.map(({ slug }) => slug) };
    });
    await saveRevisions(db, revisions, now, places.newIn(batch));
  }
}

const TEMPLATE = template();

function template(): Article {
  const parsed = parseArticle({
    id: "small",
    url: "https://gazette.example/small",
    title: "Small",
    content_html: `<p>${"What was said of the ferry in the council, and by whom. ".repeat(4)}</p>`,
    authors: [{ name: "Ada Quayle" }],
    published_at: "2026-01-01T00:00:00Z",
  });
  if (parsed.status === "problems") throw new Error(JSON.stringify(parsed.problems));
  return parsed.article;
}
