import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { parseArticle } from "../../../src/article/parse.ts";
import type { Database } from "../../../src/service/home.ts";
import { saveRevisions } from "../../../src/service/store/articles.ts";
import {
  LIST_TIMES,
  type ListCursor,
  type ListQuery,
  listArticles,
  MAX_ARTICLES_LOOKED_AT,
  MAX_CANDIDATES,
} from "../../../src/service/store/list-articles.ts";
import { findListedArticles } from "../../../src/service/store/listed-articles.ts";
import { MAX_OF_A_WORD, toMatch } from "../../../src/service/store/match.ts";
import { explain, recordQueries } from "./recording.ts";
import { emptyStore } from "./rows.ts";

const NOW = Date.UTC(2026, 2, 1, 12);

let db: Database;
let revisions: Map<string, number>;
beforeEach(async () => {
  db = await emptyStore();
  revisions = new Map();
});

/** Saves an article as its next revision. */
async function save(id: string, storedAt: number, fields: Record<string, unknown> = {}): Promise<void> {
  const published_at = new Date(NOW - 1_000).toISOString();
  const parsed = parseArticle({
    id,
    url: `https://gazette.example/${id}`,
    title: `Title of ${id}`,
    published_at,
    content_html: "<p>Text</p>",
    ...fields,
  });
  if (parsed.status === "problems") throw new Error(JSON.stringify(parsed.problems));
  const revision = (revisions.get(id) ?? 0) + 1;
  revisions.set(id, revision);
  const published = Date.parse(parsed.article.published_at);
  const dates = { published, updated: storedAt, public: false };
  await saveRevisions(
    db,
    [{ article: parsed.article, entryId: `entry:${id}`, revision, dates, memberships: [], touched: [] }],
    storedAt,
  );
}

/** All pages of a list; `between` is done after each. */
async function walk(
  query: Omit<ListQuery, "after">,
  between: () => Promise<void> = async () => undefined,
): Promise<string[]> {
  const seen: string[] = [];
  let after: ListCursor | null | undefined;
  while (after !== null) {
    const page = await listArticles(db, { ...query, after }, NOW);
    seen.push(...(await findListedArticles(db, page.rows, false)).map(({ id }) => id));
    after = page.next;
    await between();
  }
  return seen;
}

describe("a list that is gone through page by page", () => {
  it.each(LIST_TIMES)("has each article once, in its order, whatever times they share: %s", async (sort) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (times, limit) => {
          db = await emptyStore();
          revisions = new Map();
          for (const [n, time] of times.entries())
            await save(`n${n}`, NOW + time, { published_at: new Date(NOW - 10_000 + time).toISOString() });
          const expected = times.map((time, n) => ({ time, n })).sort((a, b) => b.time - a.time || b.n - a.n);
          expect(await walk({ filter: {}, sort, limit })).toEqual(expected.map(({ n }) => `n${n}`));
        },
      ),
      { numRuns: 8 },
    );
  });

  it("has each article once while others are saved, and changed: nobody sees one twice, and what is not saved is seen", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...LIST_TIMES),
        fc.array(fc.record({ n: fc.nat(14), section: fc.constantFrom("A", "B") }), { maxLength: 8 }),
        async (sort, saves) => {
          db = await emptyStore();
          revisions = new Map();
          for (let n = 0; n < 10; n += 1) await save(`n${n}`, NOW + n, { section: "A" });
          let [next, clock] = [0, NOW + 100];
          const seen = await walk({ filter: { section: "A" }, sort, limit: 3 }, async () => {
            const one = saves[next++];
            if (one) await save(`n${one.n}`, clock++, { section: one.section });
          });
          const changed = new Set(saves.slice(0, next).map(({ n }) => `n${n}`));
          const untouched = Array.from({ length: 10 }, (_, n) => `n${n}`).filter((id) => !changed.has(id));
          expect(seen.filter((id, index) => seen.indexOf(id) !== index)).toEqual([]);
          expect(untouched.filter((id) => !seen.includes(id))).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });

  it("has each match once in the order of rank, though newer ones come", async () => {
    for (let n = 0; n < 9; n += 1)
      await save(`n${n}`, NOW + n, { title: n % 2 ? "Storm" : "Wind", summary: "A storm" });
    let more = 0;
    const seen = await walk({ filter: { match: toMatch("storm") ?? "" }, sort: "rank", limit: 2 }, () =>
      save(`m${more++}`, NOW + 50, { title: "Storm storm" }),
    );
    expect(seen.toSorted()).toEqual(Array.from({ length: 9 }, (_, n) => `n${n}`));
    expect(seen.slice(0, 4).toSorted()).toEqual(["n1", "n3", "n5", "n7"]);
  });
});

