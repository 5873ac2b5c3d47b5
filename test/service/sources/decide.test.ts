import { describe, expect, it } from "vitest";
import type { Article, Status } from "../../../src/article/article.ts";
import { decideSaid, hashWords } from "../../../src/service/sources/decide.ts";

const article = (fields: Partial<Article> = {}): Article => ({
  id: "a",
  url: "https://other.example/a",
  title: "Theirs",
  content_html: "<p>Words.</p>",
  authors: [],
  tags: [],
  images: [],
  attachments: [],
  corrections: [],
  published_at: "2026-03-01T08:00:00Z",
  status: "usable",
  ...fields,
});

const TERMS = { name: "other", withhold: false };

/** What came of a story that the source had said to be so, that is so here, and that it says to be so now. */
function decided(
  before: Partial<Article> | null,
  here: Partial<Article> | undefined,
  now: Partial<Article>,
  terms = TERMS,
) {
  const item = before
    ? { said: before.status ?? "usable", words: hashWords(article(before)) }
    : { said: "" as const, words: "" };
  const words = article(now);
  const { article: next, isKeptOut } = decideSaid(item, here && article(here), { words, said: words.status }, terms);
  return { title: next?.title, status: next?.status, isKeptOut };
}

const NOTHING = { title: undefined, status: undefined, isKeptOut: false };

describe("what a source says", () => {
  it("is taken in as it is said", () => {
    expect(decided(null, undefined, {})).toEqual({ title: "Theirs", status: "usable", isKeptOut: false });
    expect(decided(null, undefined, {}, { ...TERMS, withhold: true })).toMatchObject({ status: "withheld" });
  });

  it("changes nothing where it says the same again", () => {
    expect(decided({}, {}, {})).toEqual(NOTHING);
    expect(decided(null, {}, {})).toEqual(NOTHING);
  });

  it("changes what it said, and not what was changed here", () => {
    expect(decided({}, {}, { title: "New" })).toEqual({ title: "New", status: "usable", isKeptOut: false });
    expect(decided({}, { title: "Ours" }, { title: "New" })).toEqual({ ...NOTHING, isKeptOut: true });
    expect(decided({}, { title: "Ours" }, {})).toEqual(NOTHING);
    // Both came to the same.
    expect(decided({}, { title: "New" }, { title: "New" })).toEqual(NOTHING);
    // It was here before, by another way.
    expect(decided(null, { title: "Ours" }, { title: "New" })).toEqual({ ...NOTHING, isKeptOut: true });
  });

  it.each<[what: string, before: Status, here: Status, now: Status, then: Status | undefined]>([
    ["takes back", "usable", "usable", "canceled", "canceled"],
    ["withholds", "usable", "usable", "withheld", "withheld"],
    ["comes back", "canceled", "canceled", "usable", "usable"],
    ["is shown again", "withheld", "withheld", "usable", "usable"],
    ["is a draft again after it was taken back", "canceled", "canceled", "withheld", "withheld"],
    ["leaves alone what an editor withheld", "usable", "withheld", "usable", undefined],
    ["leaves alone what an editor released", "withheld", "usable", "withheld", undefined],
    ["leaves alone what an editor took back", "usable", "canceled", "usable", undefined],
    ["does not release what an editor took back", "withheld", "canceled", "usable", undefined],
    ["takes back what an editor withheld", "usable", "withheld", "canceled", "canceled"],
  ])("%s", (_, before, here, now, then) => {
    expect(decided({ status: before }, { status: here }, { status: now }).status).toBe(then);
  });

  it("is taken back though an editor has changed its words, and keeps them", () => {
    expect(decided({}, { title: "Ours" }, { title: "New", status: "canceled" })).toEqual({
      title: "Ours",
      status: "canceled",
      isKeptOut: true,
    });
  });

  it("says by whom it was taken back, where it does not say why itself", () => {
    const item = { said: "usable" as const, words: hashWords(article()) };
    const without = decideSaid(item, article(), { words: null, said: "canceled" }, TERMS);
    expect(without.article).toMatchObject({ title: "Theirs", reason: "taken back at other" });
    const words = article({ status: "canceled", reason: "It was wrong" });
    expect(decideSaid(item, article(), { words, said: "canceled" }, TERMS).article).toMatchObject({
      reason: "It was wrong",
    });
    const canceled = article({ status: "canceled", reason: "taken back at other" });
    const back = decideSaid({ ...item, said: "canceled" }, canceled, { words: article(), said: "usable" }, TERMS);
    expect(back.article).toEqual(article());
  });

  it("waits for an editor again, once it has come back, where one releases its stories", () => {
    const terms = { ...TERMS, withhold: true };
    expect(decided({ status: "canceled" }, { status: "canceled" }, {}, terms)).toMatchObject({ status: "withheld" });
    expect(decided({}, {}, { title: "New" }, terms)).toMatchObject({ title: "New", status: "usable" });
  });
});

describe("the words of an article", () => {
  it("are the same where its elements are only called otherwise", () => {
    const html = (n: number) =>
      `<div id="gallery-${n}" class="gallery wp-block-gallery-${n}"><p aria-describedby="g-${n}">W</p><a href="#g-${n}">1</a></div>`;
    expect(hashWords(article({ content_html: html(1) }))).toBe(hashWords(article({ content_html: html(22) })));
  });

  it("are others where the text is, though it reads like a tag, and where an address is", () => {
    const [one, other] = ['<p>&#x3C;b class="a"></p>', '<p>&#x3C;b class="b"></p>'];
    expect(hashWords(article({ content_html: one }))).not.toBe(hashWords(article({ content_html: other })));
    const link = (path: string) => `<p><a href="https://other.example/${path}" class="x">there</a></p>`;
    expect(hashWords(article({ content_html: link("a") }))).not.toBe(hashWords(article({ content_html: link("b") })));
  });
});
