import { type Context, Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Catalog } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import type { Home } from "../home.ts";
import { listNewestChanges } from "../store/directory.ts";
import { findFeedState, listFeedStates } from "../store/feeds.ts";
import { cacheTag } from "../store/shelf-key.ts";
import { Directory } from "./directory/directory.tsx";
import { Search } from "./directory/search.ts";
import { ArchivePage, FeedPage, StoryPage } from "./feed/feed-page.tsx";
import { HeldItems } from "./feed/held-items.ts";
import type { FeedItem } from "./feed/items.ts";
import { archivePath, feedPath } from "./frame/addresses.ts";
import { secure } from "./frame/layout.tsx";
import { type Notice, notice } from "./notices.tsx";

/** Times on a page are relative to now, in minutes: browsers keep it for no longer than one. */
const CACHE_CONTROL = "public, max-age=60";

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

interface StoryList {
  definition: Definition;
  items: FeedItem[];
  /** The address of the page that lists the items. */
  list: string;
}

/** `/`, `/feeds/{slug}` and `/feeds/{slug}/archive/{page}`: the feeds, for people. */
export function pages(home: Home, catalog: Catalog): Hono {
  const app = new Hono();
  const search = new Search();
  const held = new HeldItems(home.db);
  app.use(secure(home));

  app.get("/", async (c) => {
    const { site, definitions } = catalog;
    const feeds = [...definitions.values()];
    const slugs = [...definitions.keys()];
    const now = Date.now();
    const [states, changes] = await Promise.all([
      listFeedStates(home.db, slugs),
      listNewestChanges(home.db, slugs, now),
    ]);
    const facts = { states: new Map(states.map((state) => [state.slug, state])), changes, now };
    const query = c.req.query("q")?.trim();
    const found = query ? await search.find(home.db, feeds, states, query) : undefined;
    return html(
      c,
      <Directory site={site} definitions={feeds} facts={facts} found={found} page={c.req.query("page")} />,
    );
  });

  app.get("/feeds/:slug", async (c) => {
    const { site, definitions } = catalog;
    const definition = definitions.get(c.req.param("slug"));
    if (!definition) return gone(catalog, c, c.req.param("slug"));
    const items = await held.ofFeed(definition.slug);
    const entry = c.req.query("entry");
    if (entry !== undefined) return story(c, entry, { definition, items, list: feedPath(site, definition.slug) });
    const now = Date.now();
    const [state, changes] = await Promise.all([
      findFeedState(home.db, definition.slug),
      listNewestChanges(home.db, [definition.slug], now),
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
        changes={changes.get(definition.slug) ?? []}
      />,
      definition.slug,
    );
  });

  app.get("/feeds/:slug/archive/:page{[1-9][0-9]{0,8}}", async (c) => {
    const { site, definitions } = catalog;
    const definition = definitions.get(c.req.param("slug"));
    if (!definition) return gone(catalog, c, c.req.param("slug"));
    const { slug } = definition;
    const number = Number(c.req.param("page"));
    const state = await findFeedState(home.db, slug);
    const items = state && number <= state.linked ? await held.ofArchivePage(slug, number) : null;
    if (!state || !items) return notice(catalog, c, NO_PAGE);
    const entry = c.req.query("entry");
    if (entry !== undefined) return story(c, entry, { definition, items, list: archivePath(site, slug, number) });
    return html(
      c,
      <ArchivePage
        site={site}
        definition={definition}
        items={items}
        now={Date.now()}
        page={c.req.query("page")}
        number={number}
        pages={state.linked}
      />,
      slug,
    );
  });

  /** The full text of one of a list's items. */
  function story(c: Context, id: string, { definition, items, list }: StoryList) {
    const item = items.find((one) => one.id === id);
    if (!item) return notice(catalog, c, NO_STORY);
    const page = c.req.query("page");
    return html(
      c,
      <StoryPage site={catalog.site} definition={definition} item={item} list={list} page={page} />,
      definition.slug,
    );
  }

  return app;
}

/**
 * @param slug the feed whose next edition takes the page out of the cache in front; absent: none does, it grows old by
 * itself
 */
async function html(
  c: Context,
  page: HtmlEscapedString | Promise<HtmlEscapedString>,
  slug?: string,
): Promise<Response> {
  const headers = { "cache-control": CACHE_CONTROL, ...(slug === undefined ? {} : { "cache-tag": cacheTag(slug) }) };
  return c.html(`<!doctype html>${await page}`, 200, headers);
}

/** The answer for a slug that is no feed's any more, or never was one's. */
async function gone(catalog: Catalog, c: Context, slug: string): Promise<Response> {
  const { site, moved, retired } = catalog;
  const target = moved.get(slug);
  if (target !== undefined) return c.redirect(feedPath(site, target), 301);
  return notice(catalog, c, retired.has(slug) ? ENDED : NO_FEED);
}