describe("a list of very many", () => {
  /** As many rows as if they had been saved: of the even ones the section is A, and the last one alone has the tag. */
  async function fill(count: number): Promise<void> {
    const rows = "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < ?1) SELECT";
    for (const sql of [
      `INSERT INTO listing ${rows} n, 'n' || n, 1, 'usable', n, n, n, 0, NULL, '[]' FROM i`,
      `INSERT INTO listing_term ${rows} 'section', CASE n % 2 WHEN 0 THEN 'a' ELSE 'b' END, n, 'x' FROM i`,
      `INSERT INTO listing_term ${rows} 'tag', 'first', n, 'x' FROM i WHERE n = 1`,
    ])
      await db.prepare(sql).bind(count).run();
  }

  it("looks so far for one page and no further, and the next goes on there", async () => {
    const count = MAX_ARTICLES_LOOKED_AT + 2_000;
    await fill(count);
    // Of the two sections each has more than are gone through as they are.
    const query = { sort: "stored" as const, limit: 2 };
    expect(await listArticles(db, { ...query, filter: { section: "a" } }, NOW)).toMatchObject({
      rows: [count, count - 2],
    });
    expect((await listArticles(db, { ...query, filter: { section: "b" } }, NOW)).count).toBe(MAX_CANDIDATES + 1);
    await db.prepare("UPDATE listing SET status = 'draft' WHERE n > 100").run();
    const first = await listArticles(db, { ...query, filter: { section: "a", published: true } }, NOW);
    expect([first.rows, first.next]).toMatchObject([[], { sort: "stored" }]);
    const after = first.next ?? undefined;
    expect((await listArticles(db, { ...query, filter: { section: "a", published: true }, after }, NOW)).rows).toEqual([
      100, 98,
    ]);
  });

  it("finds what is rare at once, however much of the rest there is", async () => {
    await fill(MAX_ARTICLES_LOOKED_AT + 2_000);
    const query = { sort: "stored" as const, limit: 2 };
    expect((await listArticles(db, { ...query, filter: { section: "b", tag: "First" } }, NOW)).rows).toEqual([1]);
  });
});

