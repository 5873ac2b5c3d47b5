import { type Context, Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import * as z from "zod";
import type { Catalog } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import type { Family } from "../../feed/family.ts";
import { answersPage } from "../describe/answers.ts";
import { type Description, describes } from "../describe/describes.ts";
import { archivePage, feedSlug } from "../describe/parameters.ts";
import type { Home } from "../home.ts";
import { listArchiveYears } from "../store/archive-years.ts";
import { listNewestChanges } from "../store/directory.ts";
import { type FamilyFeed, listFeedsOfStories } from "../store/family-values.ts";
import { listFeedStates } from "../store/feeds.ts";
import { cacheTag } from "../store/shelf-key.ts";
import { Directory } from "./directory/directory.tsx";
import { searchFeeds } from "./directory/search.ts";
import { FamilyPage } from "./families/family-page.tsx";
import { listingOf } from "./families/listing.ts";
import { ArchivePage } from "./feed/archive-page.tsx";
import { COPY_SCRIPT_HASH } from "./feed/copy-script.tsx";
import { FeedPage, StoryPage } from "./feed/feed-page.tsx";
import { HeldItems } from "./feed/held-items.ts";
import type { FeedItem } from "./feed/items.ts";
import { SleepingItems } from "./feed/sleeping-items.ts";
import { type Found, type FoundFeed, findAt, publicFamilies } from "./found.ts";
import { archivePath, feedPath } from "./frame/addresses.ts";
import { secure } from "./frame/layout.tsx";
import { type Notice, notice } from "./notices.tsx";

/** Times on a page are relative to now, in minutes: browsers keep it for no longer than one. */
export const PAGE_CACHE_CONTROL = "public, max-age=60";

/** Nothing is published while a feed is asleep, so nothing would take its page out of the cache in front. */
const CACHE_CONTROL_ASLEEP = "private, max-age=60";

/** Feeds of families that a page leads to. */
const MAX_RELATED = 12;

/** Stories of a feed, the newest, whose families are led to. */
const MAX_RELATING = 50;

const NO_PAGE: Notice = { status: 404, title: "No such page", text: "The archive has no page of this number." };
const NO_STORY: Notice = {
  status: 404,
  title: "No such story",
  text: "The story is not in this feed, or not any more.",
};
const ENDED: Notice = {
  status: 410,
  title: "This feed has ended",
  text: "Nothing new will come here. You can take it off your list.",
};
const NO_FEED: Notice = {
  status: 404,
  title: "No feed is here",
  text: "The address may be mistyped. A feed is not invented on demand.",
};

const feedPageAnswers = (missing: string): Description["answers"] => ({
  200: answersPage("The page."),
  301: { description: "The feed has another slug now." },
  404: answersPage(missing),
  410: answersPage("The feed has ended."),
});

interface StoryList {
  feed: FoundFeed;
  items: FeedItem[];
  /** The address of the page that lists the items. */
  list: string;
}

/** `/`, `/feeds/{slug}` and `/feeds/{slug}/archive/{page}`: the feeds, and families of them, for people. */
export function pages(home: Home, catalog: Catalog): Hono {
  const { db } = home;
  const { site } = catalog;
  const app = new Hono();
  const held = new HeldItems(db);
  const sleeping = new SleepingItems(db, site);
  const families = publicFamilies(catalog);
  app.use(secure(home, [COPY_SCRIPT_HASH]));

  app.get(
    "/",
    describes(() => ({
      operationId: "getDirectory",
      part: "Pages",
      summary: "The directory: every public feed, for people",
      query: z.object({
        q: z.string().optional().meta({ description: "What to find." }),
        page: z.string().optional().meta({ description: "Of what was found: which page, counted from 1." }),
      }),
      answers: { 200: answersPage("The page.") },
    })),
    async (c) => {
      const { definitions } = catalog;
      const feeds = [...definitions.values()];
      const slugs = [...definitions.keys()];
      const now = Date.now();
      const [states, changes] = await Promise.all([listFeedStates(db, slugs), listNewestChanges(db, slugs, now)]);
      const facts = { states: new Map(states.map((state) => [state.slug, state])), changes, now };
      const query = c.req.query("q")?.trim();
      const page = c.req.query("page");
      const found = query ? await searchFeeds(db, feeds, { query, page }, now) : undefined;
      return html(
        c,
        <Directory site={site} definitions={feeds} families={families} facts={facts} found={found} page={page} />,
      );
    },
  );

  app.get(
    "/feeds/:slug{.+}/archive/:page{[1-9][0-9]{0,8}}",
    describes(() => ({
      operationId: "getArchiveHtml",
      part: "Pages",
      summary: "A page of a feed's archive, for people",
      params: { slug: feedSlug(), page: archivePage() },
      query: z.object({ entry: z.string().optional().meta({ description: "One story of the page, by its id." }) }),
      answers: feedPageAnswers("There is no such page."),
    })),
    async (c) => {
      const [slug, number, now] = [c.req.param("slug"), Number(c.req.param("page")), Date.now()];
      const feed = await findAt(db, catalog, slug, now);
      if (feed.status === "family") return notice(catalog, c, NO_FEED);
      if (feed.status !== "feed") return elsewhere(catalog, c, feed);
      const { definition, state } = feed;
      if (!state || number > state.linked) return notice(catalog, c, NO_PAGE);
      // A page has no documents until somebody polls it who has woken the feed.
      const items = (await held.ofArchivePage(slug, number)) ?? (await sleeping.ofArchivePage(definition, number, now));
      const entry = c.req.query("entry");
      if (entry !== undefined) return story(c, entry, { feed, items, list: archivePath(site, slug, number) });
      const years = await listArchiveYears(db, slug, state.linked);
      return html(
        c,
        <ArchivePage
          site={site}
          definition={definition}
          items={items}
          now={now}
          page={c.req.query("page")}
          number={number}
          pages={state.linked}
          years={years}
        />,
        feed,
      );
    },
  );

  app.get(
    "/feeds/:slug{.+}",
    describes(() => ({
      operationId: "getFeedHtml",
      part: "Pages",
      summary: "A feed's page for people, with autodiscovery",
      params: { slug: feedSlug() },
      query: z.object({ entry: z.string().optional().meta({ description: "One story of the feed, by its id." }) }),
      answers: feedPageAnswers("No feed is here, or no such story in it."),
    })),
    async (c) => {
      const [slug, now] = [c.req.param("slug"), Date.now()];
      const feed = await findAt(db, catalog, slug, now);
      if (feed.status === "family") return familyPage(c, feed.family, now);
      if (feed.status !== "feed") return elsewhere(catalog, c, feed);
      const { definition, state } = feed;
      const items = await (state?.asleep ? sleeping.ofFeed(definition, now) : held.ofFeed(slug));
      const entry = c.req.query("entry");
      if (entry !== undefined) return story(c, entry, { feed, items, list: feedPath(site, slug) });
      const [changes, years, related] = await Promise.all([
        listNewestChanges(db, [slug], now),
        listArchiveYears(db, slug, state?.linked ?? 0),
        relatedTo(definition, items.slice(0, MAX_RELATING)),
      ]);
      return html(
        c,
        <FeedPage
          site={site}
          definition={definition}
          items={items}
          now={now}
          page={c.req.query("page")}
          state={state ?? undefined}
          changes={changes.get(slug) ?? []}
          years={years}
          family={feed.family}
          related={related}
        />,
        feed,
      );
    },
  );

  async function familyPage(c: Context, family: Family, now: number): Promise<Response> {
    const listing = await listingOf(db, family, { query: c.req.query("q"), after: c.req.query("after") }, now);
    return html(c, <FamilyPage site={site} family={family} listing={listing} />);
  }

  /** The full text of one of a list's items. */
  async function story(c: Context, id: string, { feed, items, list }: StoryList): Promise<Response> {
    const { definition } = feed;
    const item = items.find((one) => one.id === id);
    if (!item) return notice(catalog, c, NO_STORY);
    const page = c.req.query("page");
    const related = await relatedTo(definition, [item]);
    return html(
      c,
      <StoryPage site={site} definition={definition} item={item} list={list} page={page} related={related} />,
      feed,
    );
  }

  /** The feeds of families in which stories stand beside a feed. */
  async function relatedTo({ slug }: Definition, items: FeedItem[]): Promise<FamilyFeed[]> {
    if (families.length === 0 || items.length === 0) return [];
    const entries = items.map(({ id }) => id);
    const feeds = await listFeedsOfStories(db, families, { entries, limit: MAX_RELATED + 1, now: Date.now() });
    return feeds.filter((feed) => feed.slug !== slug).slice(0, MAX_RELATED);
  }

  return app;
}

/**
 * @param feed whose next edition takes the page out of the cache in front; absent: none does, it grows old by itself
 */
async function html(
  c: Context,
  page: HtmlEscapedString | Promise<HtmlEscapedString>,
  feed?: FoundFeed,
): Promise<Response> {
  const headers = {
    "cache-control": feed?.state?.asleep ? CACHE_CONTROL_ASLEEP : PAGE_CACHE_CONTROL,
    ...(feed && { "cache-tag": cacheTag(feed.definition.slug) }),
  };
  return c.html(`<!doctype html>${await page}`, 200, headers);
}

/** The answer for an address that is no feed's any more, or never was one's. */
async function elsewhere(
  catalog: Catalog,
  c: Context,
  found: Exclude<Found, { status: "feed" | "family" }>,
): Promise<Response> {
  if (found.status === "moved") {
    c.header("cache-control", PAGE_CACHE_CONTROL);
    return c.redirect(feedPath(catalog.site, found.slug), 301);
  }
  return notice(catalog, c, found.status === "ended" ? ENDED : NO_FEED);
}
