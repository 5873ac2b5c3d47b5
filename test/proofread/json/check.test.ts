import { describe, expect, it } from "vitest";
import { jsonDocument } from "../../../src/proofread/json/examples.ts";
import { proofread } from "../../../src/proofread/proofread.ts";
import type { Value } from "../../../src/verify/discrepancy.ts";

/** What is found of a document, as `rule at place: message`. */
const told = async (text: string, url?: string): Promise<string[]> =>
  (await proofread(text, { url })).findings.map(({ rule, where, message }) => `${rule} at ${where}: ${message}`);

const ofItem = (item: Record<string, Value | undefined>): Promise<string[]> => told(jsonDocument({ item }));
const ofFeed = (feed: Record<string, Value | undefined>): Promise<string[]> => told(jsonDocument({ feed }));

it("nothing is found of a feed that is in order", async () => {
  const text = jsonDocument({ author: {}, hub: {}, attachment: { size_in_bytes: 5 } });
  expect(await proofread(text, { url: "https://gazette.example/feed.json" })).toEqual({
    ...{ format: "json", version: "1.1", entries: 1, findings: [], counts: new Map() },
  });
});

describe("an item", () => {
  it.each<[what: string, item: Record<string, Value | undefined>, findings: string[]]>([
    ["that ended its title", { title: undefined }, []],
    ["of plain text", { content_html: undefined, content_text: "Use </b> to end bold text." }, []],
    ["with an extension", { _gazette: { about: "https://gazette.example/feeds", tide: 3 } }, []],
    ["with both forms of its authors", { author: { name: "A" }, authors: [{ name: "A" }] }, []],
    ["with an author by address alone", { authors: [{ url: "mailto:a@gazette.example" }] }, []],
    ["without an id", { id: undefined }, ["json/item-id-required at items[0]: there is no id"]],
    ["with an empty id", { id: " " }, ["json/item-id-required at items[0].id: id is empty"]],
    ["whose id is null", { id: null }, ["json/item-id-type at items[0].id: id is null, and not a string"]],
    ["whose id is a number", { id: 7 }, ["json/item-id-string at items[0].id: the id 7 is a number"]],
    ["without a url", { url: undefined }, ["json/item-url-required at items[0]: there is no url"]],
    [
      "without content",
      { content_html: undefined },
      ["json/item-content-required at items[0]: there is neither content_html nor content_text"],
    ],
    ["whose title is no text", { title: 7 }, ["json/item-title-type at items[0].title: title is 7, and not a string"]],
    [
      "with HTML in its title",
      { title: "The <b>first</b> boat" },
      ["json/plain-text at items[0].title: title is plain text, and holds the tag <b>"],
    ],
    [
      "with HTML for its text",
      { content_text: "<p>She left.</p>" },
      ["json/plain-text at items[0].content_text: content_text is plain text, and holds the tag <p>"],
    ],
    [
      "with HTML in a tag",
      { tags: ["boats", "S&amp;P"] },
      ['json/plain-text at items[0].tags[1]: tags 1 is plain text, and holds "&amp;", which people see as it stands'],
    ],
    [
      "with tags that are no list",
      { tags: "boats" },
      ['json/item-tags-type at items[0].tags: tags is "boats", and not a list of strings'],
    ],
    [
      "with a key that is written otherwise",
      { datePublished: "2026-03-13T06:00:00Z" },
      [
        'json/item-key-misspelt at items[0].datePublished: "datePublished" is no name of JSON Feed: date_published was probably meant',
      ],
    ],
    [
      "with a key of its own",
      { boats: "x" },
      ['json/item-key-unknown at items[0].boats: "boats" is no name of JSON Feed, and does not start with _'],
    ],
    [
      "with a key of another format",
      { pubDate: "2026-03-13T06:00:00Z" },
      [
        'json/item-key-unknown at items[0].pubDate: "pubDate" is no name of JSON Feed, and does not start with _: that is date_published in JSON Feed',
      ],
    ],
    [
      "with an author of nothing",
      { authors: [{}] },
      ["json/author-member at items[0].authors[0]: the author has no name, url or avatar"],
    ],
    [
      "with the old author alone",
      { author: { name: "A" } },
      ["json/author-deprecated at items[0].author: author stands alone, and authors took its place in JSON Feed 1.1"],
    ],
    [
      "with an attachment of nothing",
      { attachments: [{}] },
      [
        "json/attachment-url-required at items[0].attachments[0]: there is no url",
        "json/attachment-mime_type-required at items[0].attachments[0]: there is no mime_type",
      ],
    ],
    [
      "with an attachment's size as text",
      { attachments: [{ url: "https://gazette.example/1.mp3", mime_type: "audio/mpeg", size_in_bytes: "5" }] },
      [
        'json/attachment-size_in_bytes-type at items[0].attachments[0].size_in_bytes: size_in_bytes is "5", and not a number that is not negative',
      ],
    ],
    [
      "with an extension that has no letter",
      { _1: {} },
      [
        'json/extension-name at items[0]._1: "_1" is no name for an extension: after _ comes a letter, and there is no dot',
      ],
    ],
    ["with a date in small letters", { date_published: "2026-03-13t06:00:00z" }, []],
    [
      "with a date that is empty",
      { date_published: "" },
      [expect.stringContaining("json/item-date_published-rfc3339 at items[0].date_published: ") as never],
    ],
    [
      "with an image that is empty",
      { image: "" },
      ["json/item-image-url at items[0].image: image: there is no address"],
    ],
    ["with an extension that is used once", { _gazette: { tide: 3 } }, []],
    [
      "with an extension that is used twice",
      { _gazette: { tide: 3 }, authors: [{ name: "A", _gazette: { tide: 4 } }] },
      [
        "json/extension-about at items[0].authors[0]._gazette: _gazette is used 2 times, and nothing in the document says what it is about",
      ],
    ],
    [
      "with an extension that its author explains",
      { _gazette: { tide: 3 }, authors: [{ name: "A", _gazette: { about: "https://gazette.example/feeds" } }] },
      [],
    ],
    [
      "with script in its HTML",
      { content_html: '<p onclick="x">She left.</p>' },
      ["html/event-handler at items[0].content_html: <p onclick> is script"],
    ],
  ])("%s", async (_, item, findings) => {
    expect(await ofItem(item)).toEqual(findings);
  });
});

