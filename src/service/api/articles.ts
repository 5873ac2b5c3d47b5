import { Hono } from "hono";
import * as z from "zod";
import type { Article } from "../../article/article.ts";
import { parseArticle } from "../../article/parse.ts";
import {
  answersJson,
  answersLines,
  answersProblem,
  badBody,
  changedMeanwhile,
  noArticle,
  REVISION_TAG,
} from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { articleParam, preconditions } from "../describe/parameters.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { MAX_BODY_BYTES, parseJson, readBody } from "../http/body.ts";
import { ndjson } from "../http/ndjson.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem } from "../http/problem.ts";
import { DryRun } from "../jobs/dry-run.ts";
import type { Ingest } from "../jobs/ingest.ts";
import { findArticle, findSeenArticle } from "../store/articles.ts";
import { type EdgeState, findEdgeState } from "../store/taken-back.ts";
import {
  ARTICLE_EXAMPLE,
  articleBody,
  articleWithoutId,
  lineResult,
  SAVED_EXAMPLE,
  saved,
  storedArticle,
} from "./answers/articles.ts";
import { saveLines } from "./bulk.ts";
import { preconditionOf } from "./precondition.ts";
import { answerSaved } from "./saved.ts";
import { toIso } from "./to-iso.ts";

/**
 * Bytes of a dry run, which holds what it has decided: a line is judged as if those before it were stored. Three of
 * the largest bodies fit in, and it is far below what an isolate of 128 MB has.
 */
const MAX_DRY_RUN_BYTES = 10_000_000;

