import { beforeAll, describe, expect, it } from "vitest";
import { dayOf } from "../../../src/audience/days.ts";
import { listCostly, pruneAudience } from "../../../src/service/store/audience.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { type Answer, type Poller, poller } from "../audience/poller.ts";
import { article, FEEDS, newsroom } from "../newsroom.ts";
import { recordQueries } from "../store/recording.ts";

let running: Poller;
let length: number;
const { db: recorded, queries } = recordQueries();

beforeAll(async () => {
  const desk = await newsroom();
  await desk.put(article("a", { section: "Politics" }));
  await desk.publish();
  running = poller(recorded);
  length = (await (await running.poll("/feeds/all.rss", "Feedly/1.0 (462 subscribers)")).arrayBuffer()).byteLength;
  await running.poll("/feeds/all.rss", "Feedly/1.0 (463 subscribers)", { "if-none-match": "*" });
  await running.poll("/feeds/politics.json", "newsboat/2.38.0 (Linux x86_64)", { "if-none-match": "*" });
});

const today = (): string => dayOf(Date.now());
const get = async (query = "") => (await (await running.ask(`/api/audience${query}`)).json()) as Answer;

describe("GET /api/audience", () => {
  it("tells who polls what, by day, and what it cannot see", async () => {
    const answer = await get();
    expect([answer.from < answer.to, answer.to]).toEqual([true, today()]);
    expect(answer.counted).toMatch(/cache/);
    const none = { polls_200: 0, polls_226: 0, polls_304: 0, polls_other: 0, bytes_sent: 0, polls_soon: 0 };
    const conditional = { polls_unconditional: 0, bytes_unconditional: 0 };
    expect(answer.rows).toEqual([
      {
        ...{ day: today(), feed: "all", format: "rss", product: "Feedly", kind: "aggregator", subscribers: 463 },
        ...{ ...none, polls_200: 1, polls_304: 1, bytes_sent: length, bytes_saved: length },
        ...{ polls_unconditional: 1, bytes_unconditional: length },
      },
      {
        ...{ day: today(), feed: "politics", format: "json", product: "Newsboat", kind: "app", subscribers: null },
        ...{ ...none, ...conditional, polls_304: 1, bytes_saved: answer.rows[1]?.bytes_saved },
      },
    ]);
    expect(answer.total).toMatchObject({ polls: 3, polls_200: 1, polls_304: 2, subscribers: 463 });
    expect(answer.products.map(({ product, subscribers }) => [product, subscribers])).toEqual([
      ["Feedly", 463],
      ["Newsboat", undefined],
    ]);
  });

  it("is of one feed, and of some days, where that is asked", async () => {
    expect((await get("?feed=politics")).rows.map(({ feed }) => feed)).toEqual(["politics"]);
    expect((await get("?feed=sport")).rows).toEqual([]);
    expect((await get("?from=2026-01-01&to=2026-01-31")).rows).toEqual([]);
    expect(await get("?to=2026-01-31")).toMatchObject({ from: "2026-01-02", to: "2026-01-31" });
  });

  it.each([
    ["by Accept", "", "text/csv"],
    ["by Accept among others", "", "application/json;q=0.5, text/csv"],
    ["by ?format=csv", "?format=csv", "application/json"],
  ])("is CSV (%s)", async (_, query, accept) => {
    const response = await running.ask(`/api/audience${query}`, { accept });
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    const saved = (await get()).rows[1]?.bytes_saved;
    expect(await response.text()).toBe(
      [
        "day,feed,format,product,kind,polls_200,polls_226,polls_304,polls_other,bytes_sent,bytes_saved,subscribers,polls_unconditional,bytes_unconditional,polls_soon",
        `${today()},all,rss,Feedly,aggregator,1,0,1,0,${length},${length},463,1,${length},0`,
        `${today()},politics,json,Newsboat,app,0,0,1,0,0,${saved},,0,0,0`,
        "",
      ].join("\r\n"),
    );
  });

  it.each(["*/*", "application/json", "text/html", ""])("is JSON else (Accept: %s)", async (accept) => {
    const response = await running.ask("/api/audience", { accept });
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect([response.headers.get("vary"), response.headers.get("cache-control")]).toEqual(["accept", "no-store"]);
  });

  it.each([
    ["?from=yesterday", "/from"],
    ["?from=2026-02-30", "/from"],
    ["?to=2026-1-1", "/to"],
    ["?to=0", "/to"],
    ["?from=2026-02-01&to=2026-01-01", "/from"],
    ["?from=1970-01-01&to=2026-01-01", "/from"],
    ["?from=0001-01-01&to=9999-12-31", "/from"],
    ["?feed=none", "/feed"],
    ["?feed=", "/feed"],
    ["?feed=all'--", "/feed"],
    ["?format=xml", "/format"],
    ["?form=2026-01-01", "/form"],
    ["?__proto__=1", "/__proto__"],
  ])("says what is wrong with %s", async (query, path) => {
    const response = await running.ask(`/api/audience${query}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([422, "application/problem+json"]);
    const { problems } = (await response.json()) as { problems: { path: string; detail: string }[] };
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.detail).not.toBe("");
  });

  it("asks for a narrower question where the answer would be too long", async () => {
    await here.db
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
       INSERT INTO audience SELECT '2026-01-05', 'all', 'rss', 'p' || i, 1, 0, 0, 0, 1, 0, 0, 0, 0 FROM n`,
      )
      .run();
    const response = await running.ask("/api/audience?from=2026-01-05&to=2026-01-06");
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining("ask for fewer days")]);
    await here.db.prepare("DELETE FROM audience WHERE day = '2026-01-05' AND product = 'p7'").run();
    const { rows, total } = await get("?from=2026-01-05&to=2026-01-06&feed=all");
    expect([rows.length, total.polls]).toEqual([50_000, 50_000]);
    expect(rows[0]).toMatchObject({ product: "p0", kind: "other" });
  });

  it("is the newsroom's only", async () => {
    expect((await running.ask("/api/audience", { authorization: "" })).status).toBe(401);
    expect((await running.ask("/api/audience", { authorization: "Bearer nonsense" })).status).toBe(401);
  });
});

