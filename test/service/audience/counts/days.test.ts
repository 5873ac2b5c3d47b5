import { millisecondsInDay as DAY } from "date-fns/constants";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FLUSH_INTERVAL } from "../../../../src/service/audience/counts.ts";
import { notePolled } from "../../../../src/service/store/polled.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { passUntil, startClock } from "../../clock.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { type Answer, type Poller, poller } from "../poller.ts";

const DAYS = 10;
const HOUR = DAY / 24;
const START = Date.UTC(2026, 1, 25);

/** Subscribers on a day, as each aggregator says in the day's polls: the last one counts. */
const AGENTS = {
  Feedly: (day: number, poll: number) =>
    `Feedly/1.0 (+http://www.feedly.com/fetcher.html; ${462 + day * 10 - poll} subscribers; )`,
  Feedbin: (day: number, poll: number) => `Feedbin feed-id:1697787 - ${102 + day + poll} subscribers`,
  NewsBlur: (day: number, poll: number) =>
    `NewsBlur Feed Fetcher - ${27 - day + poll} subscribers - https://www.newsblur.com/site/6104/the-test-gazette`,
};
type Product = keyof typeof AGENTS;
const PRODUCTS = Object.keys(AGENTS) as Product[];

/** What is expected, counted by the answers alone. */
type Expected = Record<string, Record<Product, Record<string, number>>>;

/** Room for all, for making an archive takes a clock that goes by itself. */
const FEEDS = [{ slug: "all", title: "Everything", description: "All the news", entries: 100 }];
const instance = () => poller(here.db, SITE, FEEDS);

let desk: Newsroom;
beforeEach(async () => {
  startClock(START);
  desk = await newsroom(FEEDS);
});
afterEach(() => {
  vi.useRealTimers();
});