describe("a feed", () => {
  it.each<[what: string, feed: Record<string, Value | undefined>, findings: string[]]>([
    ["that ended", { expired: true }, []],
    ["without a title", { title: undefined }, ["json/feed-title-required at feed: there is no title"]],
    ["without an address", { feed_url: undefined }, ["json/feed-feed_url-required at feed: there is no feed_url"]],
    [
      "that ended by word",
      { expired: "yes" },
      ['json/feed-expired-type at expired: expired is "yes", and not true or false'],
    ],
    [
      "of items that are none",
      { items: [1] },
      ["json/feed-items-type at items: items is [1], and not a list of objects"],
    ],
    [
      "of another version",
      { version: "https://jsonfeed.org/version/2" },
      ['json/version-known at version: the version "https://jsonfeed.org/version/2" is none of JSON Feed\'s'],
    ],
    [
      "of the first version",
      { version: "https://jsonfeed.org/version/1", author: { name: "A" } },
      ["json/version-newest at version: the version is 1, without language and authors"],
    ],
    [
      "with an item's key",
      { tags: [] },
      ['json/feed-key-unknown at tags: "tags" is no name of JSON Feed, and does not start with _'],
    ],
    ["whose hub has no address", { hubs: [{ type: "WebSub" }] }, ["json/hub-url-required at hubs[0]: there is no url"]],
    [
      "with another language",
      { language: "fr_CA" },
      [expect.stringContaining("json/feed-language-language at language: language: ") as never],
    ],
    [
      "that goes on with itself",
      { next_url: "https://gazette.example/feed.json" },
      ["json/next-url-other at next_url: next_url is feed_url"],
    ],
  ])("%s", async (_, feed, findings) => {
    expect(await ofFeed(feed)).toEqual(findings);
  });
});

describe("what is no JSON Feed", () => {
  it.each([
    ["a list", "[]", "json/no-feed at document: this is a list, and no JSON Feed, which is an object"],
    [
      "another answer",
      '{"status": "ok"}',
      "json/no-feed at document: this is JSON, and no JSON Feed: it has neither the version of JSON Feed nor a title and items",
    ],
    ["half a document", '{\n  "title": "a"', expect.stringContaining("json/well-formed at line 2, column 15: ")],
    ["a comma too many", '{"title": "a",}', expect.stringContaining("json/well-formed at line 1, column 15: ")],
  ])("%s", async (_, text, finding) => {
    expect(await told(text)).toEqual([finding]);
  });
});

it("findings have the line and the column", async () => {
  const text = jsonDocument({ item: { title: 7 } });
  const line = text.split("\n").findIndex((one) => one.includes('"title": 7')) + 1;
  expect((await proofread(text)).findings).toMatchObject([{ line, column: 7 }]);
});

it.each<[bytes: number, findings: string[]]>([
  [200_000, []],
  [300_000, ["json/size"]],
  [1_100_000, ["json/size-limit"]],
])("a document of more than %i bytes", async (bytes, findings) => {
  const { counts } = await proofread(jsonDocument({ item: { content_text: "ä".repeat(bytes / 2) } }));
  expect([...counts.keys()]).toEqual(findings);
});

it("a name that repeats is found", async () => {
  const text = jsonDocument().replace('"version"', '"language": "en", "language": "fr", "version"');
  expect((await proofread(text)).counts.get("json/repeated-name")).toBe(1);
});

it("of a kind so many are kept, and all are counted", async () => {
  const items = Array.from({ length: 30 }, (_, index) => ({
    id: index,
    url: "https://gazette.example/",
    content_text: "a",
  }));
  const { findings, counts, entries } = await proofread(jsonDocument({ feed: { items } }), { most: 4 });
  expect(findings.map(({ where }) => where)).toEqual(["items[0].id", "items[1].id", "items[2].id", "items[3].id"]);
  expect([...counts]).toEqual([["json/item-id-string", 30]]);
  expect(entries).toBe(30);
});
