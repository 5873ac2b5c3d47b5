import { describe, expect, it, test } from "vitest";
import { CHANNEL_RULES } from "../../../src/proofread/rss/channel.ts";
import { type Case, findingsIn, type GoodCase, messagesIn, unbroken } from "../clean.ts";

const CASES: Case[] = [
  [
    "no channel title",
    "<title>Gazette &amp; Co: &lt;local&gt;</title>\n    <link>https://gazette.example/local?a=1&amp;b=2</link>\n    <description>",
    "<link>https://gazette.example/local?a=1&amp;b=2</link>\n    <description>",
    "there is no <title>",
  ],
  [
    "a second language",
    "<language>en</language>",
    "<language>en</language><language>de</language>",
    "second <language>",
  ],
  [
    "a relative channel link",
    "<link>https://gazette.example/local?a=1&amp;b=2</link>\n    <description>",
    "<link>/local</link>\n    <description>",
    "is not absolute",
  ],
  ["no language", "<language>en</language>", "", "there is no <language>"],
  ["a language that is none", "<language>en</language>", "<language>qqz</language>", "not known"],
  ["metadata after the items", "  </channel>", "  <copyright>x</copyright></channel>", "after the first item"],
  ["no self link", '<atom:link rel="self"', '<atom:link rel="via"', 'there is no link rel="self"'],
  [
    "a relation nobody knows",
    '<atom:link rel="self"',
    '<atom:link rel="amphtml" href="https://x.example/"/><atom:link rel="self"',
    "amphtml",
  ],
  ["a wrong weekday", "<lastBuildDate>Sun", "<lastBuildDate>Mon", "not a Mon"],
  ["UTC for GMT", "10:00:00 GMT</lastBuildDate>", "10:00:00 UTC</lastBuildDate>", "RFC 822"],
  ["a webMaster without an address", "<ttl>", "<webMaster>Ada</webMaster><ttl>", "no e-mail address"],
  ["too wide an image", "<width>144</width>", "<width>145</width>", "1 to 144"],
  [
    "an image of another title",
    "<image>\n      <url>https://gazette.example/logo.png</url>\n      <title>Gazette",
    "<image>\n      <url>https://gazette.example/logo.png</url>\n      <title>Other",
    "not the channel's",
  ],
  ["no time to live", "<ttl>15</ttl>", "<ttl>0</ttl>", "positive"],
  ["an hour that no day has", "<ttl>", "<skipHours><hour>24</hour></skipHours><ttl>", "24"],
  ["an hour twice", "<ttl>", "<skipHours><hour>3</hour><hour>3</hour></skipHours><ttl>", "twice"],
  [
    "a period that is none",
    "<ttl>",
    '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">often</sy:updatePeriod><ttl>',
    "often",
  ],
  ["a text input", "<ttl>", "<textInput><title>t</title></textInput><ttl>", "few readers"],
  ["two rights of a channel", "<ttl>", "<dc:rights>x</dc:rights><ttl>", "beside <copyright>"],
];

describe("a finding for", () => {
  it.each(CASES)("%s", async (_, search, replacement, message) => {
    expect(await messagesIn("rss", search, replacement)).toContain(message);
  });
});

test("every rule is broken by one of the cases above, or it may as well not stand there", async () => {
  expect(await unbroken(CHANNEL_RULES, [["rss", CASES]])).toEqual([]);
});

const GOOD: GoodCase[] = [
  ["an empty description", "<description>All the news &amp; views, 1 &lt; 2</description>", "<description/>"],
  ["a language of Dublin Core in place of RSS's", "<language>en</language>", "<dc:language>en-GB</dc:language>"],
  ["an editor with address and name", "<ttl>", "<managingEditor>ada@x.example (Ada)</managingEditor><ttl>"],
  [
    "hours and days to skip",
    "<ttl>",
    "<skipHours><hour>0</hour><hour>23</hour></skipHours><skipDays><day>Sunday</day></skipDays><ttl>",
  ],
  [
    "an image of the largest size",
    "<width>144</width>\n      <height>40</height>",
    "<width>144</width><height>400</height>",
  ],
  ["an image without a size", "<width>144</width>\n      <height>40</height>", ""],
  ["two categories", "<ttl>", "<category>a</category><category>b</category><ttl>"],
  [
    "how often it is updated",
    "<ttl>",
    '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">hourly</sy:updatePeriod><ttl>',
  ],
  [
    "a relation that is a URI of one's own",
    '<atom:link rel="self"',
    '<atom:link rel="https://x.example/rel" href="https://x.example/"/><atom:link rel="self"',
  ],
];

describe("no finding for", () => {
  it.each(GOOD)("%s", async (_, search, replacement) => {
    expect(await findingsIn("rss", search, replacement)).toEqual([]);
  });
});

describe("a finding names", () => {
  it("the channel's child and its line", async () => {
    const [finding, ...others] = await findingsIn("rss", "<language>en</language>", "<language>qqz</language>");
    expect(others).toEqual([]);
    expect(finding).toEqual({
      rule: "RSS 2.0, language; RFC 5646 §2.1",
      severity: "error",
      where: expect.stringMatching(/^<language>, line \d+$/),
      message: '"qqz" starts with a language that is not known',
    });
  });

  it.each<[what: string, search: string, replacement: string, messages: string[]]>([
    ["each thing that an image lacks", "<url>https://gazette.example/logo.png</url>", "", ["there is no <url>"]],
    ["a height that is too much", "<height>40</height>", "<height>401</height>", ['"401" is not 1 to 400']],
    [
      "a day that is none, and one twice",
      "<ttl>",
      "<skipDays><day>Sun</day><day>Monday</day><day>Monday</day></skipDays><ttl>",
      ['"Sun" is no day', "Monday stands twice"],
    ],
    [
      "both of a pair",
      "<ttl>",
      "<dc:date>2026-03-01T10:00:00Z</dc:date><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate><ttl>",
      ["stands beside <pubDate>, and readers differ in which they take"],
    ],
    ["a second channel", "</channel>", "</channel><channel/>", ["there is a second channel"]],
  ])("%s", async (_, search, replacement, messages) => {
    expect((await findingsIn("rss", search, replacement)).map(({ message }) => message)).toEqual(messages);
  });
});
