import fc from "fast-check";
import type { Article } from "../../../../../src/article/article.ts";
import { parseArticle } from "../../../../../src/article/parse.ts";

const words = fc
  .array(fc.constantFrom("Vote", "tide, high", "Straße", "שלום", "港", "a.b", "<b>&", "“so”", "x\u00a0y"), {
    minLength: 1,
    maxLength: 3,
  })
  .map((list) => list.join(" "));
const url = fc.webUrl({ withQueryParameters: true });
const slug = fc.constantFrom("radio", "tv", "all", "none", "some");
const time = fc
  .integer({ min: Date.UTC(2000, 0), max: Date.UTC(2035, 0) })
  .map((at) => new Date(at).toISOString().replace(".000Z", "Z"));
const allowance = fc.oneof(fc.constantFrom("all" as const, "none" as const), fc.array(slug, { maxLength: 3 }));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Any article, as it is stored: with all that one may have. */
export const anyArticle: fc.Arbitrary<Article> = fc
  .record({
    id: fc.constant("a"),
    url,
    title: words,
    summary: maybe(words),
    content_html: fc.constantFrom(
      "",
      "<p>Text</p>",
      "<pre>\n\n two\n lines </pre>",
      "<p>a<br>b &amp; c</p>\n<ul><li>d</li></ul>",
    ),
    authors: fc.array(fc.record({ name: words, url: maybe(url), email: maybe(fc.constant("a@gazette.example")) }), {
      maxLength: 3,
    }),
    section: maybe(words),
    tags: fc.array(words, { maxLength: 4 }),
    language: maybe(fc.constantFrom("en-GB", "he", "zh-Hant-TW")),
    dateline: maybe(words),
    credit: maybe(fc.record({ name: words, url: maybe(url) })),
    images: fc.array(
      fc.record({
        url,
        type: maybe(fc.constant("image/jpeg")),
        width: maybe(fc.integer({ min: 1, max: 9_000 })),
        height: maybe(fc.integer({ min: 1, max: 9_000 })),
        length: maybe(fc.nat()),
        caption: maybe(words),
        credit: maybe(words),
        rights: maybe(words),
        syndication: maybe(allowance),
        license: maybe(fc.record({ id: maybe(words), licensor: maybe(words) })),
      }),
      { maxLength: 12 },
    ),
    attachments: fc.array(
      fc.record({
        url,
        type: fc.constant("audio/mpeg"),
        length: maybe(fc.nat()),
        duration: maybe(fc.double({ min: 0, max: 1e9, noNaN: true })),
        caption: maybe(words),
        credit: maybe(words),
        rights: maybe(words),
      }),
      { maxLength: 2 },
    ),
    rights: maybe(words),
    syndication: maybe(
      fc.record({
        allow: allowance,
        summary_only: maybe(fc.array(slug, { maxLength: 2 })),
        embargo: maybe(fc.dictionary(slug, time, { maxKeys: 2 })),
        until: maybe(time),
      }),
    ),
    published_at: time,
    updated_at: maybe(time),
    embargo_until: maybe(time),
    expires_at: maybe(time),
    corrections: fc.array(fc.record({ at: time, note: words }), { maxLength: 2 }),
    status: fc.constantFrom("usable" as const, "withheld" as const, "draft" as const),
    guid: maybe(words),
  })
  .map((input) => {
    const parsed = parseArticle(input);
    if (parsed.status === "problems") throw new Error(JSON.stringify(parsed.problems));
    return parsed.article;
  });
