import { describe, expect, it, test } from "vitest";
import { ITEM_RULES } from "../../../src/proofread/rss/items.ts";
import { type Case, findingsIn, type GoodCase, messagesIn, unbroken } from "../clean.ts";

/** The dates of an item, which say the same as others'. */
const PUB_DATE =
  "Sat, 28 Feb 2026 08:00:00 GMT</pubDate>\n      <atom:updated>2026-02-28T08:00:00Z</atom:updated>\n      <description>In brief";

const CASES: Case[] = [
  ["an item without title and description", "<title>As written</title>", "", "neither title nor description"],
  [
    "a second link in an item",
    "<link>https://gazette.example/2026/brief",
    "<link>https://x.example/</link><link>https://gazette.example/2026/brief",
    "second <link>",
  ],
  [
    "two enclosures",
    '<enclosure url="https://gazette.example/i/3',
    '<enclosure url="https://x.example/" length="0" type="a/b"/><enclosure url="https://gazette.example/i/3',
    "only one",
  ],
  ["an item's relative link", "https://gazette.example/2026/brief", "/2026/brief", "not absolute"],
  [
    "an item's unencoded link",
    "https://gazette.example/2026/brief",
    "https://gazette.example/2026/brïef",
    "percent-encoded",
  ],
  ["no guid", '<guid isPermaLink="false">https://old.example/?p=7</guid>', "", "no guid"],
  ["a guid twice", "tag:gazette.example,2026:a-3", "tag:gazette.example,2026:a-1", "another item's"],
  [
    "a tag URI as permalink",
    '<guid isPermaLink="false">tag:gazette.example,2026:a-3',
    "<guid>tag:gazette.example,2026:a-3",
    "no permalink",
  ],
  [
    "isPermaLink that is neither",
    '<guid isPermaLink="false">https',
    '<guid isPermaLink="no">https',
    "neither true nor false",
  ],
  ["a tag URI without a date", "tag:gazette.example,2026:a-3", "tag:gazette.example:a-3", "tag:authority"],
  ["a year of two digits", PUB_DATE, PUB_DATE.replace("2026", "26"), "two digits"],
  ["a bad atom:updated", PUB_DATE, PUB_DATE.replace("2026-02-28T08", "2026-02-30T08"), "no time that exists"],
  ["an author's name in author", "<dc:creator>Dee</dc:creator>", "<author>Dee</author>", "dc:creator"],
  ["HTML in a title", "<title>In brief</title>", "<title>In &lt;b&gt;brief&lt;/b&gt;</title>", "holds HTML"],
  ["a title escaped twice", "<title>In brief</title>", "<title>In&amp;nbsp;brief</title>", "escaped twice"],
  [
    "content before description",
    "<description></description>\n      <content:encoded>",
    "<content:encoded/><description></description><content:encoded>",
    "before description",
  ],
  ["an enclosure of no length", 'length="0" type="image/jpeg"', 'length="-1" type="image/jpeg"', "number of bytes"],
  ["a source without a url", '<source url="https://wire.example/s/1?x=1&amp;y=2">', "<source>", "its url"],
  [
    "an author and a creator",
    "<dc:creator>Dee</dc:creator>",
    "<author>a@b.example</author><dc:creator>Dee</dc:creator>",
    "beside <author>",
  ],
  ["atom:source in an item", "<dc:source>", "<atom:source/><dc:source>", "refuse it"],
];

describe("a finding for", () => {
  it.each(CASES)("%s", async (_, search, replacement, message) => {
    expect(await messagesIn("rss", search, replacement)).toContain(message);
  });
});

test("every rule is broken by one of the cases above, or it may as well not stand there", async () => {
  expect(await unbroken(ITEM_RULES, [["rss", CASES]])).toEqual([]);
});

const GOOD: GoodCase[] = [
  ["a title alone", "<description>In brief</description>", ""],
  ["a description alone", "<title>In brief</title>", ""],
  [
    "a guid that is a permalink by itself",
    '<guid isPermaLink="false">https://old.example/?p=7',
    "<guid>https://old.example/?p=7",
  ],
  [
    "a guid that says it is one",
    '<guid isPermaLink="false">https://old.example/?p=7',
    '<guid isPermaLink="true">https://old.example/?p=7',
  ],
  ["an enclosure of no known length", 'length="654321"', 'length="0"'],
  [
    "a day of one digit, and another zone",
    PUB_DATE,
    PUB_DATE.replace("Sat, 28 Feb 2026 08:00:00 GMT", "3 Feb 2026 08:00 +0100"),
  ],
  ["an author's address", "<dc:creator>Dee</dc:creator>", "<author>dee@x.example (Dee)</author>"],
  ["a title that speaks of < and &", "<title>In brief</title>", "<title>1 &lt; 2 &amp; R&amp;B</title>"],
  [
    "two categories of the same domain",
    "<category>harbour",
    '<category domain="https://x.example/">boats</category><category>harbour',
  ],
];

describe("no finding for", () => {
  it.each(GOOD)("%s", async (_, search, replacement) => {
    expect(await findingsIn("rss", search, replacement)).toEqual([]);
  });
});

it("findings of an item name it, its child and the line", async () => {
  expect(await findingsIn("rss", "<dc:creator>Dee</dc:creator>", "<author>Dee</author>")).toEqual([
    {
      rule: "RSS 2.0, author: an e-mail address",
      severity: "warning",
      where: expect.stringMatching(/^item 3 \(line \d+\), <author>, line \d+$/),
      message: '"Dee" has no e-mail address; a name stands in dc:creator',
    },
  ]);
});

it.each<[what: string, search: string, replacement: string, messages: string[]]>([
  [
    "all that is wrong with an enclosure",
    '<enclosure url="https://gazette.example/i/3.jpg" length="0" type="image/jpeg"/>',
    '<enclosure url="i/3.jpg"/>',
    ['its url "i/3.jpg" is not absolute', 'its type "" is not a MIME type', 'its length "" is no number of bytes'],
  ],
  [
    "an enclosure that no reader fetches",
    'enclosure url="https://gazette.example/i/3.jpg',
    'enclosure url="ftp://gazette.example/i/3.jpg',
    ['its url "ftp://gazette.example/i/3.jpg" is not an http(s) URL'],
  ],
  [
    "elements that do not belong to an item",
    "<dc:source>",
    "<media:license>x</media:license><atom:rights>y</atom:rights><dc:source>",
    ["validators refuse it in an item", "validators refuse it in an item"],
  ],
])("tells of %s", async (_, search, replacement, messages) => {
  expect((await findingsIn("rss", search, replacement)).map(({ message }) => message)).toEqual(messages);
});
