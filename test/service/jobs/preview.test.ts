import { describe, expect, it } from "vitest";
import { feedsOf, parseCatalog } from "../../../src/feed/catalog.ts";
import { previewArticle, previewForPartners } from "../../../src/service/jobs/preview.ts";
import { SITE } from "../../site.ts";
import { stored } from "../../stored.ts";
import { parsed } from "../store/rows.ts";

const catalog = parseCatalog(SITE, [
  { slug: "lines", title: "Lines", description: "Lines", content: "headline" },
  { slug: "brief", title: "Brief", description: "Brief", content: "summary", select: { any: [{ section: "Sport" }] } },
  { slug: "all", title: "All", description: "All" },
  { slug: "again", title: "All again", description: "All" },
  { slug: "wire", title: "Wire", description: "All", kind: "wire" },
  { slug: "radio", title: "Radio", description: "R", access: "partner", partner: "radio" },
  { slug: "msn", title: "MSN", description: "M", access: "partner", partner: "msn", profile: "msn" },
]);
const nothing = parseCatalog(SITE, [
  { slug: "sport", title: "Sport", description: "S", select: { any: [{ section: "Sport" }] } },
  { slug: "politics", title: "Politics", description: "P", select: { any: [{ section: "Politics" }] } },
]);

const story = (fields: Record<string, unknown> = {}) =>
  stored("tag:gazette.example,2026:a", parsed("a", { section: "Sport", summary: "A summary.", ...fields }));

describe("a preview of an article", () => {
  it("shows it once for feeds that show it alike, the fullest first, and no partner's", async () => {
    const previews = await previewArticle(catalog, feedsOf(catalog, story().article), story());
    expect(previews.map(({ definitions, selected }) => [definitions.map(({ slug }) => slug), selected])).toEqual([
      [["all", "again"], true],
      [["wire"], true],
      [["brief"], true],
      [["lines"], true],
    ]);
  });

  it("has the document of every format, read back and found right", async () => {
    for (const { documents, discrepancies } of await previewArticle(
      catalog,
      feedsOf(catalog, story().article),
      story(),
    )) {
      expect(documents.map(({ format }) => format)).toEqual(["rss", "atom", "json"]);
      for (const { text } of documents) expect(text).toContain("Title of a");
      expect(discrepancies).toEqual([]);
    }
  });

  it("shows what a feed shows: the whole text, a summary, a headline", async () => {
    const previews = await previewArticle(catalog, feedsOf(catalog, story().article), story());
    const json = previews.map(({ documents }) => documents.find(({ format }) => format === "json")?.text ?? "");
    expect(json.map((text) => text.includes("Text of a"))).toEqual([true, true, false, false]);
    expect(json.map((text) => text.includes("A summary."))).toEqual([true, true, true, false]);
  });

  it("tells what would not read right", async () => {
    const one = story();
    one.article.title = "Bad \u0001 title";
    const [preview] = await previewArticle(catalog, feedsOf(catalog, one.article), one);
    expect(preview?.discrepancies).toContainEqual(expect.objectContaining({ format: "rss", field: "well-formed" }));
  });

  it("of an article that no feed selects is as the first feed would show it, and says so", async () => {
    const previews = await previewArticle(nothing, [], story({ section: "Weather" }));
    expect(previews.map(({ definitions, selected }) => [definitions.map(({ slug }) => slug), selected])).toEqual([
      [["sport"], false],
    ]);
  });

  it("is none where there is no feed at all", async () => {
    expect(await previewArticle(parseCatalog(SITE, []), [], story())).toEqual([]);
  });
});

describe("a preview for partners", () => {
  const linted = (fields: Record<string, unknown>) =>
    previewForPartners(catalog.site, feedsOf(catalog, story(fields).article), story(fields)).map(
      ({ definition, linted }) => [definition.slug, linted.left_out],
    );

  it("says of each that may have the story whether its system takes it", () => {
    expect(linted({ title: "A title that is long enough for MSN" })).toEqual([
      ["radio", false],
      ["msn", false],
    ]);
    expect(linted({ title: "Short" })).toEqual([
      ["radio", false],
      ["msn", true],
    ]);
  });

  it("is of those alone that may have it, now or later", () => {
    expect(linted({ syndication: { allow: ["msn"] } }).map(([slug]) => slug)).toEqual(["msn"]);
    expect(linted({ embargo_until: "2099-01-01T00:00:00Z" })).toHaveLength(2);
  });

  it.each(["withheld", "canceled"])("is none of a story that is %s", (status) => {
    expect(linted({ status })).toEqual([]);
  });
});
