import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { toMatch } from "../../../src/service/store/match.ts";
import { here } from "../../homes/here.ts";
import { emptyStore } from "./rows.ts";

describe("what somebody looks for, as FTS5 takes it", () => {
  beforeAll(async () => void (await emptyStore()));

  it.each([
    ['storm "quick ferry"', '"storm"* AND "quick ferry"'],
    ["NOT", '"not"*'],
    ["title:a OR b*", '"title a" AND "or" AND "b"'],
    ["…", null],
  ])("“%s” is %j", (query, match) => expect(toMatch(query)).toBe(match));

  it("is never a fault of syntax, whatever it is", () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 60 }),
          fc.string({
            unit: fc.constantFrom('"', "*", "(", ")", ":", "^", "-", "+", "{", "}", " ", "a", "NEAR", "AND", "'", "\0"),
            maxLength: 30,
          }),
        ),
        async (query) => {
          const match = toMatch(query);
          if (match === null) return;
          const { results } = await here.db.prepare("SELECT rowid FROM words WHERE words MATCH ?").bind(match).all();
          expect(results).toEqual([]);
        },
      ),
      { numRuns: 200 },
    ));
});
