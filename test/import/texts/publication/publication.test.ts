import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPublication } from "../../../../src/import/texts/publication/publication.ts";
import * as words from "../../../../src/import/texts/publication/publication-words.ts";
import { timeIn } from "../../../../src/import/texts/written-time.ts";
import { NOW } from "../../helpers.ts";

const published = "2024-05-01T10:00:00Z";
const publication = (fields: Record<string, unknown>, times = {}) =>
  readPublication(fields, { published, now: NOW, read: (value) => timeIn(value, undefined), ...times });

const DAY = "2031-01-01T00:00:00Z";

describe("what keeps a story back", () => {
  it.each([
    ...[true, "true", "TRUE", "yes", "on", 1, "1", "Draft", "draft", "y"].map((draft) => ({ draft })),
    { Draft: true },
    { params: { draft: true } },
  ])("is a draft: %j", (fields) => {
    expect(publication(fields)).toEqual({ withheld: "it is a draft" });
  });

  it.each([
    [{ published: false }, "it says published: false"],
    [{ Published: "No" }, "it says Published: No"],
    [{ publish: false }, "it says publish: false"],
    [{ "dg-publish": false }, "it says dg-publish: false"],
    [{ public: "off" }, "it says public: off"],
    [{ render: "never" }, "it says render: never"],
    [{ private: true }, "it says private: true"],
    [{ hidden: "hidden" }, "it says hidden: hidden"],
    [{ unlisted: true }, "it says unlisted: true"],
    [{ is_protected: 1 }, "it says is_protected: 1"],
    [{ members: true }, "it says members: true"],
    [{ headless: true }, "it says headless: true"],
    [{ eleventyExcludeFromCollections: true }, "it says eleventyExcludeFromCollections: true"],
    [{ build: { render: "never" } }, 'it says build: {"render":"never"}'],
    [{ _build: { List: false } }, 'it says _build: {"List":false}'],
    [{ _build: { list: "local" } }, 'it says _build: {"list":"local"}'],
    [{ feed: { excluded: true } }, 'it says feed: {"excluded":true}'],
    [{ feed: false }, "it says feed: false"],
    [{ include_in_rss: "no" }, "it says include_in_rss: no"],
    [{ routable: false }, "it says routable: false"],
    [{ ready: false }, "it says ready: false"],
    [{ enabled: "nein" }, "it says enabled: nein"],
    [{ active: false }, "it says active: false"],
    [{ released: false }, "it says released: false"],
    [{ brouillon: "oui" }, "it says brouillon: oui"],
    [{ private: "“true”" }, "it says private: “true”"],
    [{ "“private”": true }, "it says “private”: true"],
    [{ state: { published: false } }, "it says published: false"],
    [{ publication: { status: "draft" } }, "it says status: draft"],
    [{ meta: { draft: true } }, "it is a draft"],
    [{ status: "skip" }, "it says status: skip"],
    [{ status: "draft" }, "it says status: draft"],
    [{ Status: "Private" }, "it says Status: Private"],
    [{ status: "auto-draft" }, "it says status: auto-draft"],
    [{ post_status: "pending" }, "it says post_status: pending"],
    [{ visibility: "members" }, "it says visibility: members"],
    [{ access: "paid" }, "it says access: paid"],
    [{ type: "draft" }, "it says type: draft"],
    [{ permalink: false }, "its permalink gives it no page of its own"],
    [{ permalink: { build: false } }, "its permalink gives it no page of its own"],
    [{ password: "swordfish" }, "it has a password"],
    [{ password: 1234 }, "it has a password"],
    [{ scheduled: true }, "it says scheduled: true"],
    [{ status: "scheduled" }, "it says status: scheduled"],
    [{ expired: true, expires: true }, "it says expires: true"],
  ])("is a word that is understood: %j", (fields, withheld) => {
    expect(publication(fields)).toEqual({ withheld });
  });

  it.each([
    [{ access: { "site.login": true } }, 'it says access: {"site.login":true}, which nobody here understands'],
    [{ published: "perhaps" }, "it says published: perhaps, which nobody here understands"],
    [{ draft: "soon" }, "it says draft: soon, which nobody here understands"],
    [{ draft: [true] }, "it says draft: [true], which nobody here understands"],
    [{ draft: 2 }, "it says draft: 2, which nobody here understands"],
    [{ status: "review" }, "it says status: review, which nobody here understands"],
    [{ status: ["published", "later"] }, 'it says status: ["published","later"], which nobody here understands'],
    [{ publishDate: "soon" }, "it says publishDate: soon, which nobody here understands"],
    [{ expiryDate: "some day" }, "it says expiryDate: some day, which nobody here understands"],
    [{ build: "later" }, "it says build: later, which nobody here understands"],
  ])("is one that is not: %j", (fields, withheld) => {
    expect(publication(fields)).toEqual({ withheld, isUnclear: true });
  });

  it.each([
    {},
    { draft: false },
    { draft: "False" },
    { draft: null },
    { draft: "" },
    { draft: "public" },
    { published: true },
    { published: "yes" },
    { published: "2024-05-01" },
    { publish: "2024-04-30 10:00" },
    { status: "publish" },
    { status: "Published" },
    { visibility: "public" },
    { status: ["published"] },
    { password: "" },
    { password: false },
    { hidden: "no" },
    { render: "always" },
    { build: { render: "always", list: "always", publishResources: false } },
    { feed: { excluded: false } },
    { feed: "https://gazette.example/feed" },
    { permalink: "/a/" },
    { publishDate: "2024-04-30" },
    { embargo: false },
    { type: "post" },
    { state: "Ohio" },
    { layout: "page" },
    { hide: ["toc"] },
    { members: ["Ada", "Bob"] },
    { live: "https://gazette.example/live" },
    { publisher: "The Gazette" },
    { hideSummary: true },
    { drafted_by: "Ada" },
  ])("is nothing in %j", (fields) => {
    expect(publication(fields)).toEqual({});
  });
});

