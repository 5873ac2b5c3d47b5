import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { embargoEnd, isVisible, visibility } from "../../src/article/visibility.ts";
import { anArticle } from "./an-article.ts";

const [EIGHT, NINE, TEN] = [8, 9, 10].map((hour) => Date.UTC(2026, 2, 1, hour)) as [number, number, number];
const at = (time: number) => new Date(time).toISOString();

describe("the time in which an article may be seen", () => {
  it.each<[string, Partial<Article>, object | null]>([
    ["begins with its publication and has no end", {}, { from: EIGHT, until: undefined }],
    ["begins when its embargo ends", { embargo_until: at(NINE) }, { from: NINE, until: undefined }],
    [
      "does not begin before its publication, though the embargo ends",
      { embargo_until: at(EIGHT - 1) },
      { from: EIGHT, until: undefined },
    ],
    ["ends when it expires", { expires_at: at(TEN) }, { from: EIGHT, until: TEN }],
    [
      "is that between embargo and expiry",
      { embargo_until: at(NINE), expires_at: at(TEN) },
      { from: NINE, until: TEN },
    ],
    ["is none where it expires before its publication", { expires_at: at(EIGHT - 1) }, null],
    ["is none where it expires at its publication", { expires_at: at(EIGHT) }, null],
    ["is none where it expires under embargo", { embargo_until: at(TEN), expires_at: at(NINE) }, null],
    ["is none while it is withheld", { status: "withheld" }, null],
    ["is none once it is canceled: its notice is to be seen, not the article", { status: "canceled" }, null],
  ])("%s", (_, fields, expected) => expect(visibility(anArticle(fields))).toEqual(expected));
});

describe("an article", () => {
  it.each<[string, Partial<Article>, number, boolean]>([
    ["at its publication", {}, EIGHT, true],
    ["a millisecond before it", {}, EIGHT - 1, false],
    ["under embargo", { embargo_until: at(NINE) }, NINE - 1, false],
    ["at its embargo's end", { embargo_until: at(NINE) }, NINE, true],
    ["before it expires", { expires_at: at(TEN) }, TEN - 1, true],
    ["when it expires", { expires_at: at(TEN) }, TEN, false],
    ["withheld", { status: "withheld" }, NINE, false],
    ["canceled", { status: "canceled" }, NINE, false],
  ])("is visible %s: %j at %i %s", (_, fields, now, expected) =>
    expect(isVisible(anArticle(fields), now)).toBe(expected),
  );

  it("is never visible before any date that it carries, or after its end", () => {
    const time = fc.integer({ min: EIGHT, max: TEN });
    fc.assert(
      fc.property(time, fc.option(time), fc.option(time), time, (published, embargo, expires, now) => {
        const article = anArticle({
          published_at: at(published),
          embargo_until: embargo === null ? undefined : at(embargo),
          expires_at: expires === null ? undefined : at(expires),
        });
        const expected = published <= now && (embargo ?? 0) <= now && now < (expires ?? Number.POSITIVE_INFINITY);
        expect(isVisible(article, now)).toBe(expected);
      }),
    );
  });

  it("has an embargo's end, which is the beginning of time where there is none", () => {
    expect(embargoEnd(anArticle({ embargo_until: at(NINE) }))).toBe(NINE);
    expect(embargoEnd(anArticle())).toBe(0);
  });
});
