import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Entry, Feed, Format } from "../../../src/feed/feed.ts";
import { type RenderedDocument, render } from "../../../src/render/render.ts";
import {
  bareEntry,
  bareFeed,
  deletedEntry,
  fullEntry,
  partnerFeed,
  plainEntry,
  sampleFeed,
} from "../../verify/sample.ts";

const SEPARATORS: Record<Format, string> = { rss: "", atom: "", json: "," };

const FEEDS: [string, Feed][] = [
  ["of every field", sampleFeed],
  ["for a partner", partnerFeed],
  ["of one entry", bareFeed],
  ["without entries", { ...bareFeed, entries: [] }],
  ["of tombstones alone", { ...bareFeed, entries: [deletedEntry, { ...deletedEntry, id: "tag:x,2026:2" }] }],
  [
    "of a tombstone without a reason, which is an element without content",
    { ...bareFeed, entries: [bareEntry, { ...deletedEntry, deleted: { at: deletedEntry.deleted.at } }] },
  ],
  ["of an entry in another language", { ...bareFeed, entries: [{ ...bareEntry, language: "de" }, plainEntry] }],
];

describe.each(FEEDS)("the entries of a feed %s", (_, feed) => {
  it.each(render(feed))("stand in their order in $format, with separators only between them", (document) => {
    expect(document.entries).toHaveLength(feed.entries.length);
    expect(between(document)).toEqual(feed.entries.slice(1).map(() => SEPARATORS[document.format]));
  });

  it.each(render(feed))("are whole elements or objects of $format, each with its own id", (document) => {
    const { format, text, entries } = document;
    for (const [index, [start, end]] of entries.entries()) {
      const entry = text.slice(start, end);
      expect(entry).toMatch(WHOLE[format]);
      expect(feed.entries.filter(({ id }) => entry.includes(ID[format](id)))).toEqual([feed.entries[index]]);
    }
  });
});

/** One entry: its first letters, none like them after, its last letters. */
const WHOLE: Record<Format, RegExp> = {
  rss: /^<item[ >](?:(?!<item).)*<\/item>$/s,
  atom: /^<(entry|at:deleted-entry)[ >](?:(?!<entry|<at:deleted-entry).)*(?:<\/\1>|\/>)$/s,
  json: /^\{"id":.*\}$/s,
};

/** How an id stands in its entry; those of the samples need no escaping. */
const ID: Record<Format, (id: string) => string> = {
  rss: (id) => `>${id}</guid>`,
  atom: (id) => `${id.startsWith("http") ? "<id>" : ""}${id}`,
  json: (id) => `"id":"${id}"`,
};

test("an entry of JSON Feed is an object by itself", () => {
  const { text, entries } = documentOf(sampleFeed, "json");
  const whole = JSON.parse(text);
  expect(entries.map(([start, end]) => JSON.parse(text.slice(start, end)))).toEqual(whole.items);
});

describe("a text that looks like an entry's start or end", () => {
  it.each([
    "<item>",
    "</item>",
    "<entry>",
    "</entry>",
    "<at:deleted-entry/>",
    "\n        {",
    "\n        }",
    '\n    "items": [',
    '"items": [{',
    "urn:slot:0;",
    "\u0001",
    "\\u00010",
  ])("%j cuts no entry", (text) => {
    const hostile = { ...plainEntry, title: text, content_html: text, summary: text, categories: [text] };
    const feed = { ...bareFeed, title: text, entries: [hostile, fullEntry, { ...hostile, id: "tag:x,2026:2" }] };
    for (const document of render(feed))
      expect(between(document)).toEqual([SEPARATORS[document.format], SEPARATORS[document.format]]);
  });
});

test("cutting entries out leaves the document of the others, whatever they hold", () => {
  const line = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((text) => !text.includes("\u0001"));
  // Times differ, so that no tie has to be broken by the place of an entry.
  const entries = fc
    .uniqueArray(fc.tuple(line, line), { minLength: 2, maxLength: 5, selector: ([id]) => id })
    .map((lines) =>
      lines.map(
        ([id, title], index): Entry => ({
          ...plainEntry,
          id,
          title,
          content_html: title,
          updated: `2026-02-28T08:00:0${index}Z`,
        }),
      ),
    );
  fc.assert(
    fc.property(entries, fc.nat(), (entries, choice) => {
      const kept = entries.filter((_, index) => index !== choice % entries.length);
      for (const { format, text, entries: spans } of render({ ...bareFeed, entries })) {
        const texts = spans
          .filter((_, index) => index !== choice % entries.length)
          .map(([start, end]) => text.slice(start, end));
        const [first, last] = [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0];
        expect(text.slice(0, first) + texts.join(SEPARATORS[format]) + text.slice(last)).toBe(
          documentOf({ ...bareFeed, entries: kept }, format).text,
        );
      }
    }),
  );
});

/** What stands between one entry and the next. */
const between = ({ text, entries }: RenderedDocument): string[] =>
  entries.slice(1).map(([start], index) => text.slice(entries[index]?.[1], start));

function documentOf(feed: Feed, format: Format): RenderedDocument {
  const document = render(feed).find((one) => one.format === format);
  if (!document) throw new Error(`there is no ${format}`);
  return document;
}
