import { describe, expect, it } from "vitest";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { article, newsroom } from "../newsroom.ts";
import { PARTNER_FEEDS } from "../partner/syndicate.ts";
import { recordQueries } from "./recording.ts";

/** Tables that grow with the newsroom's life: a query that scans one gets slower every day. */
const GROWING =
  /\bSCAN (article|revision|membership|edition|document|receipt|carried|partner_key|a|r|m|e|d|b|c|k|s)\b(?! USING (?:COVERING )?INDEX)/;

const WATCHED = PARTNER_FEEDS.map((definition) =>
  definition.slug === "radio" ? { ...definition, alerts: { silent_after: 60, retraction_within: 10 } } : definition,
);

describe("a query of the publish and poll paths", () => {
  it("finds its rows by an index, never by a scan of what grows", async () => {
    const { db, queries } = recordQueries();
    const desk = await newsroom(WATCHED, SITE, { db });
    await desk.put(article("a", { section: "Politics" }));
    await desk.publish();
    const { headers } = await desk.request("GET", "/feeds/all.rss");
    await desk.request("POST", "/api/partners", { slug: "radio", name: "Radio" });
    const created = await desk.request("POST", "/api/partners/radio/keys", {});
    const { key } = (await created.json()) as { key: string };
    await desk.request("GET", "/partner/radio.rss", undefined, { authorization: `Bearer ${key}` });
    await desk.request("GET", "/api/articles/a/receipts");
    await desk.put(article("b"));
    await desk.sweep();
    await desk.request("GET", "/feeds/all.rss", undefined, {
      "a-im": "feed",
      "if-none-match": headers.get("etag") ?? "",
    });
    await desk.document("/feeds/all.atom");
    await desk.document("/feeds/all");
    await desk.request("DELETE", "/api/articles/a");

    expect(queries.size).toBeGreaterThan(15);
    const plans = new Map<string, string[]>();
    for (const sql of queries) {
      const holes = Math.max(0, ...[...sql.matchAll(/\?(\d*)/g)].map((match, index) => Number(match[1] || index + 1)));
      const plan = here.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind(...Array(holes).fill("[]"));
      plans.set(
        sql,
        (await plan.all<{ detail: string }>()).results.map(({ detail }) => detail),
      );
    }
    const scans = [...plans].filter(([, plan]) => plan.some((step) => GROWING.test(step)));
    expect(scans).toEqual([]);
    const newest = [...plans].find(([sql]) => sql.includes("WITH newest"))?.[1] ?? [];
    expect(newest[newest.findIndex((step) => /newest/.test(step)) + 1]).toMatch(
      /^SEARCH m USING COVERING INDEX membership_newest/,
    );
    // Of the archive, which only grows, a publish reads nothing.
    const states = [...plans].filter(([sql]) => sql.includes("AS overflows"));
    expect(states.length).toBeGreaterThan(0);
    for (const [, plan] of states)
      expect(plan.join("\n")).toMatch(/SEARCH m USING INDEX membership_page \(feed=\? AND page=\? AND/);
    // What is sorted after that is one edition.
    const sorted = [...plans].filter(
      ([sql, plan]) => !sql.includes("WITH newest") && plan.some((step) => /TEMP B-TREE/.test(step)),
    );
    expect(sorted).toEqual([]);
  });
});
