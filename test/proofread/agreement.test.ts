import { describe, expect, it, test } from "vitest";
import { agreement, formatsOfOneFeed } from "../../src/proofread/agreement.ts";
import { golden, replace, sources } from "../verify/documents.ts";

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
