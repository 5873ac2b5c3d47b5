import { type Context, Hono } from "hono";
import type { Article } from "../../article/article.ts";
import { parseArticle, type Removed } from "../../article/parse.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { CatalogEnv, Catalogs } from "../catalog.ts";
import { MAX_BODY_BYTES, parseJson, readBody } from "../http/body.ts";
import { entityTags } from "../http/conditional.ts";
import { problem } from "../http/problem.ts";
import { wakePublisher } from "../jobs/wake.ts";
import { findArticle, type Precondition, type Saved, saveArticles } from "../store/articles.ts";
import { saveLines } from "./bulk.ts";

type Bindings = { Bindings: CatalogEnv };

/** `/api/articles`: what the newsroom stores. */
export function articles(catalogs: Catalogs): Hono<Bindings> {
  const app = new Hono<Bindings>();

  app.put("/:id", async (c) => {
    const text = await readBody(c.req.raw, MAX_BODY_BYTES);
    if (text === null) return problem(413, `An article has at most ${MAX_BODY_BYTES} bytes.`);
    const input = parseJson(text);
    if (input === undefined) return problem(400, "The body is not JSON.");
    const id = c.req.param("id");
    const parsed = parseArticle(withId(input, id));
    const problems = parsed.status === "problems" ? parsed.problems : [];
    if ((parsed.status === "parsed" ? parsed.article.id : idOf(input, id)) !== id)
      problems.push({ path: "/id", detail: "differs from the URL's" });
    if (parsed.status === "problems" || problems.length > 0)
      return problem(422, "The article was not stored.", problems);
    return save(c, parsed.article, parsed.removed);
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
    return save(c, parsed.article, []);
  });

  app.post("/", async (c) => {
    if (!c.req.raw.body) return problem(400, "The body is empty: send one JSON article a line.");
    const catalog = await catalogs.takeUp(c.env);
    return new Response(saveLines(c.env, catalog, c.req.raw.body), {
      headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" },
    });
  });

  const save = async (c: Context<Bindings>, article: Article, removed: Removed[]): Promise<Response> =>
    saveOne(c.env, await catalogs.takeUp(c.env), article, removed, preconditionOf(c.req.raw));

  return app;
}

/** What no id can be is a problem of its own. */
const idOf = (input: unknown, otherwise: string): string => {
  const id = (input as { id?: unknown } | null)?.id;
  return typeof id === "string" && id.trim() !== "" ? id : otherwise;
};

const withId = (input: unknown, id: string): unknown =>
  input !== null && typeof input === "object" && !Array.isArray(input) ? { id, ...input } : input;

/** Saves an article, and has its feeds published. */
export async function saveAndWake(
  env: CatalogEnv,
  catalog: Catalog,
  article: Article,
  precondition: Precondition,
): Promise<Saved | undefined> {
  const { saved, newlyStale } = await saveArticles(env.DB, catalog, [article], Date.now(), precondition);
  if (newlyStale.length > 0) await wakePublisher(env);
  return saved[0];
}

/** Saves an article and says what came of it. */
export async function saveOne(
  env: CatalogEnv,
  catalog: Catalog,
  article: Article,
  removed: Removed[],
  precondition: Precondition,
): Promise<Response> {
  const result = await saveAndWake(env, catalog, article, precondition);
  if (result?.status === "refused") return problem(409, "The article was not stored.", result.problems);
  if (result?.status === "conflict") {
    const headers: Record<string, string> = result.revision > 0 ? { etag: `"${result.revision}"` } : {};
    const now = result.revision > 0 ? `Its revision is ${result.revision}` : "It is not stored";
    return problem(412, `Somebody else has changed the article. ${now}.`, undefined, headers);
  }
  return Response.json(
    { ...result, removed },
    {
      status: result?.status === "created" ? 201 : 200,
      headers: { "cache-control": "no-store", etag: `"${result?.revision}"` },
    },
  );
}

/** Two desks do not overwrite each other: If-Match, or If-None-Match: * for what must be new (RFC 9110 §13.1.1, §13.1.2). */
export function preconditionOf({ headers }: Request): Precondition {
  const match = headers.get("if-match");
  const noneMatch = headers.get("if-none-match");
  return (revision) => {
    if (match !== null && !holds(match, revision)) return false;
    return noneMatch === null || !holds(noneMatch, revision);
  };
}

const holds = (header: string, revision: number): boolean =>
  revision > 0 && (header.trim() === "*" || entityTags(header).includes(String(revision)));
