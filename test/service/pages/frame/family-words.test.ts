import { expect, it } from "vitest";
import { FACETS, type Family } from "../../../../src/feed/family.ts";
import { familyName, invitation, nounOf, nounsOf } from "../../../../src/service/pages/frame/family-words.ts";

it.each<[Family["by"], string, string]>([
  [["tag"], "topic", "topics"],
  [["credit"], "agency", "agencies"],
  [["section", "language"], "section and language", "sections by language"],
])("a family by %j is of each %s: %s", (by, one, many) => {
  expect([nounOf({ by }), nounsOf({ by })]).toEqual([one, many]);
  expect(familyName({ by }).toLowerCase()).toBe(many);
  expect(invitation({ by })).toContain(`each ${one}`);
});

it("every facet has a name of its own", () =>
  expect(new Set(FACETS.map((facet) => familyName({ by: [facet] }))).size).toBe(FACETS.length));
