import { beforeEach, describe, expect, it } from "vitest";
import { article } from "../../../newsroom.ts";
import { ago, HOUR, MAX_PAGE, type Reader, reader } from "../../reader.ts";

let on: Reader;
beforeEach(async () => {
  on = await reader();
});

describe("the directory", () => {
  it("tells of each feed what is in it, how often it changes, when it last did, and that it was proofread", async () => {
    await on.publish(
      article("a", { section: "Politics", published_at: ago(27 * HOUR) }),
      article("b", { section: "Politics", published_at: ago(3 * HOUR) }),
    );
    const html = await on.page("/");
    const start = html.indexOf(">Politics</a>");
    const politics = html.slice(start, html.indexOf("politics.json", start));
    expect(politics).toContain("2 stories, full text");
    expect(politics).toMatch(
      /About a story a day, the last <time datetime="[^"]+" title="[^"]+ UTC">3 hours ago<\/time>/,
    );
    expect(politics).toMatch(/<b>Proofread<\/b> <time [^>]+>just now<\/time>: 3 formats, \d\d fields a story/);
    for (const format of ["rss", "atom", "json"])
      expect(html).toContain(`href="https://feeds.example/feeds/politics.${format}"`);
    expect(html).not.toContain("/feeds/ended");
  });

  it("groups feeds by what they select", async () => {
    const html = await on.page("/");
    expect([...html.matchAll(/<h2 id="(\w+)">([^<]+)/g)].map(([, key, title]) => [key, title])).toEqual([
      ["all", "The whole paper"],
      ["topics", "Running stories"],
      ["sections", "Sections"],
    ]);
    expect(html).toContain("Wind &amp; &lt;water&gt;");
  });

  it("stays small with many feeds, in pages that hold each of them once", async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({
      slug: `f${index}`,
      title: `Feed ${index}`,
      description: "x".repeat(300),
      select: { any: [{ section: `S${index}` }] },
    }));
    on = await reader(many);
    const seen: string[] = [];
    for (let number = 1; number < 50; number += 1) {
      const html = await on.page(`/?page=${number}`);
      expect(Buffer.byteLength(html)).toBeLessThan(MAX_PAGE);
      seen.push(...[...html.matchAll(/href="\/feeds\/(f\d+)"/g)].map(([, slug]) => slug ?? ""));
      if (!html.includes('rel="next"')) break;
    }
    expect(seen).toEqual(many.map(({ slug }) => slug));
  });
});
