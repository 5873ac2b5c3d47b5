import { describe, expect, it, test } from "vitest";
import { JSON_EXTENSION_RULES } from "../../../src/proofread/json/extensions.ts";
import { type Case, findingsIn, type GoodCase, messagesIn, unbroken } from "../clean.ts";

const CASES: Case[] = [
  ["an extension with a dot", '"version"', '"_a.b": {}, "version"', "a.b"],
  ["a key of its own", '"version"', '"subtitle": "x", "version"', "no key"],
];

describe("a finding for", () => {
  it.each(CASES)("%s", async (_, search, replacement, message) => {
    expect(await messagesIn("json", search, replacement)).toContain(message);
  });
});

test("every rule is broken by one of the cases above, or it may as well not stand there", async () => {
  expect(await unbroken(JSON_EXTENSION_RULES, [["json", CASES]])).toEqual([]);
});

const GOOD: GoodCase[] = [
  ["an extension", '"version"', '"_blue_shed": { "about": "https://x.example/" }, "version"'],
  ["an extension of an item", '"id": "https://old.example/?p=7"', '"id": "https://old.example/?p=7", "_x": 1'],
  [
    "a name of one's own within an extension",
    '"about": "https://feeds.example/"',
    '"about": "https://feeds.example/", "own": 1',
  ],
];

describe("no finding for", () => {
  it.each(GOOD)("%s", async (_, search, replacement) => {
    expect(await findingsIn("json", search, replacement)).toEqual([]);
  });
});

it.each<[what: string, search: string, replacement: string, findings: object[]]>([
  [
    "a name without a letter",
    '"version"',
    '"_1": {}, "version"',
    [{ severity: "error", where: "feed", message: '"_1" is no name for an extension' }],
  ],
  [
    "an item's key on the feed",
    '"version"',
    '"tags": [], "version"',
    [{ severity: "warning", where: "feed", message: '"tags" is no key of JSON Feed' }],
  ],
  [
    "a feed's key on an item",
    '"id": "https://old.example/?p=7"',
    '"id": "https://old.example/?p=7", "feed_url": "https://x.example/"',
    [{ severity: "warning", where: "item 2", message: '"feed_url" is no key of JSON Feed' }],
  ],
])("tells of %s", async (_, search, replacement, findings) => {
  expect(await findingsIn("json", search, replacement)).toMatchObject(findings);
});
