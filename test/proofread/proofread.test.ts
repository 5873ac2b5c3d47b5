import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { FORMATS } from "../../src/feed/feed.ts";
import { proofread } from "../../src/proofread/proofread.ts";
import { growth, LINEAR } from "../growth.ts";
import { replace } from "../verify/documents.ts";
import { sampleFeed } from "../verify/sample.ts";
import { type Case, CLEAN, messagesIn } from "./clean.ts";

test.each(FORMATS)("a clean %s document has no findings", async (format) => {
  expect(await proofread(CLEAN[format], { url: sampleFeed.self[format] })).toEqual([]);
});

const JSON_TEXT: Case[] = [["a key twice", '"version"', '"language": "en", "version"', "repeats"]];

it.each(JSON_TEXT)("json: a finding for %s", async (_, search, replacement, message) => {
  expect(await messagesIn("json", search, replacement)).toContain(message);
});

describe("the whole document", () => {
  it.each([
    ["not well-formed", "<rss><channel></rss>", "error"],
    ["no feed at all", "<html/>", "error"],
    ["Atom 0.3", '<feed version="0.3" xmlns="http://purl.org/atom/ns#"/>', "error"],
    ["nothing", "", "error"],
    ["broken JSON", "{", "error"],
    ["a JSON list", "[]", "error"],
    ["RSS without a channel", '<rss version="2.0"/>', "error"],
    ["a document type", '<!DOCTYPE rss><rss version="2.0"><channel/></rss>', "warning"],
    [
      "RSS 1.0",
      '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/></r:RDF>',
      "error",
    ],
    ["an older RSS", '<rss version="0.91"><channel/></rss>', "warning"],
  ])("%s is found", async (_, text, severity) => {
    expect(await proofread(text)).toContainEqual(
      expect.objectContaining({ severity, message: expect.stringMatching(/./) }),
    );
  });

  it("that came with another format's type is found", async () => {
    const found = (contentType: string) => proofread(CLEAN.atom, { contentType });
    expect(await found("application/atom+xml; charset=utf-8")).toEqual([]);
    expect(await found("text/html")).toEqual([expect.objectContaining({ severity: "warning", where: "Content-Type" })]);
    expect(await found("application/atom+xml; charset=iso-8859-1")).toHaveLength(1);
  });

  it("that says another address than it came from is found", async () => {
    expect(await proofread(CLEAN.rss, { url: "https://other.example/feed" })).toEqual([
      expect.objectContaining({ message: expect.stringContaining("https://other.example/feed") }),
    ]);
  });
});

test("findings name the line", async () => {
  const text = replace(CLEAN.rss, "<ttl>15</ttl>", "<ttl>soon</ttl>");
  const line = text.slice(0, text.indexOf("<ttl>")).split("\n").length;
  expect(await proofread(text)).toEqual([expect.objectContaining({ severity: "error", where: `<ttl>, line ${line}` })]);
});

test("lines are right after CDATA sections of several lines", async () => {
  const long = replace(CLEAN.rss, "<p>Two.</p>", "\n\n<p>Two.</p>\n");
  const text = replace(long, "https://gazette.example/2026/plain", "/plain");
  const line = text.slice(0, text.indexOf("/plain")).split("\n").length;
  expect(await proofread(text)).toEqual([
    expect.objectContaining({ where: expect.stringContaining(`<link>, line ${line}`) }),
  ]);
});

// Hundreds of documents: how long they take is the affair of a machine that may be busy.
test("garbage never throws", { timeout: 0 }, async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => void (await proofread(text))));
  const middle = fc.record({ format: fc.constantFrom(...FORMATS), at: fc.nat(), cut: fc.nat(40), text: fc.string() });
  await fc.assert(
    fc.asyncProperty(middle, async ({ format, at, cut, text }) => {
      const start = at % CLEAN[format].length;
      await proofread(CLEAN[format].slice(0, start) + text + CLEAN[format].slice(start + cut));
    }),
    { numRuns: 300 },
  );
});

describe("a document is proofread in a time that grows with its length, whatever it repeats", () => {
  const cdata = (name: string, text: string) => `<${name}><![CDATA[${text}]]></${name}>`;
  const item = (inner: string) => `<rss version="2.0"><channel><item>${inner}</item></channel></rss>`;
  const person = (inner: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><author><name>A</name>${inner}</author></feed>`;

  it.each<[what: string, part: string, document: (text: string) => string]>([
    ["letters where an e-mail address is asked for", "a", (text) => item(cdata("author", text))],
    ["signs of an address before a second line", "@", (text) => person(cdata("email", `${text}\n.`))],
    ["tags that never end", "<a", (text) => item(cdata("description", text))],
    ["lines of a body", "a<br>\n", (text) => item(cdata("description", text))],
    ["the slashes of a namespace", "/", (text) => item(`<a xmlns="${text}.">b</a>`)],
  ])("%s", async (_, part, document) => {
    expect(await growth((text) => proofread(document(text)), part, 20_000)).toBeLessThan(LINEAR);
  });
});
