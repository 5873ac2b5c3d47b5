import { describe, expect, it } from "vitest";
import { SOON } from "../../../../src/audience/pollers.ts";
import { FLUSH_INTERVAL } from "../../../../src/service/audience/counts.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { coldPoll } from "../../cold-poll.ts";
import { hangs } from "../../watched-store.ts";
import { type Answer, poller } from "../poller.ts";
import {
  callsFor,
  countedBeforeEach,
  DEFINITIONS,
  FEEDBIN,
  FLUSH_CALLS,
  later,
  PATH,
  storedAudience,
} from "./counted.ts";

const on = countedBeforeEach();

describe("counting", () => {
  it("calls no binding: a thousand hot polls of all kinds leave the store alone", async () => {
    const tag = (await on.instance.poll(PATH, FEEDBIN, { "accept-encoding": "gzip" })).headers.get("etag") ?? "";
    // The first poll in a coding is noted.
    await on.instance.poll(PATH, FEEDBIN);
    const calls = await callsFor(on, async () => {
      for (let index = 0; index < 250; index += 1) {
        await on.instance.poll(PATH, FEEDBIN, { "accept-encoding": "gzip" });
        await on.instance.poll(PATH, FEEDBIN, { "if-none-match": tag });
        await on.instance.poll(PATH, `Made-up/${index} feed-id:${index} - ${index} subscribers`, {
          "if-none-match": "*",
        });
        await on.instance.poll(PATH, "", { "accept-encoding": "gzip", "a-im": "feed" }, "HEAD");
      }
    });
    expect(calls).toBe(0);
    expect((await storedAudience()).rows).toEqual([]);
  });

  it("is stored once an interval, after an answer, by one call and whatever was polled", async () => {
    await on.instance.poll("/feeds/all.atom", "curl/8.5.0");
    later(FLUSH_INTERVAL - 1);
    await on.instance.poll(PATH, FEEDBIN, { "if-none-match": "*" });
    expect((await storedAudience()).rows).toEqual([]);
    later(1);
    expect(await callsFor(on, () => on.instance.poll(PATH, FEEDBIN, { "if-none-match": "*" }))).toBe(FLUSH_CALLS);
    expect((await storedAudience()).total.polls).toBe(3);
    expect(await callsFor(on, () => on.instance.poll(PATH, FEEDBIN, { "if-none-match": "*" }))).toBe(0);
    later(FLUSH_INTERVAL);
    await on.instance.poll(PATH, FEEDBIN, { "if-none-match": "*" });
    expect((await storedAudience()).total.polls).toBe(5);
  });

  it("changes nothing of an answer, and delays none where the store hangs", async () => {
    const hot = coldPoll(on.store.db, DEFINITIONS);
    await hot(PATH);
    const before = await hot(PATH);
    later(FLUSH_INTERVAL - 1);
    await hot(PATH);
    later(1);
    on.store.before = hangs;
    const calls = on.store.calls;
    const due = await hot(PATH);
    expect(on.store.calls - calls).toBe(FLUSH_CALLS);
    expect([due.status, ...due.headers]).toEqual([before.status, ...before.headers]);
    expect(await due.text()).toBe(await before.text());
    expect(await callsFor(on, () => hot(PATH))).toBe(0);
  });

  it("tells answers apart, and knows the bytes of each coding", async () => {
    const whole = async (coding: string) =>
      (await (await on.instance.poll(PATH, "Whole/1", { "accept-encoding": coding })).arrayBuffer()).byteLength;
    const [identity, gzip, br] = [await whole("identity"), await whole("gzip"), await whole("br")];
    for (const coding of ["identity", "gzip", "br"])
      await on.instance.poll(PATH, `Reeder/${coding}`, { "accept-encoding": coding, "if-none-match": "*" });
    await on.instance.poll(PATH, "curl/8", {}, "HEAD");
    await on.instance.poll(PATH, "curl/8", { "if-none-match": "*" }, "HEAD");
    await on.instance.poll("/feeds/police.rss", "curl/8");
    await on.instance.poll("/feeds/olympics.atom", "curl/8");
    await on.instance.poll("/feeds/never.rss", "curl/8");
    await on.instance.poll(PATH, "curl/8", {}, "POST");
    const { rows } = (await (await on.instance.ask("/api/audience")).json()) as Answer;
    const of = (product: string, feed = "all") =>
      rows.find((row) => row.product === product && row.feed === feed) ?? expect.fail(`no ${product} of ${feed}`);
    expect(of("Other")).toMatchObject({ polls_200: 3, bytes_sent: identity + gzip + br, bytes_saved: 0 });
    expect(of("Reeder")).toMatchObject({ polls_304: 3, bytes_sent: 0, bytes_saved: identity + gzip + br });
    expect(of("curl")).toMatchObject({ polls_200: 1, polls_304: 1, polls_other: 0, bytes_sent: 0, bytes_saved: 0 });
    expect(of("curl", "police")).toMatchObject({ format: "rss", polls_other: 1, bytes_sent: 0 });
    expect(of("curl", "olympics")).toMatchObject({ format: "atom", polls_other: 1 });
    expect(rows.map(({ feed }) => feed)).not.toContain("never");
  });

  it("tells whole documents apart that were sent to who named nothing of what it has (RFC 9110 §13.1)", async () => {
    const PRODUCTS = { curl: {}, Wget: { "if-none-match": '"old"' }, Guzzle: { "if-modified-since": "x" } };
    let length = 0;
    for (const [product, headers] of Object.entries(PRODUCTS)) {
      const response = await on.instance.poll(PATH, `${product === "Guzzle" ? "GuzzleHttp" : product}/1`, headers);
      length = (await response.arrayBuffer()).byteLength;
    }
    await on.instance.poll(PATH, "curl/1", {}, "HEAD");
    await on.instance.poll("/feeds/olympics.rss", "curl/1");
    const { products } = (await (await on.instance.ask("/api/audience")).json()) as Answer;
    const of = (name: string) => products.find(({ product }) => product === name);
    expect(of("curl")).toMatchObject({ polls_200: 2, polls_unconditional: 2, bytes_unconditional: length });
    for (const polite of ["Wget", "Guzzle"])
      expect(of(polite)).toMatchObject({ polls_200: 1, polls_unconditional: 0, bytes_unconditional: 0 });
  });

  it("knows who comes back within a minute: the same reader, from the same place, for the same document", async () => {
    const poll = (agent: string, path = PATH) => on.instance.poll(path, agent, { "if-none-match": "*" });
    await poll("curl/8");
    later(SOON - 1);
    await poll("Wget/1");
    await poll("curl/9");
    await poll("curl/8", "/feeds/all.atom");
    await poll("curl/8");
    later(SOON);
    await poll("curl/8");
    later(1);
    await poll("curl/8");
    // Where it was told to come back.
    for (let index = 0; index < 3; index += 1) await poll("feedparser/6", "/feeds/police.rss");
    const { rows } = (await (await on.instance.ask("/api/audience")).json()) as Answer;
    expect(rows.filter(({ polls_soon }) => polls_soon > 0)).toEqual([
      expect.objectContaining({ product: "curl", format: "rss", polls_304: 5, polls_soon: 2 }),
    ]);
  });

  it("is private: of an address, a User-Agent or a feed id nothing is stored", async () => {
    await on.instance.poll(PATH, "Very-Own-Reader/7 (feed-id:314159; 3 subscribers)");
    await on.instance.ask("/api/audience");
    const tables = ["audience", "audience_report", "audience_batch"];
    const rows = await Promise.all(tables.map((table) => here.db.prepare(`SELECT * FROM ${table}`).all()));
    expect(rows.every(({ results }) => results.length > 0)).toBe(true);
    expect(JSON.stringify(rows.map(({ results }) => results))).not.toMatch(/Very-Own|314159|1697787|192\.0\.2/);
  });
});

describe("isolates that count at once", () => {
  it("add up, and the latest report stays, whichever is stored last", async () => {
    const [early, late] = [poller(here.db, SITE, DEFINITIONS), poller(here.db, SITE, DEFINITIONS)];
    await early.poll(PATH, "Feedly/1.0 (500 subscribers)");
    later(1_000);
    await late.poll(PATH, "Feedly/1.0 (400 subscribers)");
    await late.ask("/api/audience");
    await early.ask("/api/audience");
    const feedly = (await storedAudience()).rows.find(({ product }) => product === "Feedly");
    expect(feedly).toMatchObject({ polls_200: 2, subscribers: 400 });
  });

  it("do not fill the store with ids that are made up", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { poll, ask } = poller(here.db, SITE, DEFINITIONS);
      for (let id = 0; id < 30; id += 1) await poll(PATH, `Feedbin feed-id:${round}-${id} - 1 subscribers`);
      await ask("/api/audience");
    }
    const { results } = await here.db.prepare("SELECT source FROM audience_report").all();
    expect(results.length).toBeLessThanOrEqual(40);
    expect((await storedAudience()).total.polls_200).toBe(150);
  });
});
