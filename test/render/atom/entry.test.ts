import { describe, expect, it, test } from "vitest";
import type { Entry } from "../../../src/feed/feed.ts";
import { renderAtom } from "../../../src/render/atom.ts";
import { bareEntry, bareFeed } from "../../verify/sample.ts";
import { entryText } from "../texts.ts";

const HEAD =
  '<title>In brief</title><id>https://old.example/?p=7</id><link href="https://gazette.example/2026/brief"/>';
const UPDATED = "<updated>2026-02-28T08:00:00Z</updated>";
const SUMMARY = "<summary>In brief</summary>";
const PUBLISHED = "<published>2026-02-28T08:00:00.000Z</published>";

const entry = (fields: Partial<Entry>): string => entryText(renderAtom, fields);

describe("an Atom entry", () => {
  it("with nothing optional holds what RFC 4287 §4.1.2 asks for, and no empty element", () => {
    expect(entry({})).toBe(`<entry>${HEAD}${UPDATED}${SUMMARY}${PUBLISHED}</entry>`);
  });

  it.each<[what: string, fields: Partial<Entry>, elements: string]>([
    [
      "a category each, in order (RFC 4287 §4.2.2)",
      { categories: ["News", 'R&B "live"'], section: "News" },
      '<category term="News"/><category term="R&#x26;B &#x22;live&#x22;"/>',
    ],
    [
      "where its information came from (RFC 4287 §4.2.7.2)",
      { credit: { name: "Wire & Co", url: "https://wire.example/?a&b" } },
      '<link rel="via" href="https://wire.example/?a&#x26;b" title="Wire &#x26; Co"/>',
    ],
    [
      "a dc:source where the credit has no address",
      { credit: { name: "Wire & Co" } },
      "<dc:source>Wire &#x26; Co</dc:source>",
    ],
    [
      "every file as an enclosure and as Media RSS, pictures first",
      {
        attachments: [{ url: "https://x.example/1.mp3", type: "audio/mpeg", length: 0, duration: 61.5 }],
        images: [{ url: "https://x.example/1.png", type: "image/png", caption: 'The "pier"', length: 9 }],
      },
      '<link rel="enclosure" href="https://x.example/1.png" type="image/png" length="9" title="The &#x22;pier&#x22;"/>' +
        '<link rel="enclosure" href="https://x.example/1.mp3" type="audio/mpeg" length="0"/>' +
        '<media:content url="https://x.example/1.png" type="image/png" medium="image" fileSize="9">' +
        '<media:description type="plain">The &#x22;pier&#x22;</media:description></media:content>' +
        '<media:content url="https://x.example/1.mp3" type="audio/mpeg" duration="62"/>',
    ],
    [
      "what partners' systems look for",
      { short_title: "Short", expires: "2026-04-01T00:00:00Z", status: "deleted" },
      "<mi:shortTitle>Short</mi:shortTitle><dcterms:valid>end=2026-04-01T00:00:00Z; scheme=W3C-DTF</dcterms:valid>" +
        '<media:status state="deleted"/>',
    ],
  ])("holds %s", (_, fields, elements) => {
    expect(entry(fields)).toBe(`<entry>${HEAD}${UPDATED}${SUMMARY}${PUBLISHED}${elements}</entry>`);
  });

  it("has a person of each author, with what is known of each (RFC 4287 §3.2)", () => {
    const authors = [{ name: "Ada & Co", email: "ada@x.example", url: "https://ada.example/?a&b" }, { name: "Bo" }];
    expect(entry({ authors })).toBe(
      `<entry>${HEAD}${UPDATED}${SUMMARY}` +
        "<author><name>Ada &#x26; Co</name><email>ada@x.example</email><uri>https://ada.example/?a&#x26;b</uri></author>" +
        `<author><name>Bo</name></author>${PUBLISHED}</entry>`,
    );
  });

  it("has rights of its own (RFC 4287 §4.2.10)", () => {
    expect(entry({ rights: "© <us>" })).toBe(
      `<entry>${HEAD}${UPDATED}${SUMMARY}${PUBLISHED}<rights>© &#x3C;us&#x3E;</rights></entry>`,
    );
  });

  it("names its language where it is not the feed's", () => {
    expect(entry({ language: "fr-CA" })).toBe(
      `<entry xml:lang="fr-CA">${HEAD}${UPDATED}${SUMMARY}${PUBLISHED}</entry>`,
    );
  });

  it("has its body as HTML, and title and summary as text (RFC 4287 §3.1.1)", () => {
    expect(entry({ title: "5 > 4 &amp; <b>", summary: "a\nb", content_html: "<p>a]]>b</p>" })).toBe(
      `<entry>${HEAD.replace("In brief", "5 &#x3E; 4 &#x26;amp; &#x3C;b&#x3E;")}${UPDATED}` +
        "<summary>a&#xA;b</summary>" +
        `<content type="html"><![CDATA[<p>a]]]]><![CDATA[>b</p>]]></content>${PUBLISHED}</entry>`,
    );
  });

  it("without a summary has none, and needs none beside its body", () => {
    expect(entry({ summary: undefined, content_html: "<p>x</p>" })).toBe(
      `<entry>${HEAD}${UPDATED}<content type="html"><![CDATA[<p>x</p>]]></content>${PUBLISHED}</entry>`,
    );
  });

  it("does not say what Atom has no element for: section, corrections, and updated once more", () => {
    const corrections = [{ at: "2026-03-01T00:00:00Z", note: "Second." }];
    expect(entry({ section: "News", corrections, modified: "2026-03-01T00:00:00Z" })).toBe(entry({}));
  });
});

