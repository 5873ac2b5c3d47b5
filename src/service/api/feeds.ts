import { Hono } from "hono";
import { documentUrls, folderOf } from "../../feed/addresses.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Home } from "../home.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { previewFeed } from "../jobs/preview.ts";
import type { TakeUp } from "../jobs/take-up.ts";
import { isEmpty } from "../store/articles.ts";
import { type FeedState, findFeedState, listFeedStates } from "../store/feeds.ts";
import { EDITION_DAYS, type EditionRecord, listEditions } from "../store/history.ts";

/** Editions in one answer. */
const EDITIONS = 100;

/** `/api/feeds`: what is published, and whether it is as it should be. */
export function feeds(home: Home, catalog: Catalog, takeUp: TakeUp): Hono {
  const app = new Hono();

  app.get("/", async (c) => {
    await takeUp();
    const slugs = [...catalog.all.keys()];
    const states = new Map((await listFeedStates(home.db, slugs)).map((state) => [state.slug, state]));
    const feeds = slugs.map((slug) => describeFeed(catalog, slug, states.get(slug)));
    return c.json({ feeds, empty: await isEmpty(home.db) }, 200, NO_STORE);
  });

  /** What the feed's documents have to say, selected from the store now: the stored side of a verification from outside. */
  app.get("/:slug", async (c) => {
    const definition = catalog.all.get(c.req.param("slug"));
    const state = definition && (await findFeedState(home.db, definition.slug));
    if (!definition || !state) return problem(404, "No feed has this slug.");
    const { feed } = await previewFeed(home.db, catalog, definition, state);
    return c.json({ ...describeFeed(catalog, definition.slug, state), feed }, 200, NO_STORE);
  });

  /** What the partner's system would object to in the feed's next edition, story by story. */
  app.get("/:slug/lint", async (c) => {
    const definition = catalog.all.get(c.req.param("slug"));
    const state = definition && (await findFeedState(home.db, definition.slug));
    if (!definition || !state) return problem(404, "No feed has this slug.");
    const { findings, entries } = await previewFeed(home.db, catalog, definition, state);
    const body = {
      slug: definition.slug,
      profile: definition.profile ?? "standard",
      left_out: entries.filter(({ left_out }) => left_out).length,
      findings,
      entries: entries.map(({ entry, ...linted }) => ({ id: entry.id, title: entry.title, ...linted })),
    };
    return c.json(body, 200, NO_STORE);
  });

  app.get("/:slug/editions", async (c) => {
    const slug = c.req.param("slug");
    if (!catalog.all.has(slug)) return problem(404, "No feed has this slug.");
    const before = Date.parse(c.req.query("before") ?? "9999-01-01T00:00:00Z");
    if (Number.isNaN(before)) return problem(422, "before is no time.", [{ path: "/before", detail: "is no time" }]);
    const records = await listEditions(home.db, slug, before, EDITIONS);
    const last = records.length === EDITIONS ? records.at(-1) : undefined;
    const body = {
      slug,
      kept_days: EDITION_DAYS,
      editions: records.map(describeRecord),
      next: last && `/api/feeds/${slug}/editions?before=${new Date(last.at).toISOString()}`,
    };
    return c.json(body, 200, NO_STORE);
  });

  return app;
}

function describeRecord({ number, at, entries, changes, discrepancies }: EditionRecord) {
  const when = new Date(at).toISOString();
  if (discrepancies !== null) return { outcome: "refused", at: when, current: number, discrepancies };
  return { outcome: "verified", edition: number, at: when, entries, ...changes };
}

function describeFeed(catalog: Catalog, slug: string, state: FeedState | undefined) {
  const definition = catalog.all.get(slug);
  const published = state !== undefined && state.edition > 0;
  return {
    slug,
    title: definition?.title,
    partner: definition?.partner,
    urls: documentUrls(catalog.site, slug, definition && folderOf(definition)),
    state: stateName(state),
    edition: state?.edition ?? 0,
    published_at: published ? new Date(state.published_at).toISOString() : undefined,
    entries: state?.entries ?? 0,
    archive: state && {
      pages: state.linked,
      stale: state.stale_page !== null || state.linked < state.pages || state.overflows === 1,
    },
    stale: !state || state.changed > state.composed || state.reselect_after !== null,
    discrepancies: state?.refusal ?? undefined,
  };
}

function stateName(state: FeedState | undefined): "verified" | "refused" | "none" {
  if (state?.refusal) return "refused";
  return state && state.edition > 0 ? "verified" : "none";
}
