import { describe, expect, it } from "vitest";
import { Meanwhile } from "../../../../src/service/desk/articles/meanwhile.tsx";
import { site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";

const meanwhile = (shown: number, revision: number, changes = [{ path: "/title", before: "Old", after: "New" }]) =>
  render(Meanwhile, { site, id: "a b", shown, revision, changes });
const NOTHING_LOST = "Nothing of yours was stored, and nothing of theirs was overwritten.";

describe("what another desk did meanwhile", () => {
  it.each([
    [0, 1, `When you looked, no article had this id. It has been stored since, as revision 1. ${NOTHING_LOST}`],
    [1, 3, `You were looking at revision 1; meanwhile the article has become revision 3. ${NOTHING_LOST}`],
    [4, 0, `You were looking at revision 4, and the article is no longer there. ${NOTHING_LOST}`],
  ])("between revision %i and %i is told in words", (shown, revision, words) =>
    expect(text(meanwhile(shown, revision)).trim().startsWith(words)).toBe(true),
  );

  it("stands beside what one saw, with a way to the article as it is now", () => {
    const html = meanwhile(1, 3);
    expect(text(html)).toMatch(/Field Revision 1 Revision 3 title Old New/);
    expect(html).toContain('<a href="/desk/articles/a%20b">See the article as it is now</a>');
  });

  it("has no table where it cannot be compared, and no way to what is not there", () => {
    expect(meanwhile(1, 3, [])).not.toContain("<table");
    expect(meanwhile(4, 0, [])).not.toContain("<a ");
  });
});
