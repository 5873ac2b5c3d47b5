import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Family } from "../../../feed/family.ts";
import { answersAs, answersLine } from "../../describe/answers.ts";
import { describes } from "../../describe/describes.ts";
import { feedSlug } from "../../describe/parameters.ts";
import type { Home } from "../../home.ts";
import { plain } from "../../http/plain.ts";
import { listNews } from "../../store/directory.ts";
import { findAt, publicFamilies } from "../found.ts";
import { familyName } from "../frame/family-words.ts";
import { STYLE, STYLE_PATH } from "../frame/style.ts";
import { FAMILIES, findGroup, groupsOf } from "../groups.ts";
import { familyGroups } from "./family-groups.ts";
import { feedStyle } from "./feed-style.ts";
import { toOpml } from "./opml.ts";
import { MAX_NEWS, NEWS_AGE, toNewsSitemap, toRobots } from "./sitemap.ts";

/** What goes with the pages, for programs: style sheets, OPML, the news sitemap, `robots.txt`. */
export function files(home: Home, catalog: Catalog): Hono {
  const app = new Hono();
  const families = publicFamilies(catalog);

  app.get(STYLE_PATH, (c) => answer(c, STYLE, "text/css", "public, max-age=31536000, immutable"));

  app.get(
    "/feeds/:file{.+\\.css}",
    describes(() => ({
      operationId: "getFeedStyle",
      part: "Pages",
      summary: "How a browser shows a feed's documents",
      path: "/feeds/{slug}.css",
      params: { slug: feedSlug() },
      answers: { 200: answersAs("text/css", "The style sheet."), 404: answersLine("No feed is here.") },
    })),
    async (c) => {
      const found = await findAt(home.db, catalog, c.req.param("file").slice(0, -".css".length), Date.now());
      if (found.status !== "feed") return plain(404, "No feed is here.");
      return answer(c, feedStyle(catalog.site, found.definition), "text/css", "public, max-age=86400");
    },
  );

  /** All public feeds; or those of the group, family or newspaper section that `?section=` names. */
  app.get(
    "/feeds.opml",
    describes(() => ({
      operationId: "listFeedsAsOpml",
      part: "Documents",
      summary: "Every public feed, for a reader to import (OPML 2.0)",
      query: z.object({
        section: z
          .string()
          .optional()
          .meta({ description: "Only the feeds of one of the directory's groups, or of a section of the newspaper." }),
      }),
      answers: { 200: answersAs("text/x-opml", "The list."), 404: answersLine("No section has this name.") },
    })),
    async (c) => {
      const { site, definitions } = catalog;
      const feeds = [...definitions.values()];
      const name = c.req.query("section");
      const of = (some: Family[]) => familyGroups(home.db, site, some, Date.now());
      if (name === undefined)
        return answer(c, toOpml(site, [...groupsOf(feeds), ...(await of(families))]), "text/x-opml");
      const group = findGroup(feeds, name);
      const asked = families.filter(({ slug }) => name === FAMILIES.key || name === slug);
      const [first] = asked;
      if (!group && !first) return plain(404, "No section has this name.");
      const title = group?.title ?? (first && name === first.slug ? familyName(first) : FAMILIES.title);
      return answer(c, toOpml(site, group ? [group] : await of(asked), `${site.title}: ${title}`), "text/x-opml");
    },
  );

  app.get(
    "/news-sitemap.xml",
    describes(() => ({
      operationId: "getNewsSitemap",
      part: "Documents",
      summary: "A news sitemap of the last two days",
      answers: { 200: answersAs("application/xml", "The sitemap.") },
    })),
    async (c) => {
      const { site, definitions } = catalog;
      const now = Date.now();
      const news = await listNews(home.db, [...definitions.keys()], { since: now - NEWS_AGE, now, limit: MAX_NEWS });
      return answer(c, toNewsSitemap(site, news), "application/xml");
    },
  );

  app.get(
    "/robots.txt",
    describes(() => ({
      operationId: "getRobotsTxt",
      part: "Service",
      summary: "What crawlers may fetch",
      answers: { 200: answersLine("The list.") },
    })),
    (c) => answer(c, toRobots(catalog.site), "text/plain"),
  );

  return app;
}

/** Lists change with the feeds, and hardly ever: browsers keep them for five minutes. */
export const LIST_CACHE_CONTROL = "public, max-age=300";

/** A text as it is. */
const answer = (c: Context, text: string, type: string, cacheControl = LIST_CACHE_CONTROL): Response =>
  c.body(text, 200, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": cacheControl,
    "x-content-type-options": "nosniff",
  });
