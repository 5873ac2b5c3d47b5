import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { USUAL_DAYS, usualSummary } from "../../../src/service/audience/page.tsx";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { startClock } from "../clock.ts";
import { text } from "../desk/browser.ts";
import { article, FEEDS, newsroom } from "../newsroom.ts";
import { poller } from "./poller.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 2, 1, 12);

beforeEach(() => void startClock(START));
afterEach(() => void vi.useRealTimers());

describe("the audience's page", () => {
  it("is there for everybody where the masthead says so, and for nobody elsewhere", async () => {
    const open = await newsroom(FEEDS, { ...SITE, audience: "public" });
    const answer = await open.request("GET", "/audience", undefined, { authorization: "" });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "public, max-age=300, s-maxage=5"]);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(text(await answer.text())).toContain("The last 30 days of all feeds, in UTC.");
    for (const audience of ["private", undefined] as const)
      expect((await (await newsroom(FEEDS, { ...SITE, audience })).request("GET", "/audience")).status).toBe(404);
  });
});

describe("what is shown where no range is asked for", () => {
  it("is a month, today included, of all feeds or of one", async () => {
    const desk = await newsroom();
    await desk.put(article("a"));
    await desk.publish();
    const { poll, ask } = poller();
    for (const path of ["/feeds/all.rss", "/feeds/all.rss", "/feeds/sport.rss"]) await poll(path, "curl/8");
    await ask("/api/audience");
    const summary = (days: number, feed?: string) => usualSummary(here.db, START + days * DAY, feed);
    const today = await summary(0);
    expect(today.days).toHaveLength(USUAL_DAYS);
    expect([today.days[0]?.day, today.days.at(-1)?.day]).toEqual(["2026-01-31", "2026-03-01"]);
    expect(today.total.polls_200).toBe(3);
    expect((await summary(0, "sport")).total.polls_200).toBe(1);
    expect((await summary(USUAL_DAYS - 1)).total.polls_200).toBe(3);
    expect((await summary(USUAL_DAYS)).total.polls_200).toBe(0);
  });
});
