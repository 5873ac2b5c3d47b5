import { beforeEach, describe, expect, it } from "vitest";
import { COPY_SCRIPT_HASH } from "../../../src/service/pages/feed/copy-script.tsx";
import { here } from "../../homes/here.ts";
import { quickest } from "../../quickest.ts";
import { SITE } from "../../site.ts";
import { article, newsroom } from "../newsroom.ts";
import { recordQueries } from "../store/recording.ts";
import { FILE_FEEDS } from "./files/parsed.ts";
import { entry, type Reader, reader } from "./reader.ts";

let on: Reader;
beforeEach(async () => {
  on = await reader();
});

describe("every page", () => {
  it.each(["/", "/?q=a", "/feeds/all", `/feeds/all?${entry("a")}`, "/feeds/missing"])(
    "%s lets nothing run but what copies an address, and is kept for a minute",
    async (path) => {
      await on.publish(article("a"));
      const { headers } = await on.get(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("style-src 'self'");
      expect(policy).toContain(`script-src ${COPY_SCRIPT_HASH}`);
      expect(policy).not.toContain("unsafe");
      expect(headers.get("cache-control")).toBe("public, max-age=60, s-maxage=5");
    },
  );

  it("has one style sheet, at an address of its contents' own", async () => {
    const [, href = ""] = /<link rel="stylesheet" href="([^"]+)"/.exec(await on.page("/")) ?? [];
    const response = await on.get(href);
    expect([response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([
      "text/css; charset=utf-8",
      "public, max-age=31536000, immutable",
    ]);
  });

  it("costs as its stories do, and not as their square", async () => {
    const times = async (entries: number): Promise<number[]> => {
      on = await reader([{ slug: "all", title: "All", description: "x", entries }]);
      const stories = Array.from({ length: entries }, (_, index) =>
        article(`n${index}`, { content_html: `<p>${"Words of a story. ".repeat(200)}</p>` }),
      );
      await on.publish(...stories);
      const paths = ["/", "/?q=title", "/feeds/all", `/feeds/all?${entry("n7")}`];
      const all: number[] = [];
      for (const path of paths) all.push(await quickest(() => on.page(path)));
      return all;
    };
    const [few, many] = [await times(20), await times(200)];
    // Ten times the stories.
    for (const [index, time] of many.entries()) expect(time / Math.max(1, few[index] ?? 0)).toBeLessThan(40);
  });
});

it("finds its rows by an index: no query of a page scans what grows", async () => {
  const { db, queries } = recordQueries();
  const family = { by: "tag", slug: "tag/{value}", title: "{value}", description: "{value}" } as const;
  const desk = await newsroom([...FILE_FEEDS, family], SITE, { db });
  await desk.put(article("a", { tags: ["sea"] }));
  await desk.publish();
  queries.clear();
  for (const path of [
    "/",
    "/?q=a",
    "/feeds/all",
    `/feeds/all?${entry("a")}`,
    "/feeds/all/archive/1",
    "/feeds/tag",
    "/feeds/tag?q=s",
    "/feeds/tag/sea",
    "/feeds/tag/sea.css",
    "/feeds.opml",
    "/news-sitemap.xml",
  ])
    await (await desk.request("GET", path)).text();
  expect(queries.size).toBeGreaterThan(5);
  for (const sql of queries) {
    const holes = Math.max(0, ...[...sql.matchAll(/\?(\d*)/g)].map((match, index) => Number(match[1] || index + 1)));
    const plan = here.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind(...Array(holes).fill("[]"));
    const steps = (await plan.all<{ detail: string }>()).results.map(({ detail }) => detail);
    expect(
      steps.filter((step) => /^SCAN (article|revision|membership|edition|document|archive|a|r|m|e)\b/.test(step)),
      sql,
    ).toEqual([]);
  }
});
