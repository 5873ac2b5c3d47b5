import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { parseArticle } from "../src/article/parse.ts";
import { composeEdition } from "../src/edition/compose.ts";
import { parseCatalog } from "../src/feed/catalog.ts";
import { toFeed } from "../src/feed/compose.ts";
import type { StoredArticle } from "../src/feed/entry.ts";
import { mintEntryId } from "../src/feed/identity.ts";
import { SITE } from "./site.ts";
import { stored } from "./stored.ts";

const { site, definitions } = parseCatalog(
  SITE,
  (["full", "summary", "headline"] as const).map((content) => ({
    slug: content,
    title: content,
    description: "x",
    content,
  })),
);

/** The nastiest text there is, more often than chance would have it. */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc
    .array(
      fc.constantFrom(
        ..."]]> ]] > <![CDATA[ <!-- --> &amp; &amp;amp; &lt; & < > \" ' \u0000 \u0008 \u001f \ud800 \udfff \uffff \ufffe \ufeff \u0085 \u2028 \u00a0 😀 עברית العربية 中文 urn:slot:0; <entry> </entry> <b>x</b> &nbsp; &#0; %00 \r\n \t \n".split(
          " ",
        ),
        "\r",
        "\n",
        "\t",
        " ",
        "a",
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
);

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const url = fc.oneof(
  text.map((path) => `https://g.example/${path}`),
  fc.webUrl(),
  text,
);
const time = fc.oneof(
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }).map((date) => date.toISOString()),
  text,
);
const list = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 });

const input = fc.record({
  id: fc.oneof(text, fc.string({ minLength: 1 })),
  url,
  title: text,
  summary: maybe(text),
  content_html: fc.oneof(
    text,
    text.map((inner) => `<p>${inner}</p>`),
    text.map((inner) => `<a href="${inner}">${inner}</a>`),
  ),
  authors: list(fc.record({ name: text, url: maybe(url), email: maybe(text) })),
  section: maybe(text),
  tags: list(text),
  language: maybe(fc.constantFrom("en", "ar-EG", "zh-Hans")),
  dateline: maybe(text),
  credit: maybe(fc.record({ name: text, url: maybe(url) })),
  images: list(
    fc.record({
      url,
      type: maybe(fc.constantFrom("image/png", "image/webp")),
      length: maybe(fc.nat()),
      caption: maybe(text),
      credit: maybe(text),
    }),
  ),
  attachments: list(
    fc.record({
      url,
      type: fc.constant("audio/mpeg"),
      length: maybe(fc.nat()),
      duration: maybe(fc.double({ min: 0, max: 1e6, noNaN: true })),
    }),
  ),
  rights: maybe(text),
  published_at: time,
  updated_at: maybe(time),
  corrections: list(fc.record({ at: time, note: text })),
  guid: maybe(text),
});

/** Nested values that fail are thrown out, so that most articles get through and the rest proves the refusal. */
function salvage(article: Record<string, unknown>): StoredArticle | null {
  for (let round = 0; round < 20; round += 1) {
    const parsed = parseArticle(article);
    if (parsed.status === "parsed")
      return stored(parsed.article.guid ?? mintEntryId(site, parsed.article.id), parsed.article);
    for (const { path } of parsed.problems) article = { ...article, ...repair(path.split("/")[1] ?? "") };
  }
  return null;
}

const repair = (field: string): Record<string, unknown> => ({
  [field]: {
    id: "fallback",
    url: "https://g.example/",
    title: "Fallback",
    published_at: "2026-01-01T00:00:00Z",
    content_html: "",
  }[field],
});

describe("an edition", () => {
  it.each([...definitions.values()])(
    "of any text at all, $content, is verified, and well-formed",
    async (definition) => {
      let stored = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(input, { minLength: 1, maxLength: 4 }), async (inputs) => {
          const articles = new Map(
            inputs.flatMap((one) => salvage(one) ?? []).map((article) => [article.entryId, article]),
          );
          stored += articles.size;
          const composition = await composeEdition(toFeed(site, definition, [...articles.values()]));
          if (composition.status === "refused") throw new Error(JSON.stringify(composition.discrepancies, null, 1));
          for (const { format, text } of composition.documents) {
            if (format === "json") expect(JSON.parse(text).items.length).toBe(articles.size);
            else expect(() => new SaxesParser({ xmlns: true }).write(text).close()).not.toThrow();
          }
        }),
        { numRuns: 300 },
      );
      expect(stored).toBeGreaterThan(300);
    },
  );

  it("has the same bytes when it is composed twice, in two processes", () => {
    const script = join(import.meta.dirname, "bench/etags.ts");
    const [first, second] = [1, 2].map(() =>
      execFileSync(process.execPath, [script], { encoding: "utf8", env: { TZ: "Asia/Kolkata" } }),
    );
    expect(first).toBe(second);
    expect(first).toMatch(/^rss [0-9a-f]{24}\natom [0-9a-f]{24}\njson [0-9a-f]{24}\n$/);
    expect(
      execFileSync(process.execPath, [script], {
        encoding: "utf8",
        env: { TZ: "America/Caracas", LANG: "tr_TR.UTF-8" },
      }),
    ).toBe(first);
  });
});
