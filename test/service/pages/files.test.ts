import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { DefinitionInput } from "../../../src/feed/definition.ts";
import { parseXmlStrictly } from "../../../src/verify/parse/xml.ts";
import { SITE } from "../../site.ts";
import { article, newsroom } from "../newsroom.ts";
import { recordQueries } from "../store/recording.ts";

const FEEDS: DefinitionInput[] = [
  { slug: "all", title: "All & more", description: "The news" },
  { slug: "votes", title: "Votes", description: "Votes", select: { any: [{ section: "Politics" }] } },
  { slug: "both", title: "Both", description: "Both", select: { any: [{ section: "Politics" }], all: [{ tag: "x" }] } },
];
const HOUR = 3_600_000;
const START = Date.now();
const ago = (milliseconds: number) => new Date(START - milliseconds).toISOString().replace(/\.\d+Z/, "Z");

function tree(text: string) {
  const parsed = parseXmlStrictly(text);
  if (parsed.status === "malformed") throw new Error(parsed.faults.join());
  expect(parsed.faults).toEqual([]);
  return parsed.root;
}

describe("OPML", () => {
  const outlines = async (path: string) => {
    const desk = await newsroom(FEEDS);
    const response = await desk.request("GET", path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/x-opml; charset=utf-8"]);
    const body = tree(await response.text()).children.find(({ name }) => name === "body");
    return body?.children.map(({ attributes, children }) => [
      Object.fromEntries(attributes),
      children.map((child) => child.attributes.get("xmlUrl")),
    ]);
  };

  it("lists every feed once, in the directory's groups, whose outlines carry text only", async () => {
    expect(await outlines("/feeds.opml")).toEqual([
      [{ text: "The whole paper" }, ["https://feeds.example/feeds/all.rss"]],
      [{ text: "Sections" }, ["https://feeds.example/feeds/votes.rss"]],
      [{ text: "Selections" }, ["https://feeds.example/feeds/both.rss"]],
    ]);
  });

  it("lists a group's feeds, or those of a section of the paper", async () => {
    expect(await outlines("/feeds.opml?section=sections")).toEqual([
      [{ text: "Sections" }, ["https://feeds.example/feeds/votes.rss"]],
    ]);
    expect(await outlines("/feeds.opml?section=politics")).toEqual([
      [{ text: "Politics" }, ["https://feeds.example/feeds/votes.rss", "https://feeds.example/feeds/both.rss"]],
    ]);
  });

  it("invents no section", async () => {
    expect((await (await newsroom(FEEDS)).request("GET", "/feeds.opml?section=Sport")).status).toBe(404);
  });
});

describe("the news sitemap", () => {
  it("names what was published in the last two days and may be seen, once, the newest first", async () => {
    const desk = await newsroom(FEEDS);
    for (const one of [
      article("old", { published_at: ago(49 * HOUR), updated_at: ago(HOUR) }),
      article("a", { published_at: ago(47 * HOUR), section: "Politics", title: "A & <b>" }),
      article("b", { published_at: ago(HOUR), language: "zh-Hant" }),
      article("later", { published_at: ago(HOUR), embargo_until: new Date(Date.now() + HOUR).toISOString() }),
      article("held", { published_at: ago(HOUR), status: "withheld" }),
      article("gone", { published_at: ago(2 * HOUR), expires_at: ago(HOUR) }),
    ])
      await desk.put(one);
    const response = await desk.request("GET", "/news-sitemap.xml");
    expect(response.headers.get("content-type")).toBe("application/xml; charset=utf-8");
    const urls = tree(await response.text()).children.map((url) => {
      const [loc, news] = url.children;
      const [publication, date, title] = news?.children ?? [];
      return [loc?.text, ...(publication?.children.map(({ text }) => text) ?? []), date?.text, title?.text];
    });
    expect(urls).toEqual([
      ["https://gazette.example/b", "The Test Gazette", "zh-tw", ago(HOUR), "Title of b"],
      ["https://gazette.example/a", "The Test Gazette", "en", ago(47 * HOUR), "A & <b>"],
    ]);
  });

  it("is named in robots.txt", async () => {
    const text = await (await (await newsroom(FEEDS)).request("GET", "/robots.txt")).text();
    expect(text).toContain("\nSitemap: https://feeds.example/news-sitemap.xml\n");
  });
});

it("finds its rows by an index: no query of a page scans what grows", async () => {
  const { db, queries } = recordQueries();
  const desk = await newsroom(FEEDS, SITE, { DB: db });
  await desk.put(article("a"));
  await desk.publish();
  queries.clear();
  for (const path of ["/", "/?q=a", "/feeds/all", "/feeds/all/archive/1", "/news-sitemap.xml"])
    await (await desk.request("GET", path)).text();
  expect(queries.size).toBeGreaterThan(5);
  for (const sql of queries) {
    const holes = Math.max(0, ...[...sql.matchAll(/\?(\d*)/g)].map((match, index) => Number(match[1] || index + 1)));
    const plan = env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind(...Array(holes).fill("[]"));
    const steps = (await plan.all<{ detail: string }>()).results.map(({ detail }) => detail);
    expect(
      steps.filter((step) => /^SCAN (article|revision|membership|edition|document|archive|a|r|m|e)\b/.test(step)),
      sql,
    ).toEqual([]);
  }
});
