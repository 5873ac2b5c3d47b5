import { Hono } from "hono";
import type { Article } from "../../article/article.ts";
import { parseArticle, type Removed } from "../../article/parse.ts";
import type { CatalogEnv, Catalogs } from "../catalog.ts";
import { wakePublisher } from "../jobs/wake.ts";
import { findArticle, saveArticles } from "../store/articles.ts";
import { MAX_BODY_BYTES, parseJson, readBody } from "./body.ts";
import { saveLines } from "./bulk.ts";
import { problem } from "./problem.ts";

/** `/api/articles`: what the newsroom stores. */
export function articles(catalogs: Catalogs): Hono<{ Bindings: CatalogEnv }> {
  const app = new Hono<{ Bindings: CatalogEnv }>();

  app.put("/:id", async (c) => {
    const text = await readBody(c.req.raw, MAX_BODY_BYTES);
    if (text === null) return problem(413, `An article has at most ${MAX_BODY_BYTES} bytes.`);
    const input = parseJson(text);
    if (input === undefined) return problem(400, "The body is not JSON.");
    const parsed = parseArticle(withId(input, c.req.param("id")));
    if (parsed.status === "problems") return problem(422, "The article was not stored.", parsed.problems);
    if (parsed.article.id !== c.req.param("id"))
      return problem(422, "The article was not stored.", [{ path: "/id", detail: "differs from the URL's" }]);
    return save(c.env, parsed.article, parsed.removed);
  });

  app.get("/:id", async (c) => {
    const found = await findArticle(c.env.DB, c.req.param("id"));
    if (!found) return problem(404, "No article has this id.");
    return c.json(found.article, 200, { etag: `"${found.revision}"`, "cache-control": "no-store" });
  });

  app.delete("/:id", async (c) => {
    const found = await findArticle(c.env.DB, c.req.param("id"));
    if (!found) return problem(404, "No article has this id.");
    const text = await readBody(c.req.raw, MAX_BODY_BYTES);
    const body = text ? parseJson(text) : {};
    const reason =
      c.req.query("reason") ?? (body as { reason?: unknown } | null | undefined)?.reason ?? found.article.reason;
    const parsed = parseArticle({ ...found.article, status: "canceled", reason });
    if (parsed.status === "problems") return problem(422, "The article was not retracted.", parsed.problems);
    return save(c.env, parsed.article, []);
  });

  app.post("/", async (c) => {
    if (!c.req.raw.body) return problem(400, "The body is empty: send one JSON article a line.");
    const catalog = await catalogs.takeUp(c.env);
    return new Response(saveLines(c.env, catalog, c.req.raw.body), {
      headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" },
    });
  });

  async function save(env: CatalogEnv, article: Article, removed: Removed[]): Promise<Response> {
    const catalog = await catalogs.takeUp(env);
    const { saved, newlyStale } = await saveArticles(env.DB, catalog, [article], Date.now());
    if (newlyStale.length > 0) await wakePublisher(env);
    const result = saved[0];
    if (result?.status === "refused") return problem(409, "The article was not stored.", result.problems);
    return Response.json(
      { ...result, removed },
      { status: result?.status === "created" ? 201 : 200, headers: { "cache-control": "no-store" } },
    );
  }

  return app;
}

const withId = (input: unknown, id: string): unknown =>
  input !== null && typeof input === "object" && !Array.isArray(input) ? { id, ...input } : input;
