import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { MAX_OF_A_WORD, toMatch, weigh } from "../../../src/service/store/match.ts";
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

describe("what is made of a query where a word has very many articles", () => {
  beforeAll(async () => {
    await emptyStore();
    await here.db
      .prepare(
        `WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n <= ?)
         INSERT INTO words (rowid, title, summary, text)
         SELECT n, 'the storm', '', CASE n % 2 WHEN 0 THEN 'harbour' ELSE 'harbours' END || CASE n WHEN 7 THEN ' quay' ELSE '' END FROM i`,
      )
      .bind(MAX_OF_A_WORD)
      .run();
  });

  it.each([
    ["what few have", "quay", '"quay"*', '"quay"*'],
    ["a word of many: alone, without what begins with it", "storm", '"storm"', null],
    ["the beginning of what many have", "harb", '"harb"*', null],
    [
      "a word of half of them, with what begins with it",
      "harbours harbour",
      '"harbours"* AND "harbour"*',
      '"harbours"*',
    ],
    ["what many have, and what few", "the storm quay", '"the" AND "storm" AND "quay"*', '"quay"*'],
    ["words of many that follow one another", '"the storm"', '"the storm"', null],
    ["one of few among them", '"storm harbours" the', '"storm harbours" AND "the"', '"storm harbours"'],
    ["a word that looks like an operator", '"storm and quay"', '"storm and quay"', '"storm and quay"'],
  ])("%s", async (_, query, match, telling) =>
    expect(await weigh(here.db, toMatch(query) ?? "")).toEqual({ match, telling }),
  );
});