describe("entries that share updated are told apart below the millisecond", () => {
  const updated = (...times: string[]): string[] => {
    const entries = times.map((updated, index) => ({ ...bareEntry, id: `tag:x,2026:${index}`, updated }));
    const { text, entries: spans } = renderAtom({ ...bareFeed, entries });
    return spans.map(([start, end]) => /<updated>([^<]*)/.exec(text.slice(start, end))?.[1] ?? "");
  };

  it.each<[what: string, times: string[], written: string[]]>([
    [
      "none, where all differ",
      ["2026-03-01T10:00:00Z", "2026-03-01T10:00:00.001Z"],
      ["2026-03-01T10:00:00Z", "2026-03-01T10:00:00.001Z"],
    ],
    [
      "the first of whole seconds keeps its time, the others follow",
      ["2026-03-01T10:00:00Z", "2026-03-01T10:00:00Z", "2026-03-01T10:00:00Z"],
      ["2026-03-01T10:00:00Z", "2026-03-01T10:00:00.000001Z", "2026-03-01T10:00:00.000002Z"],
    ],
    [
      "of milliseconds, too",
      ["2026-03-01T10:00:00.250Z", "2026-03-01T10:00:00.250Z"],
      ["2026-03-01T10:00:00.250Z", "2026-03-01T10:00:00.250001Z"],
    ],
    [
      "each time counts its own",
      ["2026-03-01T10:00:00Z", "2026-03-02T10:00:00Z", "2026-03-01T10:00:00Z", "2026-03-02T10:00:00Z"],
      ["2026-03-01T10:00:00Z", "2026-03-02T10:00:00Z", "2026-03-01T10:00:00.000001Z", "2026-03-02T10:00:00.000001Z"],
    ],
  ])("%s", (_, times, written) => {
    expect(updated(...times)).toEqual(written);
  });

  it("all of a hundred", () => {
    const times = updated(...Array.from({ length: 100 }, () => "2026-03-01T10:00:00Z"));
    expect(new Set(times).size).toBe(100);
    expect([...times].sort()).toEqual([...times.slice(1), "2026-03-01T10:00:00Z"]);
  });
});

test("a tombstone takes no part in ties: it has no updated (RFC 6721 §3)", () => {
  const deleted = { ...bareEntry, id: "tag:x,2026:1", deleted: { at: bareEntry.updated } };
  const { text } = renderAtom({ ...bareFeed, entries: [bareEntry, deleted] });
  expect(text).not.toContain(".000001Z");
});
