import { describe, expect, it, test } from "vitest";
import { VOCABULARY_RULES } from "../../src/proofread/vocabulary.ts";
import { type Case, findingsIn, type GoodCase, messagesIn, unbroken } from "./clean.ts";

const CASES: Case[] = [
  [
    "a namespace that misses its slash",
    "http://search.yahoo.com/mrss/",
    "http://search.yahoo.com/mrss",
    "readers know",
  ],
  ["a namespace of nobody's", "<ttl>", '<x:y xmlns:x="https://x.example/ns"/><ttl>', "not a known one"],
  [
    "a group of one",
    "<dc:source>",
    '<media:group><media:content url="https://x.example/1.jpg"/></media:group><dc:source>',
    "fewer than two",
  ],
  ["media of no url", "<dc:source>", "<media:content/><dc:source>", "neither a url"],
  ["media of no size", 'fileSize="654321"', 'fileSize="0"', "positive"],
  ["a thumbnail of no url", "<dc:source>", "<media:thumbnail/><dc:source>", "no url"],
  ["a role in capitals", 'role="photographer"', 'role="Photographer"', "capitals"],
];

describe("a finding for", () => {
  it.each(CASES)("%s", async (_, search, replacement, message) => {
    expect(await messagesIn("rss", search, replacement)).toContain(message);
  });
});

test("every rule is broken by one of the cases above, or it may as well not stand there", async () => {
  expect(await unbroken(VOCABULARY_RULES, [["rss", CASES]])).toEqual([]);
});

const GOOD: GoodCase[] = [
  [
    "a namespace that readers know, though we use it not",
    "<ttl>",
    '<itunes:explicit xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">no</itunes:explicit><ttl>',
  ],
  [
    "a group of two",
    "<dc:source>",
    '<media:group><media:content url="https://x.example/1.jpg"/><media:content url="https://x.example/2.jpg"/></media:group><dc:source>',
  ],
  [
    "media with a player in place of a url",
    "<dc:source>",
    '<media:content><media:player url="https://x.example/"/></media:content><dc:source>',
  ],
  [
    "media of each medium",
    "<dc:source>",
    '<media:content url="https://x.example/1" medium="video"/><media:content url="https://x.example/2" medium="document"/><dc:source>',
  ],
  ["a credit without a role", "<dc:source>", "<media:credit>Bo</media:credit><dc:source>"],
];

describe("no finding for", () => {
  it.each(GOOD)("%s", async (_, search, replacement) => {
    expect(await findingsIn("rss", search, replacement)).toEqual([]);
  });
});

describe("a namespace that is nearly a known one is told with the one that is meant", () => {
  it.each([
    ["without its slash", "http://purl.org/rss/1.0/modules/content/", "http://purl.org/rss/1.0/modules/content"],
    ["with another scheme", "http://purl.org/dc/elements/1.1/", "https://purl.org/dc/elements/1.1/"],
    ["in other letters", "http://www.w3.org/2005/Atom", "http://www.w3.org/2005/atom"],
  ])("%s", async (_, known, written) => {
    const [first] = await findingsIn("rss", `"${known}"`, `"${written}"`);
    expect(first).toEqual({
      rule: "Namespaces in XML 1.0 §2.3: URIs are compared letter by letter",
      severity: "error",
      where: expect.stringMatching(/line \d+$/),
      message: `the namespace is "${written}", and readers know "${known}"`,
    });
  });

  it("once, at its first element", async () => {
    const found = await findingsIn("rss", "<ttl>", '<x:y xmlns:x="urn:x"><x:z/></x:y><x:w xmlns:x="urn:x"/><ttl>');
    expect(found).toMatchObject([
      { where: expect.stringMatching(/^<y>, line/), message: 'the namespace "urn:x" is not a known one' },
    ]);
  });
});