describe("GET /audience", () => {
  it("is not there, unless the masthead says that it is public", async () => {
    expect((await running.ask("/audience")).status).toBe(404);
    expect((await poller(here.db, { ...SITE, audience: "private" }).ask("/audience")).status).toBe(404);
    expect((await poller(here.db, { ...SITE, audience: "public" }).ask("/audience")).status).toBe(200);
  });

  it("shows charts, each named and described, with its table, small and without script", async () => {
    await get();
    const response = await poller(recorded, { ...SITE, audience: "public" }).ask("/audience");
    const html = await response.text();
    expect(html.length).toBeLessThan(30_000);
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=|undefined|NaN|\[object/);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    // The pages' own sheet, and nothing inline.
    expect(policy).toContain("style-src 'self'");
    const sheet = /<link rel="stylesheet" href="([^"]*)"/.exec(html)?.[1] ?? "";
    expect(await (await poller(here.db).ask(sheet)).text()).toContain(".audience svg");
    const charts = [...html.matchAll(/<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)"/g)];
    expect(charts.length).toBe(3);
    for (const [, title, description] of charts) {
      expect(html).toMatch(new RegExp(`<title id="${title}">[^<]+</title>`));
      expect(html).toMatch(new RegExp(`<desc id="${description}">[^<]+</desc>`));
    }
    expect(html.match(/<table>/g)?.length).toBe(3);
    expect(html).toMatch(/<th scope="row">Feedly<\/th><td>aggregator<\/td><td>463<\/td><td>2<\/td><td>50 %<\/td>/);
  });

  it("stands before anything has been counted", async () => {
    await pruneAudience(here.db, Date.now() + 1_000 * 86_400_000);
    const response = await poller(here.db, { ...SITE, audience: "public" }, FEEDS).ask("/audience");
    expect(response.status).toBe(200);
    expect(await response.text()).not.toMatch(/undefined|NaN|Infinity/);
  });
});

describe("a query of the audience", () => {
  it("finds its rows by the key, never by a scan", async () => {
    await pruneAudience(recorded, Date.now());
    await listCostly(recorded, { from: today(), to: today() }, 9);
    const own = [...queries].filter((sql) => sql.includes("audience"));
    expect(own.length).toBeGreaterThanOrEqual(10);
    for (const sql of own) {
      const holes = Math.max(0, ...[...sql.matchAll(/\?(\d*)/g)].map((match, index) => Number(match[1] || index + 1)));
      const plan = here.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind(...Array(holes).fill("[]"));
      const steps = (await plan.all<{ detail: string }>()).results.map(({ detail }) => detail);
      const scans = steps.filter((step) => /\bSCAN\b/.test(step) && !/VIRTUAL TABLE|SCAN \(subquery-\d+\)/.test(step));
      expect([sql, scans]).toEqual([sql, []]);
    }
  });
});
