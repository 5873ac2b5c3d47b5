import { Hono } from "hono";
import { queryParts } from "../../article/search-query.ts";
import { toRfc3339 } from "../../article/time.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { seesDrafts } from "../../people/sees-drafts.ts";
import { answersJson, answersProblem } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { articleQuerySchema, parseArticleQuery } from "../jobs/article-query.ts";
import { findArticles } from "../jobs/find-articles.ts";
import { quoteOf } from "../jobs/quote-of.ts";
import type { ListedArticle } from "../store/listed-articles.ts";
import { articleList } from "./answers/listed-articles.ts";

/** `GET /api/articles`: what is stored, filtered, searched, page by page. */
export function listOfArticles(home: Home, catalog: Catalog): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get(
    "/",
    need("articles:read"),
    describes(() => ({
      operationId: "listArticles",
      part: "Articles",
      summary: "List what is stored: filtered, searched, page by page",
      query: articleQuerySchema,
      answers: {
        200: answersJson("A page of the list.", articleList(), { headers: NEXT_LINK }),
        422: answersProblem("Every problem of the query, each with its path."),
      },
    })),
    async (c) => {
      const asked = c.req.query();
      const parsed = parseArticleQuery(asked, catalog);
      if (parsed.status === "problems") return problem(422, "The query cannot be answered.", parsed.problems);
      const seen = { now: Date.now(), published: !seesDrafts(c.get("scopes")) };
      const { articles, next, count, isFilling } = await findArticles(home.db, catalog, parsed.query, seen);
      const path = next === null ? undefined : `/api/articles?${new URLSearchParams({ ...asked, after: next })}`;
      const body = {
        articles: articles.map((one) => describeListed(one, parsed.query.match === undefined ? "" : (asked.q ?? ""))),
        count: count ?? undefined,
        filling: isFilling || undefined,
        next: path,
      };
      // RFC 8288 §3.
      return c.json(body, 200, { ...NO_STORE, ...(path !== undefined && { link: `<${path}>; rel="next"` }) });
    },
  );

  return app;
}

const NEXT_LINK = {
  Link: { description: "The next page (RFC 8288). Absent: this is the last one.", schema: { type: "string" } },
} as const;

/** @param query what words were looked for, to quote them; empty: none */
const describeListed = (
  { entryId, published, updated, storedAt, source, summary, html, authors, ...article }: ListedArticle,
  query: string,
) => ({
  ...article,
  entry_id: entryId,
  authors: authors.map(({ name }) => name),
  published_at: toRfc3339(published),
  updated_at: toRfc3339(updated),
  stored_at: toRfc3339(storedAt),
  source: source ?? undefined,
  found: query === "" ? undefined : quoteOf({ summary, html }, queryParts(query)),
});
