import { describe, expect, it, test } from "vitest";
import { agreement, formatsOfOneFeed } from "../../src/proofread/agreement.ts";
import { golden, replace, sources, wireSources } from "../verify/documents.ts";

const named = (atom: string) => [
  { name: "rss", text: golden("rss") },
  { name: "atom", text: atom },
  { name: "json", text: golden("json") },
];

test.each(Object.entries(sources))("the formats of an edition %s agree", (_, documents) => {
  expect(agreement(documents.map(({ format, text }) => ({ name: format, text })))).toEqual([]);
});

describe("formats disagree on", () => {
  it.each([
    ["the feed's title", '<title type="text">Gazette', '<title type="text">The Gazette', "the title is"],
    ["an entry", "<id>https://old.example/?p=7</id>", "<id>https://new.example/</id>", "there is no entry"],
    ["an entry's title", "<title>In brief", "<title>In short", 'the title is "In brief" and "In short"'],
    ["an entry's address", "https://gazette.example/2026/brief", "https://gazette.example/2026/other", "the url is"],
    ["a date", "<published>2026-03-01T08:00:00Z", "<published>2026-03-01T09:00:00Z", "published is"],
    ["when an entry was changed", "2026-02-28T08:00:00.000001Z", "2026-02-28T09:00:00Z", "updated is"],
    ["an entry's text", "people</a> return", "people</a> leave", "the text is"],
  ])("%s", (_, search, replacement, message) => {
    const found = agreement(named(replace(golden("atom"), search, replacement)));
    expect(found.map((finding) => finding.message).join("\n")).toContain(message);
    expect(found.every(({ severity }) => severity === "error")).toBe(true);
  });
});

it("entries are matched by their address where no id is shared", () => {
  const atom = golden("atom").replaceAll(/<id>[^<]*/g, (id) => `${id}-atom`);
  const messages = agreement(named(atom)).map(({ message }) => message);
  expect(messages).toEqual(expect.arrayContaining([expect.stringContaining("the id is")]));
  expect(messages.join()).not.toContain("there is no entry");
});

it("documents that cannot be read are left to the proofreader", () => {
  expect(
    agreement([
      { name: "rss", text: golden("rss") },
      { name: "broken", text: "<rss" },
    ]),
  ).toEqual([]);
});

it("the formats of one feed are found among many documents", () => {
  const other = replace(
    golden("rss"),
    "<title>Gazette &amp; Co: &lt;local&gt;</title>\n    <link>",
    "<title>Another</title>\n    <link>",
  )
    .replaceAll("gazette.example", "other.example")
    .replaceAll("old.example", "older.example");
  const all = [...named(golden("atom")), { name: "another", text: other }, { name: "broken", text: "" }];
  expect(formatsOfOneFeed(all).map((group) => group.map(({ name }) => name))).toEqual([["rss", "atom", "json"]]);
});

/** A JSON Feed of a few items, which is the shortest to write. */
const json = (title: string, ...items: object[]): string => JSON.stringify({ title, items });

/** What is found between a feed of these items and one of those. */
const between = (one: object[], other: object[]) =>
  agreement([
    { name: "one", text: json("T", ...one) },
    { name: "other", text: json("T", ...other) },
  ]);

