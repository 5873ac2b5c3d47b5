import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cleanHtml } from "../../../src/article/html/clean.ts";
import { readSource } from "../../../src/import/read.ts";
import { NOW, stored } from "../../import/helpers.ts";
import { type InBrowser, inBrowser } from "../in-browser.ts";
import { storyHtml } from "./story-html.ts";

const ROOT = join(import.meta.dirname, "../../..");
const CORPUS = process.env.CORPUS ?? join(ROOT, "../shared/corpus");
const SAMPLE = join(ROOT, "feeds/articles");
const BASE = "https://gazette.example/2026/story";

let there: InBrowser;
beforeAll(async () => {
  there = await inBrowser("rich-text/read-html.ts", "rich-text/write-html.ts");
});
afterAll(() => there.close());

/** What each comes back as, how much of it can be edited, and how much is kept as HTML. */
const throughEditor = (all: string[]) =>
  there.page.evaluate((htmls) => {
    const { web } = globalThis as unknown as { web: WebModules };
    return htmls.map((html) => {
      const doc = web.readRichText(html);
      const kept: string[] = [];
      doc.descendants((node) => {
        if (node.type.name === "kept_block") kept.push(node.attrs.html);
      });
      return { html: web.writeRichText(doc), kept };
    });
  }, all);

type WebModules = typeof import("../../../src/web/rich-text/read-html.ts") &
  typeof import("../../../src/web/rich-text/write-html.ts");

function clean(html: string): string {
  const cleaned = cleanHtml(html, BASE);
  if (cleaned.status === "refused") throw new Error(cleaned.detail);
  return cleaned.html;
}

/** Each text that does not come back as it was: as it was, and as it came back. */
async function changed(htmls: string[]): Promise<[string, string][]> {
  const back = await throughEditor(htmls);
  return htmls.flatMap((html, index): [string, string][] => {
    const again = clean(back[index]?.html ?? "");
    return again === html ? [] : [[html, again]];
  });
}

describe("a text that nobody touches comes back as it was", () => {
  it("the sample newsroom's", async () => {
    const files = readdirSync(SAMPLE).filter((file) => file.endsWith(".json"));
    const htmls = files.map((file) => clean(JSON.parse(readFileSync(join(SAMPLE, file), "utf8")).content_html));
    expect(htmls.length).toBeGreaterThan(20);
    expect(await changed(htmls)).toEqual([]);
  });

  it.runIf(existsSync(CORPUS))("real feeds'", async () => {
    const files = readdirSync(CORPUS).filter((file) => file !== "manifest.tsv");
    const readings = await Promise.all(
      files.map((file) => readSource(readFileSync(join(CORPUS, file)), { name: file, now: NOW })),
    );
    const htmls = readings.flatMap(({ items }) => items.map((item) => stored(item).content_html ?? ""));
    expect(htmls.length).toBeGreaterThan(500);
    expect(await changed(htmls)).toEqual([]);
  });

  it("any that may be written", async () => {
    const htmls = fc.sample(storyHtml, { numRuns: 500, seed: 20 }).map(clean);
    expect(new Set(htmls).size).toBeGreaterThan(300);
    expect(await changed(htmls)).toEqual([]);
  });

  it.each([
    ["curly quotes, dashes and spaces that do not break", "<p>“Non”, dit-il — 40 € à 8 h</p>"],
    ["white space between paragraphs", "<p>a</p>\n\n<p>b\n  c</p>"],
    ["marks in another order", "<p><strong><em>a</em></strong><em><strong>b</strong></em></p>"],
    ["two links side by side", '<p><a href="https://a.example/">a</a><a href="https://a.example/">b</a></p>'],
    ["text without a paragraph", "one<br>\ntwo<p>three</p>four"],
    ["a line that is empty", "<p></p><p><em></em></p>"],
    ["code that begins with an empty line", "<pre>\n\n  a\n</pre>"],
    ["a list in a list", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"],
    [
      "a table with a head and spans",
      '<table><caption>C</caption><thead><tr><th scope="col">a</th><th>b</th></tr></thead><tbody><tr><td colspan="2">c</td></tr></tbody><tbody><tr><td>d</td><td align="right">e</td></tr></tbody></table>',
    ],
    ["a figure", '<figure><img src="https://a.example/a.jpg" alt="A"><figcaption>Cap <em>b</em></figcaption></figure>'],
    ["Hebrew beside English", '<p dir="rtl" lang="he">שלום</p><p>x</p>'],
  ])("%s", async (_, html) => expect(await changed([clean(html)])).toEqual([]));
});

describe("what can be edited", () => {
  it("is nearly all of real texts", async () => {
    const files = readdirSync(SAMPLE).filter((file) => file.endsWith(".json"));
    const htmls = files.map((file) => clean(JSON.parse(readFileSync(join(SAMPLE, file), "utf8")).content_html));
    expect((await throughEditor(htmls)).flatMap(({ kept }) => kept)).toEqual([]);
  });
});
