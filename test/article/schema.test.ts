import { describe, expect, it } from "vitest";
import * as limit from "../../src/article/limits.ts";
import { parseArticle } from "../../src/article/parse.ts";
import { articleSchema } from "../../src/article/schema.ts";

const BASE = {
  id: "a",
  url: "https://gazette.example/a",
  title: "A",
  content_html: "<p>Text.</p>",
  published_at: "2026-03-01T08:00:00Z",
};

const problemsOf = (fields: object): string[] => {
  const parsed = parseArticle({ ...BASE, ...fields });
  return parsed.status === "parsed" ? [] : parsed.problems.map(({ path }) => path);
};

describe("the rights of an article", () => {
  it("are read as they are written, times in UTC", () => {
    const syndication = {
      allow: ["radio", "evening-paper"],
      summary_only: ["radio"],
      embargo: { radio: "2026-03-01T12:00:00+02:00" },
      until: "2026-04-01T00:00:00Z",
    };
    const parsed = parseArticle({ ...BASE, syndication });
    expect(parsed.status === "parsed" && parsed.article.syndication).toEqual({
      ...syndication,
      embargo: { radio: "2026-03-01T10:00:00Z" },
    });
  });

  it("allow all where they say nothing of it, and are absent where they are not given", () => {
    for (const [given, read] of [
      [{}, { allow: "all" }],
      [{ allow: "none" }, { allow: "none" }],
      [undefined, undefined],
      [null, undefined],
    ] as const) {
      const parsed = parseArticle({ ...BASE, syndication: given });
      expect(parsed.status === "parsed" && parsed.article.syndication).toEqual(read);
    }
  });

  it.each([
    [{ syndication: { allow: "some" } }, "/syndication/allow"],
    [{ syndication: { allow: 5 } }, "/syndication/allow"],
    [{ syndication: { allow: ["radio", "The Paper"] } }, "/syndication/allow/1"],
    [{ syndication: { summary_only: "radio" } }, "/syndication/summary_only"],
    [{ syndication: { embargo: { radio: "tomorrow" } } }, "/syndication/embargo/radio"],
    [{ syndication: { until: "2026-03-01" } }, "/syndication/until"],
    [{ syndication: { forever: true } }, "/syndication/forever"],
    [{ syndication: "all" }, "/syndication"],
    [{ images: [{ url: "https://gazette.example/a.jpg", syndication: "maybe" }] }, "/images/0/syndication"],
    [{ images: [{ url: "https://gazette.example/a.jpg", syndication: [""] }] }, "/images/0/syndication/0"],
  ])("%j are refused at %s", (fields, path) => expect(problemsOf(fields)).toEqual([path]));

  it("leave the copyright line as it is", () => {
    const parsed = parseArticle({ ...BASE, rights: "© The Gazette", syndication: { allow: "none" } });
    expect(parsed.status === "parsed" && parsed.article.rights).toBe("© The Gazette");
  });
});

const read = (fields: object) => articleSchema.parse({ ...BASE, ...fields });