describe("from when, and until when", () => {
  it.each([
    [{ publishDate: "2031-01-01" }, { embargo: DAY }],
    [
      { publishdate: "2031-01-01", draft: true },
      { embargo: DAY, withheld: "it is a draft" },
    ],
    [{ pubDate: "2031-01-01" }, { embargo: DAY }],
    [{ published: "2031-01-01" }, { embargo: DAY }],
    [{ embargo: "2030-01-01", publish_on: "2031-01-01" }, { embargo: DAY }],
    [{ expiryDate: "2031-01-01" }, { expiry: DAY }],
    [{ unpublishdate: "2020-01-01" }, { expiry: "2020-01-01T00:00:00Z" }],
    [{ expires: "2032-01-01", published_until: "2031-01-01" }, { expiry: DAY }],
  ])("%j", (fields, expected) => {
    expect(publication(fields)).toEqual(expected);
  });

  it("what is to come out at its date does so, as long as that lies ahead", () => {
    for (const fields of [{ status: "scheduled" }, { status: "future" }, { scheduled: "yes" }, { embargo: true }])
      expect(publication(fields, { published: DAY })).toEqual({ embargo: DAY });
  });
});

it("an article's own status passes", () => {
  expect(publication({ status: "canceled" })).toEqual({ status: "canceled" });
});

it("no front matter that speaks against publication ends public, whatever else it says", () => {
  const spelled = (name: string) =>
    fc.constantFrom(
      name,
      name.toUpperCase(),
      name.replace(/^is/, "is_"),
      name.replace(/^./, (c) => c.toUpperCase()),
    );
  const one = (names: Set<string>, values: unknown[]) =>
    fc.constantFrom(...names).chain((name) => fc.tuple(spelled(name), fc.constantFrom(...values)));
  const against = fc.oneof(
    one(words.HIDDEN_IF_TRUE, [true, "true", "Yes", "ON", 1]),
    one(words.SHOWN_IF_TRUE, [false, "false", "No", "OFF", 0]),
    one(words.STATES, [...words.HIDDEN, "Draft", "PRIVATE", "unheard of"]),
    one(words.MAYBE_STATES, [...words.HIDDEN]),
    one(words.PASSWORDS, ["x", 7, true]),
  );
  const other = fc.dictionary(fc.string(), fc.jsonValue());
  fc.assert(
    fc.property(against, other, other, ([key, value], before, after) => {
      expect(publication({ ...before, [key]: value }).withheld ?? "").not.toBe("");
      expect(publication({ ...before, ...after, [key]: value }).withheld ?? "").not.toBe("");
    }),
  );
});
