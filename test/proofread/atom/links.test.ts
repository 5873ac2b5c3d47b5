import { describe, expect, it, test } from "vitest";
import { ATOM_LINK_RULES } from "../../../src/proofread/atom/links.ts";
import { type Case, findingsIn, type GoodCase, messagesIn, unbroken } from "../clean.ts";

const CASES: Case[] = [
  ["no self", '<link rel="self"', '<link rel="related"', 'rel="self"'],
  [
    "two alternates",
    '<link href="https://gazette.example/2026/brief"/>',
    '<link href="https://gazette.example/2026/brief"/><link href="https://x.example/"/>',
    "another alternate",
  ],
  ["a link to nowhere", '<link href="https://gazette.example/2026/brief"/>', "<link/>", "no href"],
  ["a relative link", '<link href="https://gazette.example/2026/brief"/>', '<link href="/brief"/>', "is relative"],
  ["a relation nobody knows", 'rel="via"', 'rel="canonical"', "canonical"],
  ["an enclosure without length", ' length="654321"/>', "/>", "no length"],
];

describe("a finding for", () => {
  it.each(CASES)("%s", async (_, search, replacement, message) => {
    expect(await messagesIn("atom", search, replacement)).toContain(message);
  });
});

test("every rule is broken by one of the cases above, or it may as well not stand there", async () => {
  expect(await unbroken(ATOM_LINK_RULES, [["atom", CASES]])).toEqual([]);
});

const GOOD: GoodCase[] = [
  [
    "alternates of two types",
    '<link href="https://gazette.example/2026/brief"/>',
    '<link href="https://gazette.example/2026/brief"/><link type="text/plain" href="https://x.example/"/>',
  ],
  [
    "alternates of two languages",
    '<link href="https://gazette.example/2026/brief"/>',
    '<link href="https://gazette.example/2026/brief"/><link hreflang="de" href="https://x.example/"/>',
  ],
  ["a relation of one's own", 'rel="via"', 'rel="https://x.example/rel"'],
  ["a relation of RFC 5005", 'rel="via"', 'rel="first"'],
];

describe("no finding for", () => {
  it.each(GOOD)("%s", async (_, search, replacement) => {
    expect(await findingsIn("atom", search, replacement)).toEqual([]);
  });
});

it.each<[what: string, link: string, messages: string[]]>([
  ["an address that is none", '<link href="https://"/>', ['href "https://" is not a URL']],
  ["a type that is none", '<link href="https://x.example/" type="html"/>', ['type "html" is not a MIME type']],
  [
    "a language that is none",
    '<link href="https://x.example/" hreflang="english_us"/>',
    ['hreflang "english_us" is not a language tag'],
  ],
  ["a length that is none", '<link href="https://x.example/" length="big"/>', ['length "big" is no number of bytes']],
])("tells of %s", async (_, link, messages) => {
  const found = await findingsIn("atom", '<link href="https://gazette.example/2026/brief"/>', link);
  expect(found.map(({ message }) => message)).toEqual(messages);
});
