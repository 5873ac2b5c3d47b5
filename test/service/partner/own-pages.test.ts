import { beforeEach, describe, expect, it } from "vitest";
import type { FeedInput } from "../../../src/feed/catalog.ts";
import { listNotPickedUp, savePartnerError } from "../../../src/service/store/partner-pages.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { encode, FORM, ORIGIN, text } from "../desk/browser.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { explain, recordQueries } from "../store/recording.ts";
import { insertSubscription } from "../store/rows.ts";
import { PARTNER_FEEDS } from "./syndicate.ts";

const FAMILY: FeedInput = {
  ...{ by: "tag", slug: "daily/tag/{value}", title: "{value} for the daily", description: "On {value}" },
  ...{ access: "partner", partner: "daily" },
};
const OTHERS = {
  slug: "paper-feed",
  title: "For the paper",
  description: "P",
  access: "partner",
  partner: "paper",
} as const;
let room: Newsroom;
let key: string;
let others: string;

beforeEach(async () => {
  room = await newsroom([...PARTNER_FEEDS, OTHERS, FAMILY], SITE);
  key = await partnerKey("radio");
  others = await partnerKey("paper");
});

async function partnerKey(slug: string): Promise<string> {
  await room.request("POST", "/api/partners", { slug, name: `The ${slug}` });
  return ((await (await room.request("POST", `/api/partners/${slug}/keys`, {})).json()) as { key: string }).key;
}

const fetchPage = async (method: string, path: string, headers: Record<string, string>, body?: string) =>
  room.fetch(new Request(`https://feeds.example${path}`, { method, headers, body }));

const open = (secret: string, headers: Record<string, string> = ORIGIN) =>
  fetchPage("POST", "/partners", { ...FORM, ...headers }, encode({ key: secret }));

async function cookieOf(secret: string): Promise<string> {
  return (await open(secret)).headers.get("set-cookie")?.split(";")[0] ?? "";
}

const page = async (cookie: string): Promise<string> => (await fetchPage("GET", "/partners", { cookie })).text();

const poll = (secret: string, path: string, headers: Record<string, string> = {}) =>
  fetchPage("GET", path, { authorization: `Bearer ${secret}`, ...headers });

/** An error is noted after its answer. */
async function errorsOf(partner: string, count: number): Promise<unknown[]> {
  for (;;) {
    const { results } = await here.db
      .prepare("SELECT status, path FROM partner_error WHERE partner = ? ORDER BY id")
      .bind(partner)
      .all();
    if (results.length >= count) return results;
  }
}

