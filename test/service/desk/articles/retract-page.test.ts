import { describe, expect, it } from "vitest";
import { RetractPage } from "../../../../src/service/desk/articles/retract-page.tsx";
import { definitionOf, site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { deskArticle, membershipOf, SESSION } from "../fixtures.ts";

const page = (feeds: string[], { seen = true, wrong = undefined as string | undefined, fields = {} } = {}) =>
  render(RetractPage, {
    site,
    session: SESSION,
    found: deskArticle({ id: "a/b", ...fields }, { memberships: feeds.map((feed) => membershipOf(feed)) }),
    seen,
    definitions: new Map([["all", definitionOf({ retention: 7 })]]),
    wrong,
  });

describe("the question whether a story is to be taken back", () => {
  it.each([
    [[], "It is in no feed now."],
    [["all"], "It goes from this feed, in all formats: Everything, which shows its notice for 7 days"],
    [
      ["all", "radio"],
      "It goes from these 2 feeds, in all formats: Everything, which shows its notice for 7 days radio",
    ],
  ])("tells of the feeds %j", (feeds, words) => expect(text(page(feeds))).toContain(words));

  it("says whether readers will get a notice", () => {
    expect(text(page([]))).toContain("in its place they get a notice with its id, its address and your reason.");
    expect(text(page([], { seen: false }))).toContain("No reader has seen it, so no notice takes its place.");
  });

  it("asks for a reason, and names the revision that one looks at", () => {
    const html = page([], { fields: { status: "canceled", reason: 'An "old" one' } });
    expect(html).toContain('action="/desk/articles/a%2Fb/retract"');
    expect(html).toContain('<input type="hidden" name="revision" value="2"/>');
    expect(html).toMatch(
      /<input id="reason" name="reason" required="" maxlength="\d+" value="An &quot;old&quot; one"\/>/,
    );
    expect(html).toContain('<a class="action" href="/desk/articles/a%2Fb">Leave it as it is</a>');
  });

  it("says why it was not done, where it was tried", () => {
    expect(page([], { wrong: "A reason is <needed>." })).toContain(
      '<p class="failed" role="alert">A reason is &lt;needed&gt;.</p>',
    );
    expect(page([])).not.toContain('role="alert"');
  });
});
