import { describe, expect, it } from "vitest";
import { ArticleState } from "../../../../src/service/desk/articles/article-state.tsx";
import { site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { NOW, parsedArticle } from "../fixtures.ts";

/** Times without the narrow space before AM and PM. */
const state = (fields: Record<string, unknown>) =>
  text(render(ArticleState, { site, article: parsedArticle(fields), now: NOW }))
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
    [
      "embargoed",
      { embargo_until: "2026-03-01T15:00:00Z" },
      "Embargoed : in sight in 3 hours, March 1, 2026, 3:00 PM UTC",
    ],
    [
      "dated ahead",
      { published_at: "2026-03-02T12:00:00Z" },
      "Embargoed : in sight in 1 day, March 2, 2026, 12:00 PM UTC",
    ],
    [
      "embargoed, then to expire",
      { embargo_until: "2026-03-01T15:00:00Z", expires_at: "2026-03-01T16:00:00Z" },
      "Embargoed : in sight in 3 hours, March 1, 2026, 3:00 PM UTC , until March 1, 2026, 4:00 PM UTC",
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
    ["taken back", { status: "canceled" }, "Taken back"],
    ["taken back for a reason", { status: "canceled", reason: "It was <wrong>" }, "Taken back : It was &lt;wrong&gt;"],
  ])("%s", (_, fields, words) => expect(state(fields)).toBe(words));
});
