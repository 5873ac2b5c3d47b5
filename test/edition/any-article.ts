import fc from "fast-check";
import { parseArticle } from "../../src/article/parse.ts";
import type { Site } from "../../src/feed/definition.ts";
import type { StoredArticle } from "../../src/feed/entry.ts";
import { mintEntryId } from "../../src/feed/identity.ts";
import { stored } from "../stored.ts";

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
const upToThree = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 });

/** An article as anybody may send it. */
export const anyArticle = fc.record({
  id: fc.oneof(text, fc.string({ minLength: 1 })),
  url,
  title: text,
  summary: maybe(text),
  content_html: fc.oneof(
    text,
    text.map((inner) => `<p>${inner}</p>`),
    text.map((inner) => `<a href="${inner}">${inner}</a>`),
  ),
  authors: upToThree(fc.record({ name: text, url: maybe(url), email: maybe(text) })),
  section: maybe(text),
  tags: upToThree(text),
  language: maybe(fc.constantFrom("en", "ar-EG", "zh-Hans")),
  dateline: maybe(text),
  credit: maybe(fc.record({ name: text, url: maybe(url) })),
  images: upToThree(
    fc.record({
      url,
      type: maybe(fc.constantFrom("image/png", "image/webp")),
      length: maybe(fc.nat()),
      caption: maybe(text),
      credit: maybe(text),
      rights: maybe(text),
    }),
  ),
  attachments: upToThree(
    fc.record({
      url,
      type: fc.constant("audio/mpeg"),
      length: maybe(fc.nat()),
      duration: maybe(fc.double({ min: 0, max: 1e6, noNaN: true })),
      caption: maybe(text),
      credit: maybe(text),
      rights: maybe(text),
    }),
  ),
  rights: maybe(text),
  published_at: time,
  updated_at: maybe(time),
  corrections: upToThree(fc.record({ at: time, note: text })),
  guid: maybe(text),
});

/**
 * Nested values that fail are thrown out, so that most articles get through and the rest proves the refusal.
 */
export function salvage(article: Record<string, unknown>, site: Site): StoredArticle | null {
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
