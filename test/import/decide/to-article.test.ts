import { describe, expect, it } from "vitest";
import { articleId } from "../../../src/import/decide/article-id.ts";
import { toArticle } from "../../../src/import/decide/to-article.ts";
import type { Draft, FeedFacts } from "../../../src/import/draft.ts";
import type { ImportSource } from "../../../src/import/source.ts";
import { draft, feedFacts, SOURCE, stored } from "../helpers.ts";

const MINIMAL = {
  title: { type: "text", value: "A" },
  link: "https://gazette.example/a",
  published: "2026-03-03",
} as const;

const convert = (fields: Partial<Draft>, feed: Partial<FeedFacts> = {}, source: Partial<ImportSource> = {}) =>
  toArticle(draft(fields), feedFacts(feed), { ...SOURCE, ...source });

async function articleOf(...given: Parameters<typeof convert>) {
  const converted = await convert(...given);
  if (converted.status === "skipped") throw new Error(converted.skip.reason);
  return converted.item;
}

describe("an item becomes article JSON", () => {
  it("whole, every decision noted once", async () => {
    const item = await articleOf(
      {
        ...MINIMAL,
        guid: "7",
        description: { type: "html", value: "<p>Short</p>" },
        content: { type: "html", value: "<p>Long</p>" },
        authors: [{ name: "Jane" }],
        tags: ["sea"],
        section: "Weather",
        language: "en_GB",
        credit: { name: "The Wire" },
        media: [{ url: "https://gazette.example/a" }, { url: "https://gazette.example/b" }],
        rights: "© J",
        updated: "2026-03-04",
        withheld: "it is a draft",
        notes: ["x is left out", "x is left out"],
      },
      { title: "The Gazette" },
    );
    expect(item).toEqual({
      where: "item 1 “A”",
      article: {
        id: await articleId("7", "https://gazette.example/a"),
        url: "https://gazette.example/a",
        title: "A",
        summary: "Short",
        content_html: "<p>Long</p>",
        authors: [{ name: "Jane" }],
        section: "Weather",
        tags: ["sea"],
        language: "en-GB",
        credit: { name: "The Wire" },
        images: [],
        attachments: [
          { url: "https://gazette.example/a", type: "application/octet-stream" },
          { url: "https://gazette.example/b", type: "application/octet-stream" },
        ],
        rights: "© J",
        published_at: "2026-03-03T00:00:00Z",
        updated_at: "2026-03-04T00:00:00Z",
        guid: "7",
      },
      notes: ["x is left out", "markup in the summary is taken out", "an attachment's type is unknown"],
      withheld: "it is a draft",
    });
    expect(stored(item)).toMatchObject({ title: "A", guid: "7" });
  });

  it("that holds no more than the item says", async () => {
    const { article } = await articleOf(MINIMAL);
    expect(article).toEqual({
      id: await articleId("https://gazette.example/a", "https://gazette.example/a"),
      url: "https://gazette.example/a",
      title: "A",
      content_html: "",
      authors: [],
      tags: [],
      images: [],
      attachments: [],
      published_at: "2026-03-03T00:00:00Z",
      guid: "https://gazette.example/a",
    });
    expect(Object.keys(article)).not.toContain("summary");
  });

  it("with its feed's authors, language and rights, where it has none", async () => {
    const feed = { authors: [{ name: "Desk" }], language: "de", rights: "© G" };
    expect((await articleOf(MINIMAL, feed)).article).toMatchObject({
      authors: [{ name: "Desk" }],
      language: "de",
      rights: "© G",
    });
    const own = { ...MINIMAL, authors: [{ name: "Jane" }], language: "fr", rights: "© J" };
    expect((await articleOf(own, feed)).article).toMatchObject({
      authors: [{ name: "Jane" }],
      language: "fr",
      rights: "© J",
    });
  });

  it("with the section and tag of whoever imports", async () => {
    const { article } = await articleOf(
      { ...MINIMAL, section: "Weather", tags: ["sea"] },
      {},
      { section: "World", tag: "imported" },
    );
    expect(article).toMatchObject({ section: "World", tags: ["sea", "imported"] });
  });

  it("without changing what it was given", async () => {
    const given = draft({ ...MINIMAL, notes: ["one"] });
    await toArticle(given, feedFacts(), SOURCE);
    expect(given).toEqual(draft({ ...MINIMAL, notes: ["one"] }));
  });
});

