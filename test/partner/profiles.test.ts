import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parse.ts";
import { composeEdition } from "../../src/edition/compose.ts";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { toFeed } from "../../src/feed/compose.ts";
import type { DefinitionInput, ProfileName } from "../../src/feed/definition.ts";
import { PROFILES } from "../../src/feed/definition.ts";
import { FORMATS } from "../../src/feed/feed.ts";
import { type Profiled, profiled } from "../../src/partner/profile.ts";
import { SITE } from "../site.ts";
import { stored } from "../stored.ts";

const LOGO = { url: "https://gazette.example/logo.png", width: 144, height: 40 };

const definitionOf = (profile: ProfileName, fields: object = {}): DefinitionInput => ({
  slug: "portal",
  title: "For the portal",
  description: "All the news",
  access: "partner",
  partner: "portal",
  language: "en-GB",
  logo: LOGO,
  profile,
  ...fields,
});

/** 320 characters. */
const LONG = "The boats left at dawn, and all came home. ".repeat(8).trim();

/** A story that no profile finds fault with. */
const GOOD = {
  id: "story",
  url: "https://feeds.example/2026/story",
  title: "Harbour reopens after the storm of the year",
  summary: LONG,
  content_html: `<p>${LONG}</p>`,
  authors: [{ name: "Ada Quayle" }],
  images: [
    {
      url: "https://gazette.example/pier.jpg",
      type: "image/jpeg",
      width: 1200,
      height: 800,
      length: 90_000,
      syndication: ["portal"],
      license: { id: "L-7", licensor: "Lens & Sons" },
    },
  ],
  published_at: "2026-03-01T08:00:00Z",
};

function article(fields: object): Article {
  const parsed = parseArticle({ ...GOOD, ...fields });
  if (parsed.status !== "parsed") throw new Error(JSON.stringify(parsed.problems));
  return parsed.article;
}

/** A feed of one story for each of `stories`. */
function profile(name: ProfileName, stories: object[], definition: object = {}, base?: string): Profiled {
  const { site, partner } = parseCatalog(SITE, [definitionOf(name, definition)], base);
  const parsed = partner.definitions.get("portal");
  if (!parsed) throw new Error("no partner feed");
  const articles = stories.map((fields) => {
    const one = article(fields);
    return stored(`tag:gazette.example,2026:${one.id}`, one);
  });
  return profiled(site, parsed, articles, toFeed(site, parsed, articles));
}

const image = (fields: object) => ({ images: [{ ...GOOD.images[0], ...fields }] });
const NEWER = { id: "newer", published_at: "2027-03-01T08:00:00Z" };

/** Each rule broken once. A hard one leaves the story out. */
const CASES: [ProfileName, rule: string, "hard" | "advice", story: object, definition?: object, others?: object[]][] = [
  ["msn", "body", "hard", { content_html: "" }],
  ["msn", "body", "hard", { syndication: { summary_only: ["portal"] } }],
  ["msn", "title-short", "hard", { title: "Exactly 20 characte." }],
  ["msn", "title-long", "advice", { title: "Harbour ".repeat(19).trim() }],
  ["msn", "age", "hard", {}, {}, [NEWER]],
  ["msn", "language", "hard", { language: "fr" }],
  ["msn", "expiry", "advice", { expires_at: "2026-03-01T09:59:00Z" }],
  ["msn", "expiry", "advice", { syndication: { until: "2026-03-01T09:59:00Z" } }],
  ["msn", "image-bytes", "advice", image({ length: 14_000_001 })],
  ["msn", "image-size", "advice", image({ width: 719 })],
  ["msn", "image-rights", "advice", image({ syndication: undefined, license: undefined })],
  [
    "msn",
    "image-rights",
    "advice",
    { ...image({ syndication: undefined, license: undefined }), syndication: { until: "2027-01-01T00:00:00Z" } },
  ],
  ["smartnews", "body", "hard", { content_html: "" }],
  ["smartnews", "link", "hard", { url: "https://feeds.example/story?a=1&utm_source=x" }],
  ["flipboard", "body", "hard", { content_html: "" }],
  ["flipboard", "description", "advice", { summary: "In short." }],
  ["flipboard", "description", "advice", { summary: undefined, content_html: "<p>In short.</p>" }],
  ["flipboard", "byline", "advice", { authors: [] }],
  ["flipboard", "image", "advice", { images: [] }],
  ["flipboard", "image", "advice", image({ height: 499 })],
  ["flipboard", "image", "advice", image({ width: undefined })],
  ["apple", "description", "hard", { summary: undefined, content_html: '<img src="https://gazette.example/a.jpg">' }],
  ["apple", "title-length", "advice", { title: "Harbour opens." }],
  ["apple", "title-length", "advice", { title: "H".repeat(61) }],
  ["apple", "language", "advice", { language: "fr-CA" }],
];