describe("a disagreement is told with both documents, the entry, and both values", () => {
  it("of the title", () => {
    expect(
      agreement([
        { name: "one", text: json("T") },
        { name: "other", text: json("t") },
      ]),
    ).toEqual([
      { rule: "formats/title", severity: "error", where: "one and other", message: 'the title is "T" and "t"' },
    ]);
  });

  it.each<[what: string, one: object[], other: object[], found: [rule: string, where: string, message: string][]]>([
    ["none", [{ id: "a", title: "x" }], [{ id: "a", title: "x" }], []],
    ["none where one does not say it", [{ id: "a", title: "x" }], [{ id: "a" }], []],
    [
      "an entry that is not in the other",
      [{ id: "a" }, { id: "b" }],
      [{ id: "a" }],
      [["formats/entries", "other", "there is no entry b, which is in one"]],
    ],
    [
      "an entry that is in the other alone",
      [{ id: "a" }],
      [{ id: "a" }, { id: "b" }],
      [["formats/entries", "one", "there is no entry b, which is in other"]],
    ],
    [
      "an address",
      [{ id: "a", url: "u" }],
      [{ id: "a", url: "v" }],
      [["formats/entry-url", "one and other, entry a", 'the url is "u" and "v"']],
    ],
    [
      "an id, where entries have addresses in common only",
      [{ id: "a", url: "u" }],
      [{ id: "b", url: "u" }],
      [["formats/entry-id", "one and other, entry a", 'the id is "a" and "b"']],
    ],
    [
      "no entry without an id on one side, which its address tells",
      [
        { id: "a", url: "u" },
        { id: "b", url: "v", title: "x" },
      ],
      [
        { id: "a", url: "u" },
        { url: "v", title: "y" },
      ],
      [["formats/entry-title", "one and other, entry b", 'the title is "x" and "y"']],
    ],
    [
      "no entry that has neither id nor address: nobody can say which it is",
      [{ id: "a" }, { title: "x" }, { title: "y" }],
      [{ id: "a" }, { title: "z" }],
      [],
    ],
    [
      "none where an id or an address stands twice, of which the first counts",
      [
        { id: "a", title: "x" },
        { id: "a", title: "y" },
      ],
      [
        { id: "a", title: "x" },
        { id: "a", title: "z" },
      ],
      [],
    ],
    [
      "none where all entries have one address, and no ids",
      [
        { url: "u", title: "x" },
        { url: "u", title: "y" },
      ],
      [
        { url: "u", title: "x" },
        { url: "u", title: "y" },
      ],
      [],
    ],
    [
      "a date",
      [{ id: "a", date_published: "2026-03-01T08:00:00Z" }],
      [{ id: "a", date_published: "2026-03-01T08:00:01Z" }],
      [
        [
          "formats/entry-date",
          "one and other, entry a",
          "published is 2026-03-01T08:00:00.000Z and 2026-03-01T08:00:01.000Z",
        ],
      ],
    ],
    [
      "no fraction of a second, which RSS has not",
      [{ id: "a", date_modified: "2026-03-01T08:00:00.999Z" }],
      [{ id: "a", date_modified: "2026-03-01T08:00:00Z" }],
      [],
    ],
    [
      "a long text, from shortly before where they part",
      [{ id: "a", content_text: `${"x".repeat(50)} one` }],
      [{ id: "a", content_text: `${"x".repeat(50)} two` }],
      [
        [
          "formats/entry-text",
          "one and other, entry a",
          `the text is "…${"x".repeat(19)} one" and "…${"x".repeat(19)} two"`,
        ],
      ],
    ],
    [
      "a long text, clipped",
      [{ id: "a", content_text: `1${"x".repeat(200)}` }],
      [{ id: "a", content_text: `2${"x".repeat(200)}` }],
      [["formats/entry-text", "one and other, entry a", `the text is "1${"x".repeat(99)}…" and "2${"x".repeat(99)}…"`]],
    ],
  ])("%s", (_, one, other, found) => {
    expect(between(one, other)).toEqual(
      found.map(([rule, where, message]) => ({ rule, severity: "error", where, message })),
    );
  });
});

it("an entry with a tombstone may still stand as a notice in another format (RFC 6721)", () => {
  for (const documents of Object.values(wireSources)) {
    const all = documents.map(({ format, text }) => ({ name: format, text }));
    expect(agreement(all)).toEqual([]);
    expect(agreement(all.toReversed())).toEqual([]);
  }
});

describe("documents are taken for formats of one feed", () => {
  const rss = (title: string, id: string, home = ""): string =>
    `<rss version="2.0"><channel><title>${title}</title><link>${home}</link><item><guid>${id}</guid></item></channel></rss>`;
  const jsonAt = (home: string) => JSON.stringify({ title: "T", home_page_url: home, items: [{ id: "b" }] });
  const groups = (...texts: string[]): string[][] =>
    formatsOfOneFeed(texts.map((text, index) => ({ name: String(index), text }))).map((group) =>
      group.map(({ name }) => name),
    );

  it.each<[what: string, texts: string[], groups: string[][]]>([
    ["none, alone", [json("T")], []],
    ["of one title", [json("T"), rss("T", "a")], [["0", "1"]]],
    ["of one title and home", [jsonAt("https://t.example/"), rss("T", "a", "https://t.example")], [["0", "1"]]],
    ["not of one title at several sites", [jsonAt("https://t.example/"), rss("T", "a", "https://u.example/")], []],
    ["not of one title and no home", [json("T", { id: "b" }), rss("T", "a")], []],
    ["not without a title, which is no title in common", [json(""), rss("", "a")], []],
    ["of an entry in common", [json("T", { id: "a" }), rss("U", "a")], [["0", "1"]]],
    ["not of one format", [json("T", { id: "a" }), json("T", { id: "a" })], []],
    [
      "a third of the same format starts another group",
      [json("T"), json("T"), rss("T", "a"), rss("T", "b")],
      [
        ["0", "2"],
        ["1", "3"],
      ],
    ],
    ["but for those that cannot be read", [json("T"), "<rss", rss("T", "a")], [["0", "2"]]],
  ])("%s", (_, texts, expected) => {
    expect(groups(...texts)).toEqual(expected);
  });
});