describe("relative addresses in the body", () => {
  const body = { content: { type: "html", value: '<a href="b">b</a>' } } as const;

  it.each([
    [
      "resolve against the item's xml:base",
      { base: ["https://gazette.example/x/"] },
      '<a href="https://gazette.example/x/b">b</a>',
    ],
    [
      "resolve against the content's own, where it has one",
      { base: ["https://gazette.example/x/"], bodyBase: ["https://gazette.example/y/"] },
      '<a href="https://gazette.example/y/b">b</a>',
    ],
    ["are left for the article's parser without any: its own address is right", {}, '<a href="b">b</a>'],
  ])("%s", async (_, fields, content_html) => {
    expect((await articleOf({ ...MINIMAL, ...body, ...fields })).article.content_html).toBe(content_html);
  });
});

const NO_HOME = "it has no address, and there is no home to put it under: --base gives one";

describe("an item without a date", () => {
  it("is undated, and has no time that somebody made up", async () => {
    const item = await articleOf({ ...MINIMAL, published: "soon" });
    expect(item).toMatchObject({
      undated: 0,
      notes: ["“soon” is no date", "without a date: it gets the time at which it was first seen", expect.anything()],
    });
    expect(item.article).not.toHaveProperty("published_at");
  });
});

describe("what it says of when to show it", () => {
  it("becomes an embargo and an expiry", async () => {
    const { article } = await articleOf({ ...MINIMAL, embargo: "2031-01-01", expiry: "2032-01-01" });
    expect(article).toMatchObject({ embargo_until: "2031-01-01T00:00:00Z", expires_at: "2032-01-01T00:00:00Z" });
  });

  it("withholds it where nobody can read it", async () => {
    const item = await articleOf({ ...MINIMAL, expiry: "soon" });
    expect(item.withheld).toBe("it says “not after soon”, which is no date");
    expect((await articleOf({ ...MINIMAL, expiry: "soon", withheld: "it is a draft" })).withheld).toBe("it is a draft");
  });
});

describe("an item is skipped", () => {
  it.each([
    ["without an address, and without a home to put it under", { guid: "7" }, NO_HOME],
    ["without an address, whatever its date", { published: "2026-03-03" }, NO_HOME],
  ])("%s, under the name that it would have had", async (_, fields, reason) => {
    const title = { type: "text", value: "Harbour reopens" } as const;
    expect(await convert({ title, ...fields })).toEqual({
      status: "skipped",
      skip: { where: "item 1 “Harbour reopens”", reason },
    });
  });

  it.each([{}, { guid: "7" }, { link: "mailto:jane@gazette.example" }])(
    "where nothing can be made of it: %j",
    async (fields) => {
      expect(await convert(fields, {}, { home: "https://gazette.example/" })).toMatchObject({
        skip: { reason: "it has no words, no address and no file" },
      });
    },
  );

  it.each([
    { link: "/a" },
    { guid: "https://gazette.example/a" },
    { media: [{ url: "https://gazette.example/a.mp3" }] },
  ])("only there: %j", async (fields) => {
    expect(await convert(fields, {}, { home: "https://gazette.example/" })).toMatchObject({ status: "read" });
  });

  it("under the first words of a long title", async () => {
    const title = { type: "text", value: "harbour ".repeat(20) } as const;
    expect(await convert({ title })).toMatchObject({ skip: { where: `item 1 “${"harbour ".repeat(7).trim()}…”` } });
  });
});
