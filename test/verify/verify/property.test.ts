import fc from "fast-check";
import { expect, test } from "vitest";
import { oneLine, stripForbidden } from "../../../src/article/text.ts";
import type { Entry, Feed } from "../../../src/feed/feed.ts";
import { render } from "../../../src/render/render.ts";
import { verifyEdition } from "../../../src/verify/verify.ts";
import { sampleFeed } from "../sample.ts";

/** What is hard in XML, HTML, JSON, or in a reader's code. */
const HARD = [
  "]]>",
  "<![CDATA[",
  "&amp;",
  "&lt;b&gt;",
  "&copy",
  "&#0;",
  "<p>",
  "</item>",
  "\\",
  '"',
  "'",
  "--",
  "<!--",
  "\u00a0",
  "\u2028",
  "\u0085",
  "👩‍👧",
  "__proto__",
];

/** A line as parsing an article leaves it. */
const line = fc
  .array(fc.oneof(fc.constantFrom(...HARD), fc.string({ unit: "binary", maxLength: 8 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => oneLine(stripForbidden(parts.join("")).text))
  .filter((text) => text !== "");
const url = fc
  .webUrl({ withQueryParameters: true, withFragments: true })
  .map((text) => new URL(text).href.replaceAll("'", "%27"));
const time = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2099-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().replace(".000Z", "Z"));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const upToThree = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });
const mime = fc.constantFrom("image/jpeg", "audio/mpeg", "application/pdf");
const count = fc.nat();

const entry: fc.Arbitrary<Entry> = fc
  .record({
    id: line,
    url,
    title: line,
    summary: maybe(line),
    body: maybe(line),
    published: time,
    updated: time,
    authors: upToThree(fc.record({ name: line, url: maybe(url), email: maybe(fc.constant("a@b.example")) })),
    categories: fc.uniqueArray(line, { maxLength: 3 }),
    section: maybe(line),
    language: fc.constantFrom("en", "de", "pt-BR"),
    images: upToThree(
      fc.record({
        url,
        type: mime,
        width: maybe(count),
        height: maybe(count),
        length: maybe(count),
        caption: maybe(line),
        credit: maybe(line),
      }),
    ),
    attachments: upToThree(
      fc.record({
        url,
        type: mime,
        length: maybe(count),
        duration: maybe(fc.double({ min: 0, max: 1e9, noNaN: true })),
      }),
    ),
    credit: maybe(fc.record({ name: line, url: maybe(url) })),
    rights: maybe(line),
    corrections: upToThree(fc.record({ at: time, note: line })),
  })
  .map(({ body, summary, ...entry }) => ({
    ...entry,
    content_html:
      body && `<p>${body.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;").replaceAll("]]>", "]]&gt;")}</p>`,
    summary: body === undefined ? (summary ?? entry.title) : summary,
  }));

const feed: fc.Arbitrary<Feed> = fc
  .record({
    entries: fc.uniqueArray(entry, { maxLength: 4, selector: ({ id }) => id }),
    title: line,
    description: line,
    rights: maybe(line),
    updated: time,
  })
  .map((fields) => ({ ...sampleFeed, ...fields }));

// Hundreds of editions: how long they take is the affair of a machine that may be busy.
test("whatever an article may hold comes back from our own documents as it was stored", { timeout: 0 }, async () => {
  await fc.assert(
    fc.asyncProperty(feed, async (feed) => {
      expect(await verifyEdition(feed, render(feed))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
