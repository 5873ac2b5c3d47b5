import { describe, expect, it } from "vitest";
import type { Profiled } from "../../../../src/partner/profile.ts";
import type { ProfileFinding } from "../../../../src/partner/profiles/rule.ts";
import { PartnerFeedPage } from "../../../../src/service/desk/partners/partner-feed-page.tsx";
import { definitionOf, site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { SESSION } from "../fixtures.ts";

const finding = (rule: string, severity: ProfileFinding["severity"] = "advice"): ProfileFinding => ({
  rule,
  source: "MSN Partner Hub",
  severity,
  field: "language",
  message: `breaks ${rule}`,
});
type Linted = Profiled["entries"][number];
const entry = (title: string, findings: ProfileFinding[]): Linted => ({
  entry: { title } as Linted["entry"],
  article: title.toLowerCase(),
  left_out: findings.some(({ severity }) => severity === "hard"),
  findings,
});
const page = (entries: Linted[], findings: ProfileFinding[] = [], input: { profile?: "msn" } = { profile: "msn" }) =>
  render(PartnerFeedPage, {
    site,
    session: SESSION,
    definition: definitionOf({ slug: "msn", title: "For MSN", access: "partner", partner: "msn", ...input }),
    profiled: { feed: {} as Profiled["feed"], findings, entries },
  });

describe("what a partner's system says to its feed", () => {
  it("is nothing where it takes all", () => {
    const html = page([entry("A", []), entry("B", [])]);
    expect(text(html)).toContain("For msn, in the profile “msn”: 2 of 2 entries go out.");
    expect(text(html)).toContain("The partner’s system takes all of them gladly.");
    expect(html).not.toContain("The feed</h2>");
  });

  it("is told entry by entry, what leaves one out before what is advice, else in the feed's order", () => {
    const html = page([
      entry("A", [finding("one"), finding("two", "hard")]),
      entry("B", [finding("three")]),
      entry("C", [finding("four", "hard")]),
    ]);
    expect(text(html)).toContain("1 of 3 entries go out.");
    const [, table = ""] = html.split('aria-label="Findings on entries"');
    expect(
      [
        ...table.matchAll(
          /<a href="\/desk\/articles\/(\w)">\w<\/a>.*?class="short">(\w+)<\/td><td data-label="[^"]*">/g,
        ),
      ].map((m) => m.slice(1)),
    ).toEqual([
      ["a", "two"],
      ["c", "four"],
      ["a", "one"],
      ["b", "three"],
    ]);
  });

  it("is told of the feed as a whole, by its field", () => {
    const [, table = ""] = page([], [finding("feed-rule")]).split('aria-label="Findings on the feed"');
    expect(text(table)).toContain("language advice feed-rule breaks feed-rule MSN Partner Hub");
  });

  it("names the profile that a feed has without saying so", () => {
    expect(text(page([], [], {}))).toContain("in the profile “standard”");
  });
});