describe("ten days of Feedly, Feedbin and NewsBlur", () => {
  it("are counted to the unit: polls, bytes and subscribers, by day and product, over instances", {
    timeout: 120_000,
  }, async () => {
    const expected: Expected = {};
    const lengths = new Map<string, number>();
    const tags: Partial<Record<Product, string>> = {};
    // Of what was never polled it is not known how long it would have been.
    for (const coding of ["br", "gzip"] as const) await notePolled(here.db, "all", { format: "rss", coding }, START);
    let instances = [instance(), instance()];
    for (let day = 0; day < DAYS; day += 1) {
      const now = START + day * DAY;
      const sums: Expected[string] = { Feedly: {}, Feedbin: {}, NewsBlur: {} };
      expected[new Date(now).toISOString().slice(0, 10)] = sums;
      for (let hour = 0; hour < 24; hour += 1) {
        passUntil(now + hour * HOUR + 1_000);
        // Every twelve hours something is published.
        if (hour % 12 === 0) {
          await desk.put(article(`${day}-${hour}`, { content_html: `<p>${"Straße. ".repeat(day * 7 + hour)}</p>` }));
          await desk.publish();
          passUntil(now + hour * HOUR + 10_000);
        }
        for (const [index, product] of PRODUCTS.entries()) {
          // Feedly never sends validators; Feedbin does; NewsBlur asks for deltas as well.
          const conditional = product === "Feedly" ? undefined : tags[product];
          const headers = {
            "accept-encoding": product === "Feedbin" ? "gzip" : "gzip, br",
            ...(conditional === undefined ? {} : { "if-none-match": conditional }),
            ...(product === "NewsBlur" ? { "a-im": "feed" } : {}),
          };
          const { poll } = instances[(hour + index) % 2] as Poller;
          const response = await poll("/feeds/all.rss", AGENTS[product](day, hour), headers);
          tags[product] = response.headers.get("etag") ?? "";
          const length = (await response.arrayBuffer()).byteLength;
          const known = `${tags[product]} ${headers["accept-encoding"]}`;
          const sum = sums[product];
          add(sum, `polls_${response.status}`, 1);
          add(sum, "bytes_sent", length);
          if (conditional === undefined) {
            add(sum, "polls_unconditional", 1);
            add(sum, "bytes_unconditional", length);
          }
          if (response.status === 200) lengths.set(known, length);
          const whole = lengths.get(known) ?? (await wholeLength(headers["accept-encoding"]));
          if (response.status !== 200) add(sum, "bytes_saved", whole - length);
        }
      }
      // An instance ends: the poll that comes a minute after has taken its counts to the store.
      passUntil(now + DAY - FLUSH_INTERVAL / 2);
      for (const { ask } of instances) await ask("/api/audience");
      if (day % 3 === 2) instances = [instance(), instance()];
    }

    const [from, to] = [Object.keys(expected)[0], Object.keys(expected).at(-1)];
    const response = await instance().ask(`/api/audience?from=${from}&to=${to}&feed=all`);
    const answer = (await response.json()) as Answer;
    expect(answer.rows.length).toBe(DAYS * PRODUCTS.length);
    for (const row of answer.rows) {
      const day = (Date.parse(row.day) - START) / DAY;
      expect(row).toEqual({
        ...{ day: row.day, feed: "all", format: "rss", product: row.product, kind: "aggregator" },
        ...{ polls_200: 0, polls_226: 0, polls_304: 0, polls_other: 0, bytes_saved: 0 },
        ...{ polls_unconditional: 0, bytes_unconditional: 0, polls_soon: 0 },
        ...expected[row.day]?.[row.product as Product],
        subscribers: Number(/(\d+) subscribers/.exec(AGENTS[row.product as Product](day, 23))?.[1]),
      });
    }
    const of = (product: Product) => answer.products.find((sums) => sums.product === product);
    // 24 polls a day, two editions a day.
    expect(of("Feedly")).toMatchObject({ polls_200: 240, polls_304: 0, subscribers: 462 + 90 - 23 });
    expect(of("Feedbin")).toMatchObject({ polls_200: 20, polls_304: 220, subscribers: 102 + 9 + 23 });
    expect(of("NewsBlur")).toMatchObject({ polls_200: 1, polls_226: 19, polls_304: 220, subscribers: 27 - 9 + 23 });
    expect(answer.total).toMatchObject({ polls: 720, polls_200: 261, polls_226: 19, polls_304: 440, polls_other: 0 });
    expect(answer.total.subscribers).toBe(529 + 134 + 41);
  });
});

describe("retention", () => {
  it("drops what is older than thirteen months, with the sweep", async () => {
    await desk.put(article("a"));
    await desk.publish();
    const { poll, ask } = instance();
    await poll("/feeds/all.rss", AGENTS.Feedbin(0, 0));
    await ask("/api/audience");
    passUntil(START + 30 * DAY);
    await poll("/feeds/all.rss", AGENTS.Feedbin(0, 0));
    await ask("/api/audience");
    const days = async (table: string) =>
      (await here.db.prepare(`SELECT day FROM ${table} ORDER BY day`).all<{ day: string }>()).results.map(
        ({ day }) => day,
      );
    for (const table of ["audience", "audience_report", "audience_batch"])
      expect(await days(table)).toEqual(["2026-02-25", "2026-03-27"]);
    passUntil(START + 400 * DAY);
    await desk.sweep();
    for (const table of ["audience", "audience_report", "audience_batch"]) expect((await days(table)).length).toBe(2);
    passUntil(START + 401 * DAY);
    await desk.sweep();
    for (const table of ["audience", "audience_report", "audience_batch"])
      expect(await days(table)).toEqual(["2026-03-27"]);
  });
});

/** Of the current document, as a reader of that coding gets it, unseen by the counts of the other instances. */
async function wholeLength(coding: string): Promise<number> {
  const response = await instance().poll("/feeds/all.rss", "", { "accept-encoding": coding });
  return (await response.arrayBuffer()).byteLength;
}

const add = (sums: Record<string, number>, key: string, more: number): void => {
  sums[key] = (sums[key] ?? 0) + more;
};