describe("the desk hears before the partner", () => {
  it.each(CASES)("%s: %s (%s) %j", (name, rule, severity, story, definition = {}, others = []) => {
    const { feed, entries } = profile(name, [story, ...others], definition);
    const [first] = entries;
    expect(first?.findings).toEqual([
      expect.objectContaining({ rule, severity, source: expect.stringMatching(/^(MSN|SmartFormat|Flipboard|Apple)/) }),
    ]);
    expect(first?.findings[0]?.message).toMatch(/\w/);
    expect(first?.left_out).toBe(severity === "hard");
    expect(feed.entries.some(({ id }) => id.endsWith(":story"))).toBe(severity === "advice");
    expect(feed.entries.length).toBe(others.length + (severity === "advice" ? 1 : 0));
  });

  it.each(PROFILES)("%s: nothing of a good story", (name) => {
    const { feed, entries } = profile(name, [GOOD]);
    expect(entries.map(({ findings, left_out }) => [findings, left_out])).toEqual([[[], false]]);
    expect(feed.entries.length).toBe(1);
  });

  it.each<[ProfileName, object, object?]>([
    ["msn", { title: "Just over 20 charact." }],
    ["msn", { title: "H".repeat(150) }],
    ["msn", { published_at: "2026-03-01T08:00:01Z" }, NEWER],
    ["msn", { language: "en-US" }],
    ["msn", { expires_at: "2026-03-01T10:00:00Z" }],
    ["msn", image({ length: 14_000_000, width: 720 })],
    ["msn", image({ syndication: undefined })],
    ["msn", { ...image({ syndication: undefined, license: undefined }), syndication: { allow: ["portal"] } }],
    ["flipboard", image({ width: 500, height: 500 })],
    ["flipboard", { summary: undefined, content_html: `<p>${LONG}${LONG}</p>` }],
    ["apple", { title: "H".repeat(15) }],
    ["apple", { title: "H".repeat(60) }],
    ["standard", { title: "H", content_html: "", summary: undefined, images: [], authors: [] }],
  ])("%s: nothing at a rule's very limit, %j", (name, story, other) => {
    const { entries } = profile(name, other ? [story, other] : [story]);
    expect(entries[0]?.findings).toEqual([]);
  });

  it.each<[ProfileName, string, object[], object, string?]>([
    ["msn", "https", [GOOD], {}, "http://localhost:8787"],
    ["msn", "bytes", many(21, { content_html: `<p>${"word ".repeat(99_000)}</p>` }), {}],
    ["smartnews", "logo", [GOOD], { logo: undefined }],
    ["smartnews", "bytes", many(3, { content_html: `<p>${"word ".repeat(80_000)}</p>` }), {}],
    ["flipboard", "entries", many(19, {}), {}],
    ["flipboard", "host", many(20, { url: "https://gazette.example/a" }), {}],
  ])("%s: of the feed as a whole, %s", (name, rule, stories, definition, base) => {
    const { findings, feed } = profile(name, stories, definition, base);
    expect(findings.map((finding) => [finding.rule, finding.severity])).toEqual([[rule, "advice"]]);
    expect(feed.entries.length).toBe(stories.length);
  });

  it.each<[ProfileName, number]>([
    ["msn", 1],
    ["smartnews", 1],
    ["apple", 1],
    ["flipboard", 20],
  ])("%s: nothing of a good feed", (name, entries) => {
    expect(profile(name, many(entries, {})).findings).toEqual([]);
  });

  it("a story that is left out moves no date of the feed", () => {
    const short = { id: "short", title: "Short", published_at: "2026-03-02T08:00:00Z" };
    expect(profile("msn", [short, GOOD]).feed.updated).toBe("2026-03-01T08:00:00Z");
    expect(profile("msn", [short]).feed).toMatchObject({ entries: [], updated: "2026-01-01T00:00:00Z" });
  });
});

function many(count: number, fields: object): object[] {
  return Array.from({ length: count }, (_, index) => ({ ...fields, id: `story-${index}` }));
}

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

describe("a definition with a profile", () => {
  it.each<[ProfileName, object, string]>([
    ["msn", { access: "public", partner: undefined }, 'profile: is for feeds with access: "partner"'],
    ["msn", { content: "summary" }, 'content: must be "full" for profile: "msn"'],
    ["smartnews", { content: "headline" }, 'content: must be "full" for profile: "smartnews"'],
    ["flipboard", { content: "summary" }, 'content: must be "full" for profile: "flipboard"'],
    ["wire", { kind: "wire" }, 'kind: is for public feeds: say profile: "wire"'],
    [
      "smartnews",
      { description: "x".repeat(31) },
      "description: is longer than the 30 characters that SmartNews takes",
    ],
    [
      "smartnews",
      { link_parameters: { UTM_source: "x" } },
      "link_parameters: SmartNews takes links without utm_ parameters",
    ],
    ["apple", { language: "en" }, "language: Apple News asks for one with its region, as en-GB"],
    ["apple", { language: undefined }, "language: Apple News asks for one with its region, as en-GB"],
  ])("%s and %j stops the start with one line", (name, fields, fault) => {
    expect(() => parseCatalog(SITE, [definitionOf(name, fields)])).toThrow(new Error(`feeds: "portal": ${fault}`));
  });

  it.each(["en-GB", "es-419", "zh-Hans-CN"])("apple takes %s", (language) => {
    expect(parseCatalog(SITE, [definitionOf("apple", { language })]).partner.definitions.size).toBe(1);
  });

  it("of an unknown name stops it too", () => {
    expect(() => parseCatalog(SITE, [{ ...definitionOf("msn"), profile: "yahoo" as ProfileName }])).toThrow(
      /^feeds: "portal": profile: /,
    );
  });
});
