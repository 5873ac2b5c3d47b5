import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { newKept } from "../../../src/service/kept.ts";
import type { Operation } from "../../../src/service/openapi/operation.ts";
import { PATHS } from "../../../src/service/openapi/paths.ts";
import { SCHEMAS } from "../../../src/service/openapi/schemas.ts";
import { routes } from "../../../src/service/service.ts";
import { SITE } from "../../site.ts";
import { FEEDS, homeOn, type Newsroom, newsroom } from "../newsroom.ts";

const app = routes(homeOn(), parseCatalog(SITE, FEEDS), newKept(homeOn()), {
  takeUp: async () => undefined,
  awaken: async () => "busy",
});

/** ALL is middleware, or says what is not allowed; HEAD goes with GET (RFC 9110 §9.3.2). */
const served = app.routes.filter(({ method }) => method !== "ALL" && method !== "HEAD");
const described = Object.entries(PATHS).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path: fill(path, operation),
    operation,
  })),
);

describe("the description", () => {
  it.each(described)("$name is served", ({ method, path }) => expect(routeOf(method, path)).toBeDefined());

  it("leaves no route out", () => {
    const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
    // Of a route, what is allowed stands before what is done: two handlers, and one path.
    const found = new Set(
      described.map(({ method, path }) => nameOf(routeOf(method, path) as { method: string; path: string })),
    );
    expect(served.length).toBeGreaterThan(10);
    expect(served.map(nameOf).filter((name) => !found.has(name))).toEqual([]);
  });

  it("says of every path under /api, and of no other, that it takes the token", () => {
    for (const { name, path, operation } of described)
      expect(operation.security === undefined, name).toBe(path.startsWith("/api/"));
  });

  it("refers to nothing that is not there", () => {
    const refs = [...JSON.stringify([PATHS, SCHEMAS]).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(refs.length).toBeGreaterThan(20);
    for (const name of refs) expect(Object.keys(SCHEMAS)).toContain(name);
  });

  it("takes the article from the schema that parses it", () => {
    const { Article, ArticleWithoutId } = SCHEMAS;
    expect(Article).toMatchObject({
      additionalProperties: false,
      required: ["id", "url", "title", "published_at"],
      properties: {
        title: { type: "string", minLength: 1, maxLength: 1000 },
        url: { type: "string", format: "uri" },
        published_at: { type: "string", format: "date-time" },
        authors: { type: "array", items: { required: ["name"] } },
      },
    });
    expect(ArticleWithoutId.required).toEqual(["url", "title", "published_at"]);
  });
});

describe("what the service answers is what is described", () => {
  const ARTICLE = { url: "https://g.example/a", title: "A", published_at: "2026-03-01T08:00:00Z", section: "Politics" };
  let room: Newsroom;
  beforeEach(async () => {
    room = await newsroom([...FEEDS, { slug: "ended", title: "Ended", description: "Over", retired: true }]);
    await room.put({ id: "a", ...ARTICLE });
    await room.publish();
  });

  it.each([
    ["GET", "/api/openapi.json"],
    ["GET", "/api/articles/a"],
    ["GET", "/api/articles/none"],
    ["PUT", "/api/articles/b", { ...ARTICLE, title: "B\u0000", content_html: "<script>1</script>" }],
    ["PUT", "/api/articles/c", { url: "x" }],
    ["PUT", "/api/articles/c", "{"],
    ["POST", "/api/articles", `${JSON.stringify({ id: "d", ...ARTICLE })}\n{}\nno JSON\n`],
    ["DELETE", "/api/articles/a"],
    ["GET", "/api/articles/a/revisions"],
    ["POST", "/api/articles/a/revisions/1/restore"],
    ["GET", "/api/feeds"],
    ["GET", "/api/feeds/all"],
    ["GET", "/api/feeds/none"],
    ["GET", "/api/feeds/all/lint"],
    ["GET", "/api/feeds/none/lint"],
    ["GET", "/api/feeds/all/editions"],
    ["GET", "/health"],
    ["GET", "/"],
    ["GET", "/feeds.opml"],
    ["GET", "/feeds/all"],
    ["GET", "/feeds/all.rss"],
    ["GET", "/feeds/all.json"],
    ["GET", "/feeds/none.atom"],
    ["GET", "/feeds/none"],
    ["GET", "/feeds/all?entry=none"],
    ["GET", "/feeds/ended"],
    ["GET", "/feeds/all/archive/9"],
    ["GET", "/feeds/none/archive/1"],
    ["GET", "/feeds/all.css"],
    ["GET", "/feeds/none.css"],
    ["GET", "/feeds.opml?section=none"],
    ["GET", "/news-sitemap.xml"],
    ["GET", "/robots.txt"],
    ["GET", "/audience"],
  ] as [string, string, unknown?][])("%s %s", async (method, path, body) => {
    const answer = await room.request(method, path, body);
    const route = routeOf(method, path.replace(/\?.*/, ""));
    const one = described.find((operation) => routeOf(operation.method, operation.path) === route);
    const content = one?.operation.responses[answer.status]?.content ?? {};
    const type = answer.headers.get("content-type")?.replace(/;.*/, "") ?? "";
    expect(Object.keys(content)).toContain(type);
    const schema = content[type]?.schema ?? {};
    const text = await answer.text();
    if (/^application\/(?:problem\+)?json$/.test(type)) expectToFit(JSON.parse(text), schema);
    if (type === "application/x-ndjson")
      for (const line of text.trim().split("\n")) expectToFit(JSON.parse(line), schema);
  });
});

/** Its references point into the document that describes it. */
function expectToFit(value: unknown, schema: object): void {
  const whole = JSON.parse(
    JSON.stringify({ ...schema, $defs: SCHEMAS }).replaceAll("#/components/schemas/", "#/$defs/"),
  ) as Parameters<typeof z.fromJSONSchema>[0];
  expect(z.fromJSONSchema(whole).safeParse(value).error?.issues ?? []).toEqual([]);
}

/** The first to match is the one that answers, behind middleware. */
const routeOf = (method: string, path: string): unknown =>
  app.router
    .match(method, path)[0]
    .map(([[, route]]) => route)
    .find((route) => route.method === method);

function fill(path: string, { parameters = [] }: Operation): string {
  const examples = new Map(
    (parameters as { name: string; example?: string }[]).map(({ name, example }) => [name, example]),
  );
  return path.replace(/\{(\w+)\}/g, (_, name: string) => examples.get(name) ?? `no example of ${name}`);
}
