import { describe, expect, it } from "vitest";
import { ArticleFacts } from "../../../../src/service/desk/articles/article-facts.tsx";
import { definitionOf, site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { deskArticle, membershipOf, NOW } from "../fixtures.ts";

const DEFINITIONS = new Map([
  ["all", definitionOf()],
  ["radio", definitionOf({ slug: "radio", title: "For the radio", access: "partner", partner: "radio" })],
]);
const facts = (found = deskArticle()) => render(ArticleFacts, { site, found, definitions: DEFINITIONS, now: NOW });
const feeds = (html: string) => /<dt>Feeds<\/dt><dd>(.*?)<\/dd>/.exec(html)?.[1];

describe("what systems know an article by", () => {
  it("is folded away", () => expect(facts()).toMatch(/^<details><summary>Ids, addresses and JSON<\/summary>/));

  it("is its ids, its address and its revision", () =>
    expect(text(facts())).toMatch(
      /Id a URL https:\/\/gazette\.example\/a Entry’s id tag:gazette\.example,2026:a Revision 2, stored 1 hour ago/,
    ));

  it.each([
    [[], "none"],
    [[membershipOf("all")], '<a href="/feeds/all">Everything</a>'],
    [[membershipOf("all", { notice: 1, page: 3 })], '<a href="/feeds/all">Everything</a> (its notice), archive page 3'],
    [
      [membershipOf("all"), membershipOf("radio")],
      '<a href="/feeds/all">Everything</a>, <a href="/desk/partners/feeds/radio">For the radio</a>',
    ],
    [[membershipOf("gone")], '<a href="/feeds/gone">gone</a>'],
  ])("leads to its feeds, %#", (memberships, html) =>
    expect(feeds(facts(deskArticle({}, { memberships })))).toBe(html),
  );

  it("has all of it as JSON, of a long text the start and where the rest is", () => {
    expect(text(facts())).toContain('"title": "Title of a"');
    expect(text(facts())).not.toContain("These are the first");
    const long = text(facts(deskArticle({ content_html: `<p>${"word ".repeat(20_000)}</p>` })));
    expect(long).toMatch(/These are the first 60,000 of 100,\d{3} characters\. All of them are at GET \/api\/articles/);
  });
});
