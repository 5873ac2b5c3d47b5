import { describe, expect, it } from "vitest";
import { NO_RULES } from "../../src/import/site-rules.ts";
import { read } from "./helpers.ts";

const site = { ...NO_RULES, generator: "hugo" as const };

describe("a file of a site that is neither a story nor a feed", () => {
  it.each([
    ["layouts/index.html", "<div>{{ .Title }}</div>"],
    ["layouts/list.html", "{{ define }}"],
    ["robots.txt", "User-agent: *\nDisallow: /a\n"],
    ["static/a.css", "a { color: red }"],
  ])("is told, and is no failure: %s", async (path, text) => {
    const reading = await read(text, { name: path, path, site });
    expect(reading).toMatchObject({
      items: [],
      skipped: [{ reason: "it is a part of its site, and no story", isNoStory: true }],
    });
  });

  it.each([
    ["export.ndjson", '{"title": "A"}\n{"title": "B"}'],
    ["feed.xml", "<rss><channel><item><title>A</title></item></channel></rss>"],
  ])("is read where it is one: %s", async (path, text) => {
    expect((await read(text, { name: path, path, site })).kind).not.toBe("unknown");
  });

  it("is what it is where no generator is known", async () => {
    expect((await read("<div></div>", { name: "a.html", path: "a.html" })).skipped[0]?.isNoStory).toBeUndefined();
  });
});
