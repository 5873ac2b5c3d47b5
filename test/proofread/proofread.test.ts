import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { FORMATS } from "../../src/feed/feed.ts";
import { PLAIN_TEXT_GUESSES } from "../../src/proofread/html/plain-text.ts";
import { proofread } from "../../src/proofread/proofread.ts";
import { documentOf } from "../../src/proofread/xml/examples.ts";
import { growth, LINEAR } from "../growth.ts";
import { golden, replace } from "../verify/documents.ts";
import { sampleFeed } from "../verify/sample.ts";

/** The golden documents, with what their sources do not say of enclosures. */
const own = (format: (typeof FORMATS)[number]): string =>
  golden(format).replaceAll(/(<link rel="enclosure"(?![^>]* length=)[^>]*?)(\/?>)/g, '$1 length="7"$2');

test.each(FORMATS)("nothing is wrong with our own %s", async (format) => {
  const { findings, entries } = await proofread(own(format), { url: sampleFeed.self[format] });
  expect(entries).toBe(sampleFeed.entries.length);
  expect(findings.filter(({ rule, severity }) => severity !== "advice" && !PLAIN_TEXT_GUESSES.has(rule))).toEqual([]);
});

it("findings stand in the order of the document, with the line", async () => {
  const text = replace(golden("rss"), "<ttl>15</ttl>", "<ttl>soon</ttl>");
  const { findings } = await proofread(text);
  const lines = findings.map(({ line = 0 }) => line);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  const line = text.slice(0, text.indexOf("<ttl>")).split("\n").length;
  expect(findings.filter(({ where }) => where.startsWith("<ttl>"))).toMatchObject([{ severity: "error", line }]);
});

it("lines are right after CDATA sections of several lines, and within them", async () => {
  const long = replace(golden("rss"), "<p>Two.</p>", '\n\n<p><a href="/two">Two.</a></p>\n');
  const text = replace(long, "https://gazette.example/2026/plain", "/plain");
  const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split("\n").length;
  const { findings } = await proofread(text, { url: sampleFeed.self.rss });
  expect(findings.filter(({ rule }) => rule === "html/relative-url")).toMatchObject([{ line: lineOf('"/two"') }]);
  expect(findings.some(({ where, line }) => where.includes("<link>") && line === lineOf("/plain"))).toBe(true);
});

// Hundreds of documents: how long they take is the affair of a machine that may be busy.
test("garbage never throws", { timeout: 0 }, async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => void (await proofread(text))));
  const middle = fc.record({ format: fc.constantFrom(...FORMATS), at: fc.nat(), cut: fc.nat(40), text: fc.string() });
  await fc.assert(
    fc.asyncProperty(middle, async ({ format, at, cut, text }) => {
      const start = at % golden(format).length;
      await proofread(golden(format).slice(0, start) + text + golden(format).slice(start + cut));
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
    ["comments before a page", "<!---->", (text) => `${text}<html>`],
    ["entities that nobody declared", "&boat;", (text) => item(`<title>${text}</title>`)],
    ["declarations of entities", "<!ENTITY a 'b'>", (text) => `<!DOCTYPE rss [${text}]>${item("")}`],
    ["names in JSON that repeat", '"a": 1, ', (text) => `{"version": "https://jsonfeed.org/version/1", ${text}"b": 1}`],
    ["items of JSON", '{"x": 1},', (text) => `{"version": "https://jsonfeed.org/version/1", "items": [${text}{}]}`],
  ])("%s", async (_, part, document) => {
    expect(await growth((text) => proofread(document(text)), part, 20_000)).toBeLessThan(LINEAR);
  });
});

describe("what is no fault of the feed's own", () => {
  const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';

  it("metadata in a picture of SVG is none of the entry's", async () => {
    const picture = `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg"><metadata ${DC}><work xmlns="https://works.example/"><dc:creator><agent>Ada</agent></dc:creator></work></metadata></svg></div></content>`;
    const { findings } = await proofread(documentOf("atom", { entry: picture }));
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("of Atom 0.3 it is told that it is Atom 0.3, and not what 1.0 would say to it", async () => {
    const old = `<feed version="0.3" xmlns="http://purl.org/atom/ns#" ${DC}><dc:date>yesterday</dc:date><entry><dc:title/></entry></feed>`;
    const { findings } = await proofread(old);
    expect(findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule)).toEqual([
      "atom/namespace-obsolete",
    ]);
  });
});

it("RSS that does not say its version is read as RSS 2.0", async () => {
  const { findings } = await proofread(documentOf("rss", { without: ["guid"] }).replace(' version="2.0"', ""));
  expect(findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(["rss/rss-version-required", "rss/item-guid-required"]),
  );
});
