import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../homes/here.ts";
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
    "%s lets nothing run and is kept for a minute",
    async (path) => {
      await on.publish(article("a"));
      const { headers } = await on.get(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("style-src 'self'");
      expect(policy).not.toMatch(/script-src|unsafe/);
      expect(headers.get("cache-control")).toBe("public, max-age=60");
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

  it("needs under 100 ms for a full feed", async () => {
    on = await reader([{ slug: "all", title: "All", description: "x", entries: 200 }]);
    await on.publish(
      ...Array.from({ length: 200 }, (_, index) =>
        article(`n${index}`, { content_html: `<p>${"Words of a story. ".repeat(200)}</p>` }),
      ),
    );
    for (const path of ["/", "/?q=title", "/feeds/all", `/feeds/all?${entry("n7")}`]) {
      await on.page(path);
      const times: number[] = [];
      for (let round = 0; round < 5; round += 1) {
        const start = performance.now();
        await on.page(path);
        times.push(performance.now() - start);
      }
      expect(Math.min(...times), path).toBeLessThan(100);
    }
  });
});

it("finds its rows by an index: no query of a page scans what grows", async () => {
  const { db, queries } = recordQueries();
  const desk = await newsroom(FILE_FEEDS, SITE, { db });
  await desk.put(article("a"));
  await desk.publish();
  queries.clear();
  for (const path of ["/", "/?q=a", "/feeds/all", "/feeds/all/archive/1", "/news-sitemap.xml"])
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
