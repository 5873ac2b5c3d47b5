import { describe, expect, it } from "vitest";
import { composeEdition } from "../../src/edition/compose.ts";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { PROFILES } from "../../src/feed/definition.ts";
import { FORMATS } from "../../src/feed/feed.ts";
import { profiled } from "../../src/partner/profile.ts";
import { SITE } from "../site.ts";
import { definitionOf, GOOD, profile } from "./a-portal.ts";

/** One story whole, one with little, one taken back: what each partner's system reads of them. */
const STORIES = [
  {
    ...GOOD,
    id: "whole",
    title: `Harbour reopens: ${"a long & winding headline, ".repeat(6)}at last`,
    summary: "Boats & people return.",
    content_html: "<p>Boats &amp; people return.</p>",
    images: [{ url: "https://gazette.example/small.png", width: 300, height: 200 }, ...GOOD.images],
    attachments: [{ url: "https://gazette.example/a.mp3", type: "audio/mpeg", length: 5 }],
    published_at: "2026-03-01T08:00:00Z",
    updated_at: "2026-03-01T10:00:00Z",
    expires_at: "2026-09-01T00:00:00Z",
    syndication: { until: "2026-08-01T00:00:00Z" },
  },
  { ...GOOD, id: "plain", title: "Nobody was hurt, says the coastguard", summary: undefined, images: [] },
  { ...GOOD, id: "mistake", status: "canceled", reason: "Wrong & unfair", published_at: "2026-02-27T08:00:00Z" },
];

describe("an edition in a partner's terms", () => {
  describe.each(PROFILES)("%s", (name) => {
    const { feed } = profile(name, STORIES);

    it.each(FORMATS)("is read back as it was said, and is the golden document (%s)", async (format) => {
      const composed = await composeEdition(feed);
      if (composed.status === "refused") throw new Error(JSON.stringify(composed.discrepancies));
      const text = composed.documents.find((document) => document.format === format)?.text ?? "";
      // A line a tag or key, so that a person can read it.
      const lines = format === "json" ? JSON.stringify(JSON.parse(text), null, 2) : text.replaceAll("><", ">\n<");
      await expect(`${lines}\n`).toMatchFileSnapshot(`golden/${name}.${format}`);
    });

    it("tells of what was taken back, with its id and without a word of it", () => {
      const last = feed.entries.at(-1);
      expect(last?.id).toBe("tag:gazette.example,2026:mistake");
      expect(JSON.stringify(last)).not.toMatch(/Harbour|boats|pier/);
    });
  });

  it("has no element of a partner's in any other feed", async () => {
    const composed = await composeEdition(profile("standard", STORIES).feed);
    if (composed.status === "refused") throw new Error(JSON.stringify(composed.discrepancies));
    for (const { text } of composed.documents)
      expect(text).not.toMatch(/mi:|snf|dcterms|media:status|L-7|Lens|short_title|syndication/);
  });
});

describe("a feed in a partner's terms", () => {
  it.each(PROFILES)("%s: the desk hears nothing of a good story", (name) => {
    const { feed, entries } = profile(name, [GOOD]);
    expect(entries.map(({ findings, left_out }) => [findings, left_out])).toEqual([[[], false]]);
    expect(feed.entries.length).toBe(1);
  });

  it("is the plain feed where the definition names no profile, and there nothing is a fault", () => {
    const bare = { title: "H", content_html: "", summary: undefined, images: [], authors: [] };
    const { feed, entries, findings } = profile("standard", [bare], { profile: undefined });
    expect([entries.map((one) => one.findings), findings]).toEqual([[[]], []]);
    expect(feed).toEqual(profile("standard", [bare]).feed);
  });

  it("tells the desk of every story which article it is, those that were left out too, in the feed's order", () => {
    const { entries, feed } = profile("msn", [{ id: "one" }, { id: "short", title: "Short" }, { id: "two" }]);
    expect(entries.map(({ article, left_out }) => [article, left_out])).toEqual([
      ["one", false],
      ["short", true],
      ["two", false],
    ]);
    expect(feed.entries.map(({ id }) => id)).toEqual(["tag:gazette.example,2026:one", "tag:gazette.example,2026:two"]);
  });

  it("never leaves out what stands in the place of a story that was taken back, whatever it breaks", () => {
    const taken = { status: "canceled", title: "Short", content_html: "", language: "fr", images: [] };
    for (const name of PROFILES) {
      const { entries, feed } = profile(name, [taken]);
      expect(entries.map(({ findings, left_out }) => [findings, left_out])).toEqual([[[], false]]);
      expect(feed.entries.length).toBe(1);
    }
  });

  it("has nothing of an entry whose article is not among those that it was made of", () => {
    const { site, partner } = parseCatalog(SITE, [definitionOf("msn")]);
    const definition = partner.definitions.get("portal");
    if (!definition) throw new Error("no partner feed");
    const { feed } = profile("msn", [{}]);
    expect(profiled(site, definition, [], feed)).toMatchObject({ entries: [], feed: { entries: [] } });
  });
});
