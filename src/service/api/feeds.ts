import { Hono } from "hono";
import * as z from "zod";
import { type Catalog, servedFamilies } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import { definitionOf } from "../../feed/locate.ts";
import { answersJson, answersProblem } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { feedSlug } from "../describe/parameters.ts";
import { timeText } from "../describe/schemas.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { previewFeed } from "../jobs/preview.ts";
import type { TakeUp } from "../jobs/take-up.ts";
import { isEmpty } from "../store/articles.ts";
import { countFamilies } from "../store/family-counts.ts";
import { listFeedPage } from "../store/feed-pages.ts";
import { type FeedState, findFeedState } from "../store/feeds.ts";
import { EDITION_DAYS, listEditions } from "../store/history.ts";
import { editionList, feedList, lintReport, storedFeed } from "./answers/feeds.ts";
import { describeEdition, describeFamily, describeFeed } from "./describe-feed.ts";
import { feedsQuerySchema, parseFeedsQuery } from "./feeds-query.ts";

/** Editions in one answer. */
const EDITIONS = 100;

/** `/api/feeds`: what is published, and whether it is as it should be. */
export function feeds(home: Home, catalog: Catalog, takeUp: TakeUp): Hono<SignedEnv> {
  const { site } = catalog;
  const app = new Hono<SignedEnv>();

  app.get(
    "/",
    need("feeds:read"),
    describes(() => ({
      operationId: "listFeeds",
      part: "Feeds",
      summary: "Each feed's edition: verified, or refused and why; stale or not",
      description: "By their slugs. On the first page stand the families of feeds, too.",
      query: feedsQuerySchema,
      answers: { 200: answersJson("The feeds.", feedList()), 422: answersProblem("What is wrong with the query.") },
    })),
    async (c) => {
      const query = parseFeedsQuery(c.req.query(), catalog);
      if (query.status === "problems") return problem(422, "The query cannot be answered.", query.problems);
      const { after, limit, filter, partner } = query;
      await takeUp();
      const { states, next } = await listFeedPage(home.db, filter, after, limit);
      const body = {
        feeds: states.flatMap((state) => {
          const definition = definitionOf(catalog, state);
          return definition ? describeFeed(site, definition, state) : [];
        }),
        families: after === "" ? await describeFamilies(filter.family, partner) : undefined,
        empty: await isEmpty(home.db),
        next: next === null ? undefined : `/api/feeds?${new URLSearchParams({ ...c.req.query(), after: next })}`,
      };
      return c.json(body, 200, NO_STORE);
    },
  );

  // A slug may have slashes in it: of the routes that it fits, the first one takes it that finds its feed.

  /** What the partner's system would object to in the feed's next edition, story by story. */
  app.get(
    "/:slug{.+}/lint",
    need("feeds:read"),
    describes(() => ({
      operationId: "lintFeed",
      part: "Feeds",
      summary: "What a partner's system will not take of its feed, or takes less gladly",
      description: "By entry and rule.",
      params: { slug: feedSlug() },
      answers: { 200: answersJson("The findings.", lintReport()), 404: noFeed() },
    })),
    async (c, next) => {
      const { definition, state } = await find(c.req.param("slug"));
      if (!definition || !state) return next();
      const { findings, entries } = await previewFeed(home.db, catalog, definition, state);
      const body = {
        slug: definition.slug,
        profile: definition.profile ?? "standard",
        left_out: entries.filter(({ left_out }) => left_out).length,
        findings,
        entries: entries.map(({ entry, ...linted }) => ({ id: entry.id, title: entry.title, ...linted })),
      };
      return c.json(body, 200, NO_STORE);
    },
  );

  app.get(
    "/:slug{.+}/editions",
    need("feeds:read"),
    describes(() => ({
      operationId: "listEditions",
      part: "Feeds",
      summary: "A feed's editions, and those that were refused",
      description: "The newest first.",
      params: { slug: feedSlug() },
      query: z.object({ before: timeText().optional().meta({ description: "Start there." }) }),
      answers: {
        200: answersJson("The editions.", editionList()),
        404: noFeed(),
        422: answersProblem("`before` is no time."),
      },
    })),
    async (c, next) => {
      const { definition } = await find(c.req.param("slug"));
      if (!definition) return next();
      const { slug } = definition;
      const before = Date.parse(c.req.query("before") ?? "9999-01-01T00:00:00Z");
      if (Number.isNaN(before)) return problem(422, "before is no time.", [{ path: "/before", detail: "is no time" }]);
      const records = await listEditions(home.db, slug, before, EDITIONS);
      const last = records.length === EDITIONS ? records.at(-1) : undefined;
      const body = {
        slug,
        kept_days: EDITION_DAYS,
        editions: records.map(describeEdition),
        next: last && `/api/feeds/${encodeURI(slug)}/editions?before=${new Date(last.at).toISOString()}`,
      };
      return c.json(body, 200, NO_STORE);
    },
  );

  /** What the feed's documents have to say, selected from the store now: the stored side of a verification from outside. */
  app.get(
    "/:slug{.+}",
    need("feeds:read"),
    describes(() => ({
      operationId: "getFeed",
      part: "Feeds",
      summary: "What a feed's documents have to say, from the store",
      description: "The stored side of a verification from outside.",
      params: { slug: feedSlug() },
      answers: { 200: answersJson("The feed.", storedFeed()), 404: noFeed() },
    })),
    async (c) => {
      const { definition, state } = await find(c.req.param("slug"));
      if (!definition || !state) return problem(404, "No feed has this slug.");
      const { feed } = await previewFeed(home.db, catalog, definition, state);
      return c.json({ ...describeFeed(site, definition, state), feed }, 200, NO_STORE);
    },
  );

  async function find(slug: string): Promise<{ definition?: Definition; state: FeedState | null }> {
    const state = await findFeedState(home.db, slug);
    return { definition: catalog.all.get(slug) ?? (state ? definitionOf(catalog, state) : undefined), state };
  }

  async function describeFamilies(family: string | undefined, partner: string | undefined) {
    const asked = servedFamilies(catalog).filter(
      (one) => (family === undefined || one.slug === family) && (partner === undefined || one.partner === partner),
    );
    const counts = await countFamilies(
      home.db,
      asked.map(({ slug }) => slug),
    );
    return asked.flatMap((one, index) => {
      const counted = counts[index];
      return counted ? describeFamily(site, one, counted) : [];
    });
  }

  return app;
}

const noFeed = () => answersProblem("No feed has this slug.");
