import { describe, expect, it } from "vitest";
import { ArticleState, placesOf } from "../../../../src/service/desk/articles/article-state.tsx";
import type { LoggedDeed } from "../../../../src/service/store/audit-log.ts";
import { definitionOf, site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { deedOf, HOUR, membershipOf, NOW, parsedArticle } from "../fixtures.ts";

type Known = { status?: LoggedDeed; places?: string };

/** Times without the narrow space before AM and PM. */
const state = (fields: Record<string, unknown>, known: Known = {}) =>
  text(render(ArticleState, { site, article: parsedArticle(fields), now: NOW, ...known }))
    .replaceAll("\u202F", " ")
    .trim();

describe("the state of an article at noon on 1 March", () => {
  it.each([
    ["seen", {}, "In sight since March 1, 2026, 8:00 AM UTC"],
    [
      "seen for a while",
      { expires_at: "2026-03-01T13:00:00Z" },
      "In sight since March 1, 2026, 8:00 AM UTC , until March 1, 2026, 1:00 PM UTC",
    ],
    [
      "seen since its embargo ended",
      { embargo_until: "2026-03-01T12:00:00Z" },
      "In sight since March 1, 2026, 12:00 PM UTC",
    ],
    ["embargoed", { embargo_until: "2026-03-01T15:00:00Z" }, "Embargoed until March 1, 2026, 3:00 PM UTC , in 3 hours"],
    ["dated ahead", { published_at: "2026-03-02T12:00:00Z" }, "Embargoed until March 2, 2026, 12:00 PM UTC , in 1 day"],
    [
      "embargoed, then to expire",
      { embargo_until: "2026-03-01T15:00:00Z", expires_at: "2026-03-01T16:00:00Z" },
      "Embargoed until March 1, 2026, 3:00 PM UTC , in 3 hours; it expires on March 1, 2026, 4:00 PM UTC",
    ],
    ["expired to the moment", { expires_at: "2026-03-01T12:00:00Z" }, "Expired on March 1, 2026, 12:00 PM UTC"],
    [
      "expired before it began",
      { embargo_until: "2026-03-03T00:00:00Z", expires_at: "2026-03-02T00:00:00Z" },
      "Expired before it began",
    ],
    ["withheld", { status: "withheld" }, "Withheld : it is in no feed."],
    [
      "withheld, embargoed and expired",
      { status: "withheld", embargo_until: "2026-03-02T00:00:00Z", expires_at: "2026-02-02T00:00:00Z" },
      "Withheld : it is in no feed.",
    ],
    ["a draft", { status: "draft" }, "Draft : no reader sees it."],
    ["taken back", { status: "canceled" }, "Taken back"],
    ["taken back for a reason", { status: "canceled", reason: "It was <wrong>" }, "Taken back : It was &lt;wrong&gt;"],
  ])("%s", (_, fields, words) => expect(state(fields)).toBe(words));

  it.each([
    ["withheld", { status: "withheld" }, "Withheld by Ada Quill 3 hours ago : it is in no feed."],
    ["taken back", { status: "canceled", reason: "Wrong" }, "Taken back by Ada Quill 3 hours ago : Wrong"],
    ["a draft", { status: "draft" }, "Draft by Ada Quill 3 hours ago : no reader sees it."],
  ])("that the log knows of: %s", (_, fields, words) =>
    expect(state(fields, { status: deedOf({ at: NOW - 3 * HOUR }) })).toBe(words),
  );

  it("says in how many feeds it is, and will be", () => {
    expect(state({}, { places: "5 feeds" })).toBe("In 5 feeds since March 1, 2026, 8:00 AM UTC");
    expect(state({ embargo_until: "2026-03-01T15:00:00Z" }, { places: "5 feeds" })).toMatch(
      /in 3 hours; then in 5 feeds$/,
    );
    const none = render(ArticleState, { site, article: parsedArticle(), now: NOW, places: "no feed" });
    expect(none).toContain('<b class="wrong">In no feed</b>');
  });
});

describe("the feeds that an article is in", () => {
  const radio = definitionOf({ slug: "radio", access: "partner", partner: "radio" });
  const daily = definitionOf({ slug: "daily", access: "partner", partner: "daily" });
  const definitions = new Map([
    ["radio", radio],
    ["daily", daily],
  ]);

  it.each([
    [[], "no feed"],
    [["all"], "1 feed"],
    [["all", "gone"], "2 feeds"],
    [["radio"], "1 partner’s feed"],
    [["radio", "daily"], "2 partners’ feeds"],
    [["all", "gone", "radio"], "2 feeds and 1 partner’s feed"],
  ])("%j", (slugs, words) =>
    expect(
      placesOf(
        slugs.map((slug) => membershipOf(slug)),
        definitions,
      ),
    ).toBe(words),
  );
});