describe("a word of very many", () => {
  const COUNT = MAX_OF_A_WORD + 1_000;
  /** Each has the word in its text, every thousandth in its title; of two, one has another in its title. All of them are as if saved. */
  beforeEach(async () => {
    const rows = "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < ?1) SELECT";
    for (const sql of [
      `INSERT INTO listing ${rows} n, 'n' || n, 1, 'usable', n, n, n, 0, NULL, '[]' FROM i`,
      `INSERT INTO listing_term ${rows} 'tag', 'first', n, 'x' FROM i WHERE n IN (1, 2, 1000)`,
      `INSERT INTO words (rowid, title, summary, text) ${rows} n, CASE WHEN n % 1000 = 0 THEN 'storm' WHEN n = 17 THEN 'quay' ELSE '' END,
         '', CASE WHEN n IN (5, 3001) THEN 'storm quay' ELSE 'storm' END FROM i`,
    ])
      await db.prepare(sql).bind(COUNT).run();
  });
  const ask = (query: string, filter: ListQuery["filter"], sort: ListQuery["sort"], after?: ListCursor) =>
    listArticles(db, { filter: { ...filter, match: toMatch(query) ?? "" }, sort, limit: 4, after }, NOW);

  it("has those first that have it in their title, and then those stored last, page by page", async () => {
    const first = await ask("storm", {}, "rank");
    expect(first).toMatchObject({ rows: [COUNT, COUNT - 1_000, COUNT - 1, COUNT - 2], count: MAX_CANDIDATES + 1 });
    expect((await ask("storm", {}, "rank", first.next ?? undefined)).rows).toEqual([3, 4, 5, 6].map((n) => COUNT - n));
  });

  it("leaves it to the rarer words which match is the better", async () => {
    expect(await ask("storm quay", {}, "rank")).toMatchObject({ rows: [17, 3_001, 5], next: null });
  });

  it("is found among few, however long ago they were stored", async () => {
    expect((await ask("storm", { tag: "first" }, "rank")).rows).toEqual([1_000, 2, 1]);
    expect((await ask("storm quay", { tag: "first" }, "rank")).rows).toEqual([]);
    for (const sort of LIST_TIMES) expect((await ask("storm", { tag: "first" }, sort)).rows).toEqual([1_000, 2, 1]);
  });

  it("is listed by time", async () => {
    const first = await ask("storm", {}, "stored");
    expect(first.rows).toEqual([0, 1, 2, 3].map((n) => COUNT - n));
    expect((await ask("storm", {}, "stored", first.next ?? undefined)).rows).toEqual(
      [4, 5, 6, 7].map((n) => COUNT - n),
    );
  });

  it("is ranked by a way through no table", async () => {
    const recorded = recordQueries();
    for (const match of ["storm", "storm quay", "quay"])
      for (const filter of [{}, { tag: "first" }])
        await listArticles(
          recorded.db,
          { filter: { ...filter, match: toMatch(match) ?? "" }, sort: "rank", limit: 4 },
          NOW,
        );
    const plans = [...(await explain(recorded.queries))].filter(([sql]) => sql.includes("words MATCH"));
    expect(plans.length).toBeGreaterThan(6);
    const steps = plans.flatMap(([, plan]) =>
      plan.filter((step) => step.startsWith("SCAN") && /SCAN (?:l|t|listing)\b/.test(step)),
    );
    expect(steps).toEqual([]);
  });
});

describe("a query of lists", () => {
  it("goes through no table that grows", async () => {
    const recorded = recordQueries();
    const ask = async (query: Partial<ListQuery>) =>
      listArticles(recorded.db, { filter: {}, sort: "stored", limit: 5, ...query }, NOW);
    const filters = [
      {},
      { section: "a" },
      { tag: "a" },
      { author: "a" },
      { source: "a" },
      { feed: "a" },
      { among: ["a"] },
      { match: '"a"' },
      { published: true },
    ];
    for (const filter of filters)
      for (const sort of LIST_TIMES) await ask({ filter, sort, from: 1, to: 2, after: { sort, at: 1, n: 1 } });
    for (const status of ["usable", "embargoed", "expired", "withheld"] as const)
      await ask({ filter: { status, tag: "a" } });
    await ask({ sort: "rank", filter: { match: '"a"', section: "a", feed: "b" } });
    await findListedArticles(recorded.db, [1], true);
    const scans = [...(await explain(recorded.queries))].flatMap(([sql, plan]) =>
      plan
        .filter((step) =>
          /\bSCAN\b(?! (?:\w+ VIRTUAL|candidates|matched|latest|\(subquery|CONSTANT|i\b))(?!.* USING (?:COVERING )?INDEX)/.test(
            step,
          ),
        )
        .map((step) => [step, sql]),
    );
    expect(recorded.queries.size).toBeGreaterThan(30);
    expect(scans).toEqual([]);
    const ordered = [...(await explain([...recorded.queries].filter((sql) => sql.includes("listing l INDEXED BY"))))];
    expect(ordered.filter(([, plan]) => plan.some((step) => step.includes("TEMP B-TREE")))).toEqual([]);
  });
});
