import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import type { Dates } from "../../src/article/dates.ts";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { memberships } from "../../src/feed/membership.ts";
import { anArticle } from "../article/an-article.ts";
import { SITE } from "../site.ts";

const HOUR = 3_600_000;
const PUBLISHED = Date.parse("2026-03-01T08:00:00Z");
const iso = (hours: number): string => new Date(PUBLISHED + hours * HOUR).toISOString();

const catalog = parseCatalog(SITE, [
  { slug: "all", title: "All", description: "All" },
  { slug: "brief", title: "Brief", description: "Brief", retention: 1 },
  { slug: "radio", title: "Radio", description: "Radio", access: "partner", partner: "radio" },
  { slug: "paper", title: "Paper", description: "Paper", access: "partner", partner: "paper" },
]);

const defined = (slugs: string[]) => slugs.flatMap((slug) => catalog.all.get(slug) ?? []);

/** First published at hour 0, last updated at an hour after it. */
const dates = (updated = 0, more: Partial<Dates> = {}): Dates => ({
  published: PUBLISHED,
  updated: PUBLISHED + updated * HOUR,
  public: true,
  ...more,
});

/** In hours after the publication: when it was updated, and from when until when it is shown. */
const spans = (one: Article, at: Dates, feeds: string[]) =>
  Object.fromEntries(
    memberships(one, at, defined(feeds)).map(({ feed, updated, visible_from, visible_until, notice }) => [
      feed,
      [
        ...[updated, visible_from].map((time) => (time - PUBLISHED) / HOUR),
        visible_until === null ? null : (visible_until - PUBLISHED) / HOUR,
        notice,
      ],
    ]),
  );

describe("an article's memberships", () => {
  it("say of each feed when it shows the article, in the order of the feeds", () => {
    expect(memberships(anArticle(), dates(2), defined(["radio", "all"]))).toEqual(
      ["radio", "all"].map((feed) => ({
        ...{ feed, article_id: "a", updated: PUBLISHED + 2 * HOUR },
        ...{ visible_from: PUBLISHED, visible_until: null, notice: 0 },
      })),
    );
  });

  it("are none in no feeds", () => {
    expect(memberships(anArticle(), dates(), [])).toEqual([]);
  });

  it.each([
    ["is withheld", { status: "withheld" as const }],
    ["expires before it is published", { expires_at: iso(-1) }],
    ["expires the moment it is published", { expires_at: iso(0) }],
    ["expires before its embargo ends", { embargo_until: iso(5), expires_at: iso(4) }],
  ])("are none of what nobody may see: it %s", (_, fields) => {
    expect(memberships(anArticle(fields), dates(), defined(["all", "radio"]))).toEqual([]);
  });

  it("are as new as the newsroom states, be it before the story can be seen", () => {
    expect(spans(anArticle(), dates(-5), ["all", "radio"])).toEqual({ all: [-5, 0, null, 0], radio: [-5, 0, null, 0] });
  });

  it("begin with the embargo and end with the expiry", () => {
    const held = anArticle({ embargo_until: iso(3), expires_at: iso(9) });
    expect(spans(held, dates(3), ["all"])).toEqual({ all: [3, 3, 9, 0] });
  });
});

describe("a partner's licence", () => {
  it("makes a story new when the partner's own embargo ends, for that partner alone", () => {
    const one = anArticle({ syndication: { allow: "all", embargo: { radio: iso(5) } } });
    expect(spans(one, dates(), ["all", "radio", "paper"])).toEqual({
      all: [0, 0, null, 0],
      radio: [5, 5, null, 0],
      paper: [0, 0, null, 0],
    });
  });

  it("leaves an update after the partner's embargo as it is", () => {
    const one = anArticle({ syndication: { allow: "all", embargo: { radio: iso(5) } } });
    expect(spans(one, dates(7), ["radio"])).toEqual({ radio: [7, 5, null, 0] });
  });

  it("does not shorten the story's own embargo", () => {
    const one = anArticle({ embargo_until: iso(9), syndication: { allow: "all", embargo: { radio: iso(5) } } });
    expect(spans(one, dates(9), ["radio"])).toEqual({ radio: [9, 9, null, 0] });
  });

  it("ends for partners when it says so, or with the story, and for nobody else", () => {
    const one = anArticle({ expires_at: iso(9), syndication: { allow: "all", until: iso(6) } });
    expect(spans(one, dates(), ["all", "radio"])).toEqual({ all: [0, 0, 9, 0], radio: [0, 0, 6, 0] });
    const longer = anArticle({ expires_at: iso(4), syndication: { allow: "all", until: iso(6) } });
    expect(spans(longer, dates(), ["radio"])).toEqual({ radio: [0, 0, 4, 0] });
  });

  it("that is over before it begins is no membership", () => {
    const one = anArticle({ syndication: { allow: "all", embargo: { radio: iso(6) }, until: iso(6) } });
    expect(spans(one, dates(), ["all", "radio", "paper"])).toEqual({ all: [0, 0, null, 0], paper: [0, 0, 6, 0] });
  });
});

describe("a story that was taken back", () => {
  const canceled = (fields: Partial<Article> = {}) => anArticle({ status: "canceled", ...fields });

  it("leaves a notice from then on, for as long as each feed says", () => {
    expect(spans(canceled(), dates(10), ["all", "brief", "radio"])).toEqual({
      all: [10, 10, 10 + 35 * 24, 1],
      brief: [10, 10, 10 + 24, 1],
      radio: [10, 10, 10 + 35 * 24, 1],
    });
  });

  it("that nobody saw leaves none", () => {
    expect(spans(canceled(), dates(10, { public: false }), ["all", "radio"])).toEqual({});
  });

  it("leaves none with a partner whose embargo had not ended, not even by then", () => {
    const one = canceled({ syndication: { allow: "all", embargo: { radio: iso(10), paper: iso(9) } } });
    expect(spans(one, dates(10), ["all", "radio", "paper"])).toEqual({
      all: [10, 10, 10 + 35 * 24, 1],
      paper: [10, 10, 10 + 35 * 24, 1],
    });
  });

  it("is told to partners whose licence has ended since: they may have it still", () => {
    const one = canceled({ syndication: { allow: "all", until: iso(6) } });
    expect(spans(one, dates(10), ["radio"])).toEqual({ radio: [10, 10, 10 + 35 * 24, 1] });
  });

  it("says nothing of its expiry, which holds for the story and not for the notice", () => {
    expect(spans(canceled({ expires_at: iso(2) }), dates(10), ["all"])).toEqual({ all: [10, 10, 10 + 35 * 24, 1] });
  });
});
