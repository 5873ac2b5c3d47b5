import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/article/article.ts";
import { type Dates, firstDates, nextDates } from "../../../src/article/dates.ts";
import { anArticle } from "../an-article.ts";

const hour = (hours: number) => Date.UTC(2026, 2, 1, hours);
const at = (hours: number) => new Date(hour(hours)).toISOString();
const correction = (hours: number) => ({ at: at(hours), note: "A name was wrong." });

/** An article published at eight and stored at nine, which has become another one at twelve. */
function next(
  before: Partial<Article>,
  after: Partial<Article>,
  { minor = false, now = hour(12), known = {} } = {},
): Dates {
  const old = anArticle(before);
  const article = anArticle(after);
  return nextDates({ ...firstDates(old, hour(9)), ...known }, { old, article, minor }, now);
}

describe("the next revision of a story that readers have seen", () => {
  it.each<[string, Partial<Article>, updated: number]>([
    ["is updated now where its text changed", { title: "B" }, 12],
    ["is updated when the newsroom says, where that has passed", { title: "B", updated_at: at(11) }, 11],
    ["is updated now, where the newsroom says a time ahead", { title: "B", updated_at: at(13) }, 12],
    ["is updated now, where the newsroom says a time that readers know of", { title: "B", updated_at: at(8) }, 12],
    ["is updated when its correction was made", { corrections: [correction(10)] }, 10],
    ["is not updated where nothing that is seen changed", { tags: ["new"] }, 8],
    ["is not updated by a statement alone", { updated_at: at(11) }, 8],
    ["is updated now where it is taken back", { status: "canceled" }, 12],
    ["is not updated where it is withheld: readers are told nothing", { status: "withheld" }, 8],
    ["is not updated where it expires", { expires_at: at(11) }, 8],
    ["is updated when its new embargo ends", { embargo_until: at(15) }, 15],
    ["is updated when it is published anew", { published_at: at(15) }, 15],
  ])("%s", (_, after, updated) =>
    expect(next({}, after)).toEqual({ published: hour(8), updated: hour(updated), public: true }),
  );

  it("is not updated where it was taken back before, unless its notice says something else", () => {
    const gone = { status: "canceled" as const, reason: "Wrong" };
    const known = { updated: hour(10), public: true };
    expect(next(gone, { ...gone, title: "B" }, { known }).updated).toBe(hour(10));
    expect(next(gone, { ...gone, reason: "Quite wrong" }, { known }).updated).toBe(hour(12));
  });

  it("keeps the date of its publication for good (RFC 4287 §4.2.9)", () => {
    for (const published_at of [at(1), at(11), at(20)])
      expect(next({}, { title: "B", published_at }).published).toBe(hour(8));
  });

  it("is not updated by what the newsroom calls minor, unless it is a correction", () => {
    expect(next({}, { title: "B" }, { minor: true }).updated).toBe(hour(8));
    expect(next({}, { title: "B", corrections: [correction(10)] }, { minor: true }).updated).toBe(hour(10));
  });

  it("is updated a millisecond later where the clock was set back", () => {
    const known = { updated: hour(13), public: true };
    expect(next({}, { title: "B" }, { known }).updated).toBe(hour(13) + 1);
    expect(next({}, { status: "canceled" }, { known }).updated).toBe(hour(13) + 1);
    expect(next({}, { tags: ["new"] }, { known }).updated).toBe(hour(13));
  });
});

describe("the next revision of a story that is out of readers' sight", () => {
  it("is updated now where they see it again, though nothing of it changed", () => {
    const known = { public: true };
    expect(next({ status: "withheld" }, {}, { known })).toEqual({
      published: hour(8),
      updated: hour(12),
      public: true,
    });
    expect(next({ status: "canceled" }, {}, { known }).updated).toBe(hour(12));
    expect(next({ expires_at: at(10) }, {}, { known }).updated).toBe(hour(12));
  });

  it("is updated now where they see it again, whatever time the newsroom states", () =>
    expect(next({ status: "withheld" }, { updated_at: at(11) }, { known: { public: true } }).updated).toBe(hour(12)));

  it("is told of as taken back, if they have ever seen it", () =>
    expect(next({ status: "withheld" }, { status: "canceled" }, { known: { public: true } })).toEqual({
      published: hour(8),
      updated: hour(12),
      public: true,
    }));

  it("forgets the end of an embargo that nobody saw", () => {
    const known = { updated: hour(20), public: true };
    expect(next({ embargo_until: at(20) }, { status: "canceled" }, { known }).updated).toBe(hour(12));
    expect(next({ embargo_until: at(20) }, {}, { known }).updated).toBe(hour(12));
    expect(next({ embargo_until: at(20) }, { embargo_until: at(15) }, { known }).updated).toBe(hour(15));
  });
});

describe("the next revision of a story that nobody has seen yet", () => {
  it("has the dates of a first one, another date of publication too", () => {
    const hidden = { published_at: at(15) };
    expect(next(hidden, { published_at: at(18), title: "B" })).toEqual({
      published: hour(18),
      updated: hour(18),
      public: false,
    });
    expect(next(hidden, { ...hidden, status: "canceled" })).toEqual({
      published: hour(15),
      updated: hour(15),
      public: false,
    });
  });

  it("is updated now where readers see it at once", () => {
    expect(next({ status: "withheld" }, {})).toEqual({ published: hour(8), updated: hour(12), public: false });
    expect(next({ embargo_until: at(20) }, { embargo_until: at(10) }).updated).toBe(hour(12));
  });

  it("counts as seen where it was visible between its revisions, though nothing said so", () => {
    expect(next({ embargo_until: at(11) }, { title: "B" })).toEqual({
      published: hour(8),
      updated: hour(12),
      public: true,
    });
    expect(next({ embargo_until: at(11) }, { tags: ["x"] }).updated).toBe(hour(11));
  });
});
