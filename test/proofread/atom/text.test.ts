import { describe, expect, it, test } from "vitest";
import { ATOM_TEXT_RULES } from "../../../src/proofread/atom/text.ts";
import { type Case, findingsIn, type GoodCase, messagesIn, unbroken } from "../clean.ts";

const CASES: Case[] = [
  ["a type that is none", "<title>In brief", '<title type="HTML">In brief', "none of text, html, xhtml"],
  ["XHTML without its div", "<summary>In brief</summary>", '<summary type="xhtml">In brief</summary>', "one div"],
  ["neither content nor link", '<link href="https://gazette.example/2026/brief"/>', "", "nor a link"],
  ["nothing to read", "<summary>In brief</summary>", "", "are empty"],
  ["a person without a name", "<name>Dee</name>", "", "0 names"],
  ["an address for a name", "<name>Dee</name>", "<name>dee@x.example</name>", "e-mail"],
  ["a category without a term", 'category term="harbour"', 'category label="harbour"', "no term"],
];

describe("a finding for", () => {
  it.each(CASES)("%s", async (_, search, replacement, message) => {
    expect(await messagesIn("atom", search, replacement)).toContain(message);
  });
});

test("every rule is broken by one of the cases above, or it may as well not stand there", async () => {
  expect(await unbroken(ATOM_TEXT_RULES, [["atom", CASES]])).toEqual([]);
});

const GOOD: GoodCase[] = [
  ["text that says so", "<title>In brief", '<title type="text">In brief'],
  [
    "XHTML in its div",
    "<summary>In brief</summary>",
    '<summary type="xhtml">\n<div xmlns="http://www.w3.org/1999/xhtml"><p>In brief</p></div>\n</summary>',
  ],
  [
    "content elsewhere, with a summary",
    "<summary>In brief</summary>",
    '<summary>In brief</summary><content type="video/mp4" src="https://x.example/1.mp4"/>',
  ],
  ["content in place of a link", '<link href="https://gazette.example/2026/brief"/>', "<content>In full</content>"],
  [
    "a person whose address is relative to nothing",
    "<name>Dee</name>",
    "<name>Dee</name><uri>https://dee.example/</uri>",
  ],
];

describe("no finding for", () => {
  it.each(GOOD)("%s", async (_, search, replacement) => {
    expect(await findingsIn("atom", search, replacement)).toEqual([]);
  });
});

it.each<[what: string, replacement: string, messages: string[]]>([
  [
    "content elsewhere, without a summary (RFC 4287 §4.1.2)",
    '<content type="video/mp4" src="https://x.example/1.mp4"/>',
    ["content that is elsewhere, or encoded, wants a summary"],
  ],
  [
    "content that is encoded, without a summary",
    '<content type="application/pdf">JVBERi0=</content>',
    ["content that is elsewhere, or encoded, wants a summary"],
  ],
  ["elements in a text", "<summary>In <b>brief</b></summary>", ['type="text" has no child elements']],
  [
    "XHTML beside its div",
    '<summary type="xhtml">x<div xmlns="http://www.w3.org/1999/xhtml">y</div></summary>',
    ["XHTML stands in one div of the XHTML namespace"],
  ],
  [
    "a type that only content may have",
    '<summary type="text/plain">In brief</summary>',
    ['type="text/plain" is none of text, html, xhtml'],
  ],
])("tells of %s", async (_, replacement, messages) => {
  const found = await findingsIn("atom", "<summary>In brief</summary>", replacement);
  expect(found.map(({ message }) => message)).toEqual(messages);
});

it.each<[what: string, person: string, messages: string[]]>([
  ["two names", "<name>Dee</name><name>Eve</name>", ["there are 2 names"]],
  ["an address that is none", "<name>Dee</name><email>dee</email>", ['"dee" is no e-mail address']],
  ["an IRI that is none", "<name>Dee</name><uri>https://</uri>", ['its uri "https://" is not a URL']],
])("tells of a person with %s (RFC 4287 §3.2)", async (_, person, messages) => {
  const found = await findingsIn("atom", "<name>Dee</name>", person);
  expect(found.map(({ message }) => message)).toEqual(messages);
});