/** `/api/articles`: what the newsroom stores. */
export function articles(home: Home, ingest: Ingest): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.put(
    "/:id",
    need("articles:write"),
    describes(() => ({
      operationId: "putArticle",
      part: "Articles",
      summary: "Create or change an article",
      description: "The same content again is no new revision.",
      params: { id: articleParam() },
      headers: preconditions(),
      body: { content: { "application/json": { schema: articleWithoutId(), example: ARTICLE_EXAMPLE } } },
      answers: {
        200: answersJson("Changed, or the same content again.", saved(), { headers: REVISION_TAG }),
        201: answersJson("Created.", saved(), { headers: REVISION_TAG, example: SAVED_EXAMPLE }),
        ...badBody(),
        409: answersProblem(
          "Its entry's id is another article's, or would change; or its URL is, where the masthead forbids that.",
        ),
        412: changedMeanwhile(),
      },
    })),
    async (c) => {
      const text = await readBody(c.req.raw, MAX_BODY_BYTES);
      if (text === null) return problem(413, `An article has at most ${MAX_BODY_BYTES} bytes.`);
      const input = parseJson(text);
      if (input === undefined) return problem(400, "The body is not JSON.");
      const id = c.req.param("id");
      const parsed = parseArticle(withId(input, id));
      const problems = parsed.status === "problems" ? parsed.problems : [];
      if ((parsed.status === "parsed" ? parsed.article.id : idIn(input, id)) !== id)
        problems.push({ path: "/id", detail: "differs from the URL's" });
      if (parsed.status === "problems" || problems.length > 0)
        return problem(422, "The article was not stored.", problems);
      return answerSaved(
        await ingest.by(c.get("actor")).save(parsed.article, preconditionOf(c.req.raw)),
        parsed.removed,
      );
    },
  );

  app.get(
    "/:id",
    need("articles:read"),
    describes(() => ({
      operationId: "getArticle",
      part: "Articles",
      summary: "Read an article",
      params: { id: articleParam() },
      answers: {
        200: answersJson("The article as it is stored.", storedArticle(), {
          headers: REVISION_TAG,
          example: { id: "2026-03-13-first-boat", ...ARTICLE_EXAMPLE },
        }),
        404: noArticle(),
      },
    })),
    async (c) => {
      const id = c.req.param("id");
      const found = await findSeenArticle(home.db, id, c.get("scopes"));
      if (!found) return problem(404, "No article has this id.");
      const edge = await findEdgeState(home.db, id, found.revision, Date.now());
      const body = { ...found.article, edge: edge ? describeEdge(edge) : undefined };
      return c.json(body, 200, { etag: `"${found.revision}"`, ...NO_STORE });
    },
  );

  app.delete(
    "/:id",
    need("articles:write"),
    describes(() => ({
      operationId: "retractArticle",
      part: "Articles",
      summary: "Take an article back: its status becomes canceled",
      description: "Readers who have it are told, and why.",
      params: { id: articleParam() },
      query: z.object({ reason: z.string().optional().meta({ description: "Why, for readers; one line." }) }),
      headers: preconditions(),
      answers: {
        200: answersJson("Taken back.", saved(), { headers: REVISION_TAG }),
        404: noArticle(),
        409: answersProblem("The article was not stored."),
        412: changedMeanwhile(),
        422: answersProblem("The reason is not one line of text."),
      },
    })),
    async (c) => {
      const found = await findArticle(home.db, c.req.param("id"));
      if (!found) return problem(404, "No article has this id.");
      const text = await readBody(c.req.raw, MAX_BODY_BYTES);
      const body = text ? parseJson(text) : {};
      const reason =
        c.req.query("reason") ?? (body as { reason?: unknown } | null | undefined)?.reason ?? found.article.reason;
      const parsed = parseArticle({ ...found.article, status: "canceled", reason });
      if (parsed.status === "problems") return problem(422, "The article was not retracted.", parsed.problems);
      return answerSaved(await ingest.by(c.get("actor")).save(parsed.article, preconditionOf(c.req.raw)), []);
    },
  );

  app.post(
    "/",
    need("articles:write"),
    describes(() => ({
      operationId: "storeArticles",
      part: "Articles",
      summary: "Store any number of articles, one JSON object a line",
      description: "A bad line stops no other.",
      body: { content: { "application/x-ndjson": { schema: articleBody() } } },
      answers: {
        200: answersLines("One result a line, in the lines' order, as they are stored.", lineResult()),
        400: answersProblem("There is no body."),
      },
    })),
    async (c) => {
      if (!c.req.raw.body) return problem(400, "The body is empty: send one JSON article a line.");
      return ndjson(saveLines(ingest.by(c.get("actor")), c.req.raw.body, home.parseLines));
    },
  );

  // An address of its own: a service that knew no dry run would store what came with a parameter that it ignores.
  app.post(
    "/dry-run",
    need("articles:write"),
    describes(() => ({
      operationId: "judgeArticles",
      part: "Articles",
      summary: "What storing these articles would answer, line by line",
      description: "Nothing is stored. Each line is judged as if those before it were.",
      body: { content: { "application/x-ndjson": { schema: articleBody() } } },
      answers: {
        200: answersLines("One result a line, in the lines' order.", lineResult()),
        400: answersProblem("There is no body."),
        413: answersProblem(`The body has more than ${MAX_DRY_RUN_BYTES} bytes.`),
      },
    })),
    async (c) => {
      const text = await readBody(c.req.raw, MAX_DRY_RUN_BYTES);
      if (text === null) return problem(413, `A dry run has at most ${MAX_DRY_RUN_BYTES} bytes: send it in parts.`);
      if (text === "") return problem(400, "The body is empty: send one JSON article a line.");
      const before = new DryRun();
      const judge = { saveAll: (articles: Article[]) => ingest.judgeAll(articles, before) };
      return ndjson(saveLines(judge, new Blob([text]).stream(), home.parseLines));
    },
  );

  return app;
}

/** The body's id, or `otherwise`. One that is no string is left to `parseArticle`, which reports it. */
const idIn = (input: unknown, otherwise: string): string => {
  const id = (input as { id?: unknown } | null)?.id;
  return typeof id === "string" && id.trim() !== "" ? id : otherwise;
};

/** The body with the URL's id, where it names none itself, and without what only a GET tells. */
function withId(input: unknown, id: string): unknown {
  if (input === null || typeof input !== "object" || Array.isArray(input)) return input;
  const { edge: _, ...article } = input as Record<string, unknown>;
  return { id, ...article };
}

/** Where a story's text is that was taken back. */
const describeEdge = (edge: EdgeState) =>
  edge.status === "out"
    ? { ...edge, since: toIso(edge.since) }
    : { ...edge, until: edge.until === null ? undefined : toIso(edge.until) };
