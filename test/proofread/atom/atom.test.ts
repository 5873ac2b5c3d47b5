import { describe, expect, it, test } from "vitest";
import { ATOM_RULES } from "../../../src/proofread/atom/atom.ts";
import { proofread } from "../../../src/proofread/proofread.ts";
import { replace } from "../../verify/documents.ts";
import { sampleFeed } from "../../verify/sample.ts";
import { type Case, CLEAN, findingsIn, type GoodCase, messagesIn, unbroken } from "../clean.ts";

const CASES: Case[] = [
  ["no id", "<id>https://old.example/?p=7</id>", "", "there is no <id>"],
  ["two titles", "<title>In brief</title>", "<title>In brief</title><title>x</title>", "there are 2 <title>"],
  [
    "two summaries",
    "<summary>In brief</summary>",
    "<summary>In brief</summary><summary>x</summary>",
    "second <summary>",
  ],
  [
    "an element that Atom has not",
    "<summary>In brief</summary>",
    "<pubDate/><summary>In brief</summary>",
    "no such element",
  ],
  [
    "no author at all",
    "<author><name>Gazette &amp; Co</name><uri>https://gazette.example/</uri></author>",
    "",
    "there is no author",
  ],
  ["a relative id", "https://old.example/?p=7", "/?p=7", "not absolute"],
  ["a tag id in capitals", "tag:gazette.example,2026:a-3", "tag:Gazette.example,2026:a-3", "capitals"],
  ["an id in capitals", "https://old.example/?p=7", "https://OLD.example/?p=7", "capitals in its host"],
  ["an id twice", "tag:gazette.example,2026:a-3", "tag:gazette.example,2026:a-1", "another entry's too"],
  [
    "a version twice",
    "<id>tag:gazette.example,2026:a-3</id>",
    "<id>https://old.example/?p=7</id><updated>2026-02-28T08:00:00Z</updated>",
    "its id and updated",
  ],
  ["a lower-case date", "2026-03-01T10:00:00.25Z", "2026-03-01t10:00:00z", "RFC 3339"],
  ["updated shared", "2026-02-28T08:00:00.000001Z", "2026-02-28T08:00:00Z", "shares its updated"],
  ["a language that is none", 'xml:lang="fr-CA"', 'xml:lang="french_canada"', "language tag"],
  ["no language", ' xml:lang="en"', "", "no xml:lang"],
  ["metadata after entries", "</feed>", "<rights>x</rights></feed>", "after the first entry"],
];

describe("a finding for", () => {
  it.each(CASES)("%s", async (_, search, replacement, message) => {
    expect(await messagesIn("atom", search, replacement)).toContain(message);
  });
});

test("every rule is broken by one of the cases above, or it may as well not stand there", async () => {
  expect(await unbroken(ATOM_RULES, [["atom", CASES]])).toEqual([]);
});

const GOOD: GoodCase[] = [
  [
    "an author on every entry",
    "<author><name>Gazette &amp; Co</name><uri>https://gazette.example/</uri></author>",
    "<author><name>Us</name></author>",
  ],
  ["an id of another scheme", "https://old.example/?p=7", "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6"],
  ["a port that is not the default one", "https://old.example/?p=7", "https://old.example:8443/?p=7"],
  ["an empty language, which takes the feed's back (XML 1.0 §2.12)", 'xml:lang="fr-CA"', 'xml:lang=""'],
  [
    "elements of other namespaces, more than once",
    "<summary>In brief</summary>",
    "<summary>In brief</summary><dc:rights>a</dc:rights><dc:rights>b</dc:rights>",
  ],
  ["a leap second", "2026-02-28T08:00:00.000001Z", "2026-02-28T23:59:60Z"],
];

describe("no finding for", () => {
  it.each(GOOD)("%s", async (_, search, replacement) => {
    expect(await findingsIn("atom", search, replacement)).toEqual([]);
  });
});

it("findings of an entry name it, its child and the line", async () => {
  expect(await findingsIn("atom", "https://old.example/?p=7", "https://old.example:443/?p=7")).toEqual([
    {
      rule: "RFC 4287 §4.2.6.1: ids are compared letter by letter",
      severity: "warning",
      where: expect.stringMatching(/^entry 2 \(line \d+\), <id>, line \d+$/),
      message: '"https://old.example:443/?p=7" names the default port',
    },
  ]);
});

it("a source's author is an entry's author (RFC 4287 §4.1.2)", async () => {
  const author = "<author><name>Gazette &amp; Co</name><uri>https://gazette.example/</uri></author>";
  const entry = "<summary>In brief</summary>";
  const text = replace(CLEAN.atom, author, "");
  const found = await proofread(replace(text, entry, `${entry}<source>${author}</source>`), {
    url: sampleFeed.self.atom,
  });
  expect(found).toEqual([]);
});
