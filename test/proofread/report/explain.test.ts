import { describe, expect, it } from "vitest";
import { explainRule, listRules, rulesNamed, rulesNear } from "../../../src/proofread/report/explain.ts";
import type { Rule } from "../../../src/proofread/rule.ts";
import { RULES } from "../../../src/proofread/table.ts";

const rule = (given: Partial<Rule>): Rule => ({
  name: "rss/guid-lasting",
  severity: "error",
  formats: ["rss"],
  element: "<guid>",
  says: "A guid that is a permalink is a URL",
  section: "RSS 2.0, guid",
  url: "https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt",
  mend: 'Say isPermaLink="false".',
  fails: "<rss>\n  <guid>12</guid>\n</rss>\n",
  passes: '<rss>\n  <guid isPermaLink="false">12</guid>\n</rss>\n',
  ...given,
});

const RULES_HERE = [
  rule({}),
  rule({ name: "rss/guid-once" }),
  rule({ name: "atom/id-required", severity: "warning", says: "An entry has an id." }),
];

describe("a rule, explained", () => {
  it("has all that the table knows of it", () =>
    expect(explainRule(rule({ readers: "Some open nothing." }))).toBe(`rss/guid-lasting (error)

                 A guid that is a permalink is a URL.
  of             <guid> in RSS
  specification  RSS 2.0, guid
                 https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt
  to mend it     Say isPermaLink="false".
  readers        Some open nothing.

  breaks it:
    <rss>
      <guid>12</guid>
    </rss>

  keeps it:
    <rss>
      <guid isPermaLink="false">12</guid>
    </rss>`));

  it("says how its examples are served, where that is what it is about", () => {
    const text = explainRule(
      rule({
        formats: ["http"],
        fails: { text: "<rss/>", contentType: "text/plain", url: "https://gazette.example/feed" },
        passes: [{ text: "{}" }, { text: "[]", contentType: "", encodedAs: "gzip" }],
      }),
    );
    expect(text).toContain("  of             <guid> in HTTP");
    expect(text).toContain("    at https://gazette.example/feed, as text/plain\n    <rss/>");
    expect(text).toContain("    document 1\n    {}\n    document 2, as no type at all, its bytes are gzip\n    []");
  });

  it("has words for each part of every rule that there is", () => {
    // Under a name of which no reader was asked: one of them says "undefined".
    for (const one of RULES)
      expect(explainRule({ ...one, name: "any/rule" }), one.name).not.toMatch(/\[object|undefined\.?$/m);
  });
});

describe("rules by name", () => {
  it("are listed by whose they are", () =>
    expect(listRules(RULES_HERE)).toBe(`rss
  rss/guid-lasting                         error    A guid that is a permalink is a URL.
  rss/guid-once                            error    A guid that is a permalink is a URL.

atom
  atom/id-required                         warning  An entry has an id.`));

  it("are one, or all of a prefix", () => {
    expect(rulesNamed("rss/guid-once", RULES_HERE).length).toBe(1);
    expect(rulesNamed("rss", RULES_HERE).length).toBe(2);
    expect(rulesNamed("rs", RULES_HERE)).toEqual([]);
  });

  it.each([
    ["rss/guid-lastng", ["rss/guid-lasting"]],
    ["rss/guid", ["rss/guid-lasting", "rss/guid-once"]],
    ["GUID-ONCE", ["rss/guid-once"]],
    ["id-required", ["atom/id-required"]],
    ["something else altogether", []],
    ["x".repeat(100_000), []],
  ])("that are wrong have near ones: %s", (name, near) => expect(rulesNear(name, RULES_HERE)).toEqual(near));
});
