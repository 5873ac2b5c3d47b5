import { describe, expect, it, test } from "vitest";
import { JSON_RULES } from "../../../src/proofread/json/rules.ts";
import { type Case, findingsIn, type GoodCase, messagesIn, unbroken } from "../clean.ts";

const CASES: Case[] = [
  ["no version", "https://jsonfeed.org/version/1.1", "1.1", "none of JSON Feed's"],
  ["version 1", "https://jsonfeed.org/version/1.1", "https://jsonfeed.org/version/1", "the version is 1"],
  ["no title", '"title": "Gazette & Co: <local>",', "", "no title"],
  ["items that are none", '"items": [', '"items": [1, ', "no list of objects"],
  ["no home page", '"home_page_url": "https://gazette.example/local?a=1&b=2",', "", "home_page_url"],
  ["another address", "https://feeds.example/feeds/local.json", "https://feeds.example/feeds/other.json", "came from"],
  ["a relative url", "https://gazette.example/2026/brief", "/brief", "not absolute"],
  ["a title that is no text", '"title": "In brief"', '"title": 7', "title is no string"],
  ["no id", '"id": "https://old.example/?p=7",', "", "no id"],
  ["an empty id", '"id": "https://old.example/?p=7"', '"id": ""', "no id"],
  ["an id that is a number", '"id": "https://old.example/?p=7"', '"id": 7', "is a number"],
  ["an id twice", "tag:gazette.example,2026:a-3", "tag:gazette.example,2026:a-1", "another item's"],
  ["a bad tag URI", "tag:gazette.example,2026:a-3", "tag:a-3", "tag:authority"],
  ["no url", '"url": "https://gazette.example/2026/brief",', "", "no url"],
  ["no content", '"content_text": "In brief",', "", "neither content_html"],
  ["a bad date", '"date_modified": "2026-03-01T10:00:00.250Z"', '"date_modified": "1 March"', "RFC 3339"],
  ["a bad language", '"language": "fr-CA"', '"language": "fr_CA"', "language tag"],
  ["an empty author", '"authors": [{ "name": "Dee" }]', '"authors": [{}]', "no name"],
  ["the old author", '"authors": [{ "name": "Dee" }]', '"author": { "name": "Dee" }', "no authors"],
  ["a tag that is no text", '"harbour"', "7", "strings"],
  ["an attachment without a type", '"mime_type": "video/mp4"', '"title": "x"', "no mime_type"],
  ["a size that is no number", '"size_in_bytes": 654321', '"size_in_bytes": "654321"', "no number"],
  ["a hub without a url", '"version"', '"hubs": [{ "type": "WebSub" }], "version"', "hub"],
  ["itself next", "local/archive/1.json", "local.json", "next_url"],
  ["expired by word", '"version"', '"expired": "yes", "version"', "boolean"],
];

describe("a finding for", () => {
  it.each(CASES)("%s", async (_, search, replacement, message) => {
    expect(await messagesIn("json", search, replacement)).toContain(message);
  });
});

test("every rule is broken by one of the cases above, or it may as well not stand there", async () => {
  expect(await unbroken(JSON_RULES, [["json", CASES]])).toEqual([]);
});

const GOOD: GoodCase[] = [
  ["an icon and a comment", '"version"', '"favicon": "https://x.example/f.png", "user_comment": "x", "version"'],
  ["a feed that ended", '"version"', '"expired": true, "version"'],
  ["a hub", '"version"', '"hubs": [{ "type": "WebSub", "url": "https://hub.example/" }], "version"'],
  ["an author by address alone", '"authors": [{ "name": "Dee" }]', '"authors": [{ "url": "https://dee.example/" }]'],
  [
    "the old author beside authors",
    '"authors": [{ "name": "Dee" }]',
    '"author": { "name": "Dee" }, "authors": [{ "name": "Dee" }]',
  ],
  [
    "a page linked as external_url, too",
    '"id": "https://old.example/?p=7"',
    '"id": "https://old.example/?p=7", "external_url": "https://x.example/"',
  ],
  ["no tags", '"tags": [', '"_tags": ['],
];

describe("no finding for", () => {
  it.each(GOOD)("%s", async (_, search, replacement) => {
    expect(await findingsIn("json", search, replacement)).toEqual([]);
  });
});

it("findings name the feed or the item", async () => {
  expect(await findingsIn("json", '"title": "In brief"', '"title": 7')).toEqual([
    {
      rule: "JSON Feed 1.1: texts are strings",
      severity: "error",
      where: "item 2",
      message: "title is no string",
    },
  ]);
  expect((await findingsIn("json", '"version"', '"expired": 1, "version"')).map(({ where }) => where)).toEqual([
    "feed",
  ]);
});

it.each<[what: string, search: string, replacement: string, messages: string[]]>([
  [
    "authors that are no list",
    '"authors": [{ "name": "Dee" }]',
    '"authors": { "name": "Dee" }',
    ["authors is no list"],
  ],
  ["hubs that are no list", '"version"', '"hubs": {}, "version"', ["a hub has no type or url"]],
  [
    "attachments that are no list",
    '"tags": [',
    '"attachments": {}, "_tags": [',
    ['the name "attachments" repeats in an object (RFC 8259 §4)'],
  ],
  ["an id that is null", '"id": "https://old.example/?p=7"', '"id": null', ["there is no id"]],
  [
    "a date that is a number",
    '"date_modified": "2026-03-01T10:00:00.250Z"',
    '"date_modified": 1',
    ["date_modified is no string"],
  ],
])("tells of %s", async (_, search, replacement, messages) => {
  expect((await findingsIn("json", search, replacement)).map(({ message }) => message)).toEqual(messages);
});