describe("a field of an article", () => {
  const image = (fields: object) => ({ images: [{ url: "https://gazette.example/a.jpg", ...fields }] });
  const attachment = (fields: object) => ({
    attachments: [{ url: "https://gazette.example/a.mp3", type: "audio/mpeg", ...fields }],
  });

  it.each<[string, object, string]>([
    ["an id of 201 characters", { id: "x".repeat(limit.MAX_ID + 1) }, "/id"],
    ["an id that is a step of every path", { id: "." }, "/id"],
    ["an id that is a step up", { id: " .. " }, "/id"],
    ["a guid of 2,001 characters", { guid: "x".repeat(limit.MAX_GUID + 1) }, "/guid"],
    ["a summary of 10,001 characters", { summary: "x".repeat(limit.MAX_SUMMARY + 1) }, "/summary"],
    ["a URL of 8,001 characters", { url: `https://g.example/${"x".repeat(limit.MAX_URL)}` }, "/url"],
    ["an author without a name", { authors: [{ url: "https://g.example/" }] }, "/authors/0/name"],
    ["an author's address that is none", { authors: [{ name: "A", email: "a@b@c" }] }, "/authors/0/email"],
    ["an author's address in brackets", { authors: [{ name: "A", email: "<a@b.example>" }] }, "/authors/0/email"],
    ["a credit without a name", { credit: { url: "https://g.example/" } }, "/credit/name"],
    ["a language in words", { language: "English" }, "/language"],
    ["a language with an underscore", { language: "en_GB" }, "/language"],
    ["a status that is none", { status: "pending" }, "/status"],
    ["an empty tag", { tags: ["a", " "] }, "/tags/1"],
    ["a tag that is no text", { tags: [7] }, "/tags/0"],
    ["tags that are no list", { tags: "a, b" }, "/tags"],
    ["an image's type without a slash", image({ type: "jpeg" }), "/images/0/type"],
    ["an image's type with a parameter (RFC 2045 §5.1)", image({ type: "image/jpeg; q=1" }), "/images/0/type"],
    ["an image of no pixels", image({ height: 0 }), "/images/0/height"],
    ["an image of half a pixel", image({ width: 0.5 }), "/images/0/width"],
    ["an image of more pixels than any camera's", image({ width: 100_001 }), "/images/0/width"],
    ["an image of -1 bytes, which means unknown elsewhere", image({ length: -1 }), "/images/0/length"],
    ["an image's size in words", image({ width: "800" }), "/images/0/width"],
    ["more bytes than a number can tell exactly", attachment({ length: 2 ** 53 }), "/attachments/0/length"],
    ["an attachment without a type", attachment({ type: undefined }), "/attachments/0/type"],
    ["an attachment that lasts less than no time", attachment({ duration: -0.1 }), "/attachments/0/duration"],
    ["a correction without a time", { corrections: [{ note: "Wrong" }] }, "/corrections/0/at"],
    ["a correction without a note", { corrections: [{ at: "2026-03-01T08:00:00Z", note: "" }] }, "/corrections/0/note"],
    ["a minor change in words", { minor: "yes" }, "/minor"],
    [
      "51 attachments",
      { attachments: Array(limit.MAX_ATTACHMENTS + 1).fill(attachment({}).attachments[0]) },
      "/attachments",
    ],
    ["101 corrections", { corrections: Array(101).fill({ at: "2026-03-01T08:00:00Z", note: "x" }) }, "/corrections"],
  ])("is refused with %s", (_, fields, path) => expect(problemsOf(fields)).toEqual([path]));

  it.each<[string, object, object]>([
    ["a MIME type in capital letters", image({ type: " IMAGE/JPEG " }), image({ type: "image/jpeg" })],
    ["null for what is unknown", image({ width: null, type: "", credit: " " }), image({ width: undefined })],
    [
      "an address with spaces around it",
      { authors: [{ name: "A", email: " a+b@c.example " }] },
      { authors: [{ name: "A", email: "a+b@c.example" }] },
    ],
    ["the longest tag there is", { tags: ["x".repeat(limit.MAX_LINE)] }, { tags: ["x".repeat(limit.MAX_LINE)] }],
    ["a language tag with all its parts", { language: " zh-Hans-CN " }, { language: "zh-Hans-CN" }],
    [
      "an attachment of no length and no duration",
      attachment({ length: 0, duration: 0 }),
      attachment({ length: 0, duration: 0 }),
    ],
  ])("is read from %s", (_, fields, expected) => {
    const article: object = read(fields);
    for (const [name, value] of Object.entries(expected)) expect(Reflect.get(article, name)).toEqual(value);
  });

  it.each([
    ["2026-03-01t08:00:00z", "2026-03-01T08:00:00Z"],
    [" 2026-03-01T08:00:00.5Z ", "2026-03-01T08:00:00.500Z"],
    ["1600-01-01T00:00:00Z", "1600-01-01T00:00:00Z"],
    ["9998-12-31T23:59:59Z", "9998-12-31T23:59:59Z"],
    ["2028-02-29T23:00:00-01:00", "2028-03-01T00:00:00Z"],
  ])("reads the time %j as %s", (published_at, expected) => expect(read({ published_at }).published_at).toBe(expected));

  it.each([
    "1599-12-31T23:59:59Z",
    "9999-01-01T00:00:00Z",
    "2026-03-01T08:00:60Z",
    "2026-03-01 08:00:00Z",
    "1772000000",
  ])("reads no time from %j", (published_at) => expect(problemsOf({ published_at })).toEqual(["/published_at"]));
});