describe("a partner's own page", () => {
  it("says where its feeds are sent, what arrived, and nothing of others", async () => {
    const mine = { feed: "radio", partner: "radio", key_id: "k", callback: "https://in.radio.example/secret-path" };
    await insertSubscription(here.db, 1, { ...mine, host: "in.radio.example", acknowledged: 4, acknowledged_at: 1 });
    await insertSubscription(here.db, 2, {
      ...{ ...mine, format: "atom", host: "old.radio.example", attempts: 2, last_fault: "it answered 503" },
    });
    await insertSubscription(here.db, 3, { ...mine, format: "json", host: "ended.radio.example", ended_at: 1 });
    await insertSubscription(here.db, 4, {
      feed: "paper-feed",
      partner: "paper",
      key_id: "k",
      host: "in.paper.example",
    });
    const html = await page(await cookieOf(key));
    expect(text(html)).toMatch(
      /The RSS is sent to in\.radio\.example, until .* unless you ask again\. It took edition 4/,
    );
    expect(text(html)).toMatch(/sent to old\.radio\.example, .* It has failed 2 times since: it answered 503\./);
    expect(html).not.toMatch(/ended\.radio|paper\.example|secret-path/);
  });

  it("is opened with a key, by a cookie of its own, and is kept by nobody", async () => {
    const asked = await fetchPage("GET", "/partners", {});
    expect(text(await asked.text())).toContain("Your key, as your system sends it");
    const opened = await open(` ${key} `);
    expect([opened.status, opened.headers.get("location")]).toEqual([303, "/partners"]);
    const cookie = opened.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^partner=[\w-]{43}; Max-Age=7200; Path=\/partners; HttpOnly; Secure; SameSite=Strict$/);
    expect(cookie).not.toContain(key);
    const own = await fetchPage("GET", "/partners", { cookie: cookie.split(";")[0] ?? "" });
    expect(own.headers.get("cache-control")).toBe("no-store");
    expect(own.headers.get("x-robots-tag")).toBe("noindex, nofollow");
    const html = await own.text();
    expect(html).not.toContain(key);
    expect(html).toContain('<output id="radio-rss">https://feeds.example/partner/radio.rss</output>');
    expect(text(html)).toContain("60 polls a minute, and 300 MB");
  });

  it("shows nothing of any other partner", async () => {
    await poll(others, "/partner/radio.rss");
    await errorsOf("paper", 1);
    const [mine, theirs] = [await page(await cookieOf(key)), await page(await cookieOf(others))];
    expect(mine).not.toMatch(/paper/i);
    expect(mine).toContain("None.");
    expect(theirs).not.toContain("partner/radio.atom");
    expect(text(theirs)).toContain("403 the key does not open this address");
  });

  it("is opened by no key that is none, ended, revoked, or sent from another site", async () => {
    expect((await open("wp_0123456789ab_guess")).status).toBe(401);
    expect((await open(`${key.slice(0, -1)}x`)).status).toBe(401);
    expect((await open(key, { origin: "https://evil.example" })).status).toBe(403);
    const cookie = await cookieOf(key);
    await room.request("DELETE", `/api/partners/radio/keys/${key.slice(3, 15)}`);
    expect((await open(key)).status).toBe(401);
    expect(text(await page(cookie))).toContain("Your key, as your system sends it");
  });

  it("is closed for good, whoever has its cookie", async () => {
    const cookie = await cookieOf(key);
    await fetchPage("POST", "/partners/close", { cookie, ...FORM, ...ORIGIN });
    expect(text(await page(cookie))).toContain("Your key, as your system sends it");
  });

  it("has a deed of each opening, refusal and closing, of keys that there are", async () => {
    const cookie = await cookieOf(key);
    await open(`${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`);
    await open("a password");
    await fetchPage("POST", "/partners/close", { ...FORM, ...ORIGIN, cookie });
    await fetchPage("POST", "/partners/close", { ...FORM, ...ORIGIN, cookie });
    const { results } = await here.db
      .prepare("SELECT action, actor_name, subject_kind FROM audit WHERE action LIKE 'partner-page.%' ORDER BY id")
      .all();
    expect(results).toEqual([
      { action: "partner-page.opened", actor_name: "The radio", subject_kind: "partner-key" },
      { action: "partner-page.refused", actor_name: "the service", subject_kind: "partner-key" },
      { action: "partner-page.closed", actor_name: "The radio", subject_kind: "partner-key" },
    ]);
  });

  it("says first what was taken back and is not picked up", async () => {
    await room.put(article("a", { title: "The mayor resigns" }));
    await room.publish();
    expect((await poll(key, "/partner/radio.rss")).status).toBe(200);
    const cookie = await cookieOf(key);
    expect(text(await page(cookie))).toContain("You have it.");
    await room.request("DELETE", "/api/articles/a?reason=Wrong");
    await room.publish();
    const told = text(await page(cookie));
    expect(told).toContain("Taken back, and you have them still");
    expect(told.indexOf("The mayor resigns")).toBeLessThan(told.indexOf("Your feeds"));
    expect(told).toContain("You have edition 1: ask again.");
    expect(told).toMatch(/The mayor resigns taken back .* https:\/\/gazette.example\/a Its id in the feed \S+:/);
  });

  it("names what is new and what has changed since the partner asked", async () => {
    await room.put(article("a", { title: "Votes are counted" }));
    await room.publish();
    await poll(key, "/partner/radio.rss");
    const cookie = await cookieOf(key);
    expect(text(await page(cookie))).not.toContain("You have not picked these up yet");
    await room.put(article("a", { title: "Votes are counted again" }));
    await room.put(article("b", { title: "Rain" }));
    await room.publish();
    const told = text(await page(cookie));
    expect(told).toContain("You have not picked these up yet");
    expect(told).toMatch(/Votes are counted again changed /);
    expect(told).toMatch(/Rain new /);
    expect(told).not.toContain("Taken back, and");
  });

  it("says nothing was missed of what came and went between two polls, or is back", async () => {
    for (const id of ["a", "b"]) await room.put(article(id));
    await room.publish();
    await poll(key, "/partner/radio.rss");
    await room.put(article("c"));
    await room.publish();
    for (const id of ["b", "c"]) await room.request("DELETE", `/api/articles/${id}?reason=Wrong`);
    await room.publish();
    await room.put(article("b", { title: "Back again" }));
    await room.publish();
    const told = text(await page(await cookieOf(key)));
    expect(told).not.toContain("Taken back, and you have them still");
    expect(told).toMatch(/Back again changed /);
  });

  it("has the feeds of families, and what was taken back in them, for a partner that has no others", async () => {
    const daily = await partnerKey("daily");
    const cookie = await cookieOf(daily);
    const before = text(await page(cookie));
    expect(before).not.toContain("This key opens no feed");
    expect(before).toContain("https://feeds.example/partner/daily/tag/{value}.rss");
    for (const id of ["a", "b"]) await room.put(article(id, { title: `The mayor, ${id}`, tags: ["Votes"] }));
    await room.publish();
    expect((await poll(daily, "/partner/daily/tag/votes.rss")).status).toBe(200);
    expect(text(await page(cookie))).toMatch(/Votes for the daily Edition 1, .* You have it\./);
    await room.request("DELETE", "/api/articles/a?reason=Wrong");
    await room.publish();
    const told = text(await page(cookie));
    expect(told).toMatch(/Taken back, and you have them still .*The mayor, a/);
    expect(told).toContain("in Votes for the daily");
  });

  it("finds what is not picked up by an index", async () => {
    const { db, queries } = recordQueries();
    await listNotPickedUp(db, [{ feed: "radio", edition: 1 }]);
    for (const plan of (await explain(queries)).values()) {
      expect(plan.join("\n")).toMatch(/SEARCH c USING INDEX carried_feed \(feed=\? AND edition>\?\)/);
      expect(plan.join("\n")).not.toMatch(/SCAN (c|o|a|r)\b/);
    }
  });
});

describe("errors of a partner", () => {
  it("are noted by their kind, whatever paths are made up, without what stands in the query", async () => {
    await poll(key, "/partner/none.rss?key=secret");
    await poll(key, "/partner/none.rss");
    await poll(key, "/partner/other.rss");
    expect(await errorsOf("radio", 1)).toEqual([{ status: 403, path: "/partner/none.rss" }]);
  });

  it("are those of a revoked key, too, and of no made-up one", async () => {
    await room.request("DELETE", `/api/partners/radio/keys/${key.slice(3, 15)}`);
    await poll(`wp_${key.slice(3, 15)}_${"a".repeat(43)}`, "/partner/radio.rss");
    await poll(key, "/partner/radio.rss");
    expect(await errorsOf("radio", 1)).toEqual([{ status: 401, path: "/partner/radio.rss" }]);
  });

  it("are the last twenty", async () => {
    for (let n = 0; n < 25; n += 1)
      await savePartnerError(here.db, "radio", { at: n, key_id: "k", status: 403, path: `/partner/none-${n}.rss` });
    const kept = await errorsOf("radio", 20);
    expect(kept).toHaveLength(20);
    expect(kept.at(-1)).toEqual({ status: 403, path: "/partner/none-24.rss" });
  });
});
