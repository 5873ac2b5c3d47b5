import { describe, expect, it } from "vitest";
import { ArticlePage } from "../../../../src/service/desk/articles/article-page.tsx";
import { definitionOf, site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { mainOf, text } from "../browser.ts";
import { deskArticle, membershipOf, NOW, parsedArticle, SESSION } from "../fixtures.ts";

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
    served: [],
    done: undefined,
    now: NOW,
    ...props,
  });
const feeds = (html: string) => /<dt>Feeds<\/dt><dd>(.*?)<\/dd>/.exec(html)?.[1];

describe("an article's page", () => {
  it.each([
    ["usable", "Withhold", "withheld"],
    ["withheld", "Release", "usable"],
  ])("of a %s article offers to %s it", (status, button, next) => {
    const html = page({ found: deskArticle({ status }) });
    expect(html).toMatch(
      new RegExp(`<button type="submit" name="status" value="${next}" class="quiet">${button}</button>`),
    );
    expect(html).toContain('<a class="action" href="/desk/articles/a/retract">Take back…</a>');
  });

  it("of one that was taken back offers neither, and says how it comes back", () => {
    const html = page({ found: deskArticle({ status: "canceled" }) });
    expect(html).not.toMatch(/name="status"|Take back…/);
    expect(text(html)).toContain("restore a revision from before it was taken back");
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

  it.each([
    [[], "none"],
    [[membershipOf("all")], '<a href="/feeds/all">Everything</a>'],
    [[membershipOf("all", { notice: 1, page: 3 })], '<a href="/feeds/all">Everything</a> (its notice), archive page 3'],
    [
      [membershipOf("all"), membershipOf("radio")],
      '<a href="/feeds/all">Everything</a>, <a href="/desk/partners/radio">For the radio</a>',
    ],
    [[membershipOf("gone")], '<a href="/feeds/gone">gone</a>'],
  ])("leads to its feeds, %#", (memberships, html) =>
    expect(feeds(page({ found: deskArticle({}, { memberships }) }))).toBe(html),
  );

  it("leads to older revisions where there are, and to the latest where one has left it", () => {
    expect(page()).not.toMatch(/Older revisions|The latest revision/);
    const html = page({ shown: [revisionOf(12)], before: revisionOf(11), found: deskArticle({}, { revision: 30 }) });
    expect(html).toContain('<a href="/desk/articles/a?up_to=11">Older revisions</a>');
    expect(html).toContain('<a href="/desk/articles/a">The latest revision</a>');
  });

  it("compares each revision with the one before it, the oldest shown with the first that is not", () => {
    const titled = (revision: number, title: string) => ({
      ...revisionOf(revision),
      article: parsedArticle({ title }),
    });
    const html = page({ shown: [titled(3, "C"), titled(2, "B")], before: titled(1, "A") });
    expect([...mainOf(html).matchAll(/<summary>(.*?)<\/summary>/g)].map(([, summary]) => summary)).toEqual([
      "Changed: title",
      "Changed: title",
    ]);
    expect(text(html)).toMatch(/title B C .* title A B/);
  });
});
