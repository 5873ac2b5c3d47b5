import { describe, expect, it } from "vitest";
import { ArticlePage } from "../../../../src/service/desk/articles/article-page.tsx";
import { definitionOf, site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { deskArticle, NOW, parsedArticle, SESSION } from "../fixtures.ts";

const revisionOf = (revision: number) => ({ revision, stored_at: NOW, updated: revision, article: parsedArticle() });
const DEFINITIONS = new Map([
  ["all", definitionOf()],
  ["radio", definitionOf({ slug: "radio", title: "For the radio", access: "partner", partner: "radio" })],
]);

type Props = Parameters<typeof ArticlePage>[0];
const page = (props: Partial<Props> = {}) =>
  render(ArticlePage, {
    site,
    session: SESSION,
    found: deskArticle(),
    edge: null,
    definitions: DEFINITIONS,
    report: null,
    shown: [revisionOf(2), revisionOf(1)],
    before: undefined,
    deeds: [],
    status: null,
    served: [],
    done: undefined,
    now: NOW,
    ...props,
  });

describe("an article's page", () => {
  it("is first the story as readers see it, then what can be done, then its life, and last what systems know it by", () => {
    const html = page({ found: deskArticle({ title: "The vote is tonight" }), shown: [revisionOf(2)] });
    const places = ["<h1>The vote is tonight</h1>", ">Edit</a>", ">Its life</h2>", "<summary>Ids, addresses and JSON"];
    const found = places.map((place) => html.indexOf(place));
    expect(found.every((at) => at > 0)).toBe(true);
    expect(found).toEqual(found.toSorted((one, other) => one - other));
  });

  it("of a story that was taken back shows its notice, and names the story beside", () => {
    const html = page({ found: deskArticle({ title: "The vote", status: "canceled", reason: "It was wrong" }) });
    expect(text(html)).toMatch(/Withdrawn .* It was wrong .* The vote Taken back : It was wrong/);
  });

  it.each([
    ["created", "Stored. It is in its feeds in a moment."],
    ["changed", "Done. The feeds follow in a moment."],
    ["unchanged", "It is so already: nothing was changed."],
  ])("after a form says what that did: %s", (done, words) =>
    expect(page({ done })).toContain(`<p class="done" role="status">${words}</p>`),
  );

  it.each([undefined, "", "anything", "constructor", "__proto__"])(
    "says nothing of what an address makes up: %s",
    (done) => expect(page({ done })).not.toContain('class="done"'),
  );
});
