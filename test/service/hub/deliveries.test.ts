import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FeedInput } from "../../../src/feed/catalog.ts";
import {
  DELIVERY_CLAIM,
  DELIVERY_INTERVAL,
  DELIVERY_PATIENCE,
  FIRST_PAUSE,
  MAX_PAYLOAD,
} from "../../../src/hub/delivery-limits.ts";
import { PUSH_RETENTION } from "../../../src/hub/limits.ts";
import { EDITION_DAYS } from "../../../src/service/store/history.ts";
import { oweEdition } from "../../../src/service/store/owed-editions.ts";
import { here } from "../../homes/here.ts";
import { pass, setClock, startClock } from "../clock.ts";
import { logged } from "../logged.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { PARTNER_FEEDS, syndicate } from "../partner/syndicate.ts";
import { insertEdition, select } from "../store/rows.ts";
import { never, type Received, Subscribers, signatureOf, subscribed } from "./subscribers.ts";

let others: Subscribers;
let desk: Newsroom;
let woken: number[];
beforeEach(async () => {
  startClock(Date.UTC(2026, 2, 1));
  others = new Subscribers();
  woken = [];
  const wakeSender = async (seconds: number) => void woken.push(seconds);
  const wait = async (time: number) => pass(time);
  desk = await newsroom(undefined, undefined, { fetchOut: others.fetchOut, wakeSender, wait });
  await desk.put(article("first"));
  await desk.publish();
});
afterEach(() => void vi.useRealTimers());

const subscription = async (id = 1) =>
  (await select(here.db, `SELECT * FROM subscription WHERE id = ${id}`))[0] as Record<string, number | string | null>;

const run = async (sql: string): Promise<void> => void (await here.db.prepare(sql).run());

const pushes = () => select(here.db, "SELECT edition, subscription, status, attempts, is_delta FROM push");

async function publish(id: string, fields: object = {}): Promise<void> {
  pass(1_000);
  await desk.put(article(id, { ...fields }));
  await desk.publish();
}

/** The stories in what was sent. */
const stories = ({ body }: Received): string[] => [...body.matchAll(/Title of (\w+)</g)].map((match) => match[1] ?? "");

describe("an edition that becomes current", () => {
  it("wakes nobody where nobody is subscribed", () => {
    expect(woken).toEqual([]);
  });

  it("is sent to whoever is subscribed: the document itself, signed over its bytes", async () => {
    const callback = await subscribed();
    await publish("second");
    expect(woken).toEqual([0]);
    await desk.send();
    const body = await desk.document("/feeds/all.atom");
    expect(body).toContain("Title of second");
    expect(others.received).toEqual([
      {
        url: callback,
        reach: "public",
        body,
        headers: {
          "content-type": "application/atom+xml; charset=utf-8",
          link: '<https://feeds.example/hub>; rel="hub", <https://feeds.example/feeds/all.atom>; rel="self"',
          "user-agent": "Wireproof (+https://feeds.example)",
          "x-hub-signature": signatureOf(body, "a secret"),
        },
      },
    ]);
    expect(await subscription()).toMatchObject({
      ...{ acknowledged: 2, wanted: 2, wanted_since: null, due_at: null, claimed_until: 0, attempts: 0 },
      ...{ last_status: 204, last_fault: null, urgent: 0, acknowledged_at: Date.now() },
    });
    expect(await pushes()).toEqual([{ edition: 2, subscription: 1, status: 204, attempts: 1, is_delta: 0 }]);
    await desk.send();
    expect(others.received).toHaveLength(1);
  });

  it.each([
    ["rss", "application/rss+xml; charset=utf-8"],
    ["json", "application/feed+json; charset=utf-8"],
  ] as const)("is sent in the format of the topic: %s", async (format, type) => {
    await subscribed({ format });
    await publish("second");
    await desk.send();
    const [received] = others.received;
    expect(received?.headers).toMatchObject({
      "content-type": type,
      link: expect.stringContaining(`<https://feeds.example/feeds/all.${format}>; rel="self"`),
    });
    expect(received?.body).toBe(await desk.document(`/feeds/all.${format}`));
  });

  it("is sent unsigned where there is no secret, and by SHA-1 where that was asked for", async () => {
    const [plain, old] = [
      await subscribed({ callback: "https://a.example/", secret: null }),
      await subscribed({ callback: "https://b.example/", algorithm: "sha1" }),
    ];
    await publish("second");
    await desk.send();
    expect(others.to(plain)[0]?.headers).not.toHaveProperty("x-hub-signature");
    const [received] = others.to(old);
    expect(received?.headers["x-hub-signature"]).toBe(signatureOf(received?.body ?? "", "a secret", "sha1"));
  });

  it("is not sent to those of other feeds, nor where a subscription has ended or its lease is over", async () => {
    await subscribed({ feed: "sport" });
    await subscribed({ callback: "https://a.example/", ended_at: 1, end_reason: "unsubscribed" });
    const lapsed = await subscribed({ callback: "https://b.example/", lease_until: Date.now() + 1_500 });
    await publish("second");
    pass(1_000);
    await desk.send();
    expect(others.received).toEqual([]);
    // One that is renewed gets what it lacks.
    await run("UPDATE subscription SET lease_until = lease_until + 1000000 WHERE id = 3");
    await desk.send();
    expect(others.to(lapsed)).toHaveLength(1);
  });

  it("is sent only to those of formats whose document is another one", async () => {
    await subscribed();
    await publish("second");
    await desk.send();
    const before = JSON.stringify({ rss: { etag: "other" }, atom: { etag: "same" }, json: { etag: "same" } });
    const after = JSON.stringify({ rss: { etag: "new" }, atom: { etag: "same" }, json: { etag: "same" } });
    const rss = await subscribed({ format: "rss" });
    await insertEdition(here.db, "all", 7, { validators: before });
    await insertEdition(here.db, "all", 8, { validators: after });
    const stamp = { feed: "all", number: 8, at: Date.now() };
    await here.db.batch([oweEdition(here.db, stamp, false)]);
    expect(await subscription(1)).toMatchObject({ wanted: 2, due_at: null });
    expect(await subscription(2)).toMatchObject({ callback: rss, wanted: 8, due_at: Date.now() });
  });

  it("is sent later where a cache stands in front: some take it as a hint, and ask for what must not be the old one", async () => {
    await subscribed();
    const purge = async () => null;
    const wakeSender = async (seconds: number) => void woken.push(seconds);
    desk = await newsroom(undefined, undefined, { fetchOut: others.fetchOut, wakeSender, purge }, { keep: true });
    await publish("second");
    expect(woken).toEqual([2]);
    pass(1_000);
    await desk.request("DELETE", "/api/articles/second", { reason: "Wrong" });
    await desk.publish();
    expect(woken).toEqual([2, 0]);
  });
});

describe("editions that follow each other", () => {
  it("are one delivery, of what is current by then: the first at once, and the others together", async () => {
    await subscribed();
    await publish("a");
    await desk.send();
    await publish("b");
    await publish("c");
    const { due_at, acknowledged_at } = await subscription();
    expect(due_at).toBe(Number(acknowledged_at) + DELIVERY_INTERVAL);
    pass(DELIVERY_INTERVAL);
    await desk.send();
    expect(others.received.map(stories)).toEqual([
      ["a", "first"],
      ["c", "b", "a", "first"],
    ]);
    expect((await pushes()).map((one) => (one as { edition: number }).edition)).toEqual([2, 4]);
  });

  it("count as missing from the oldest on that a subscriber lacks", async () => {
    await subscribed();
    await publish("a");
    const since = Date.now();
    await publish("b");
    expect(await subscription()).toMatchObject({ wanted_since: since, wanted: 3, acknowledged: 0 });
  });

  it("do not hurry one that fails, but for a story that is taken back", async () => {
    logged();
    const callback = await subscribed();
    others.at(callback, 500);
    await publish("a");
    await desk.send();
    const { due_at } = await subscription();
    await publish("b");
    expect(await subscription()).toMatchObject({ due_at, urgent: 0, wanted: 3 });
    pass(1_000);
    await desk.request("DELETE", "/api/articles/a", { reason: "Wrong" });
    await desk.publish();
    expect(await subscription()).toMatchObject({ due_at: Date.now(), urgent: 1, wanted: 4 });
    others.at(callback, 200);
    await desk.send();
    expect(await subscription()).toMatchObject({ urgent: 0, acknowledged: 4, attempts: 0 });
  });

  it("go out at once where a story is taken back, and before all others", async () => {
    const first = await subscribed({ feed: "sport", callback: "https://a.example/" });
    const second = await subscribed({ callback: "https://b.example/" });
    await publish("a", { section: "Sport" });
    await desk.send();
    await publish("b", { section: "Sport" });
    pass(1);
    await desk.put(article("x"));
    await desk.request("DELETE", "/api/articles/first", { reason: "Wrong" });
    pass(1_000);
    await desk.publish();
    others.received.length = 0;
    await desk.send();
    expect(others.received.map(({ url }) => url).slice(0, 1)).toEqual([second]);
    expect(first).not.toBe(second);
  });

  it("that came while one was on its way are sent after it", async () => {
    const callback = await subscribed();
    others.at(callback, async () => {
      others.at(callback, 200);
      await publish("b");
      return new Response();
    });
    await publish("a");
    await desk.send();
    expect(await subscription()).toMatchObject({ acknowledged: 2, wanted: 3, due_at: expect.any(Number) });
    pass(DELIVERY_INTERVAL);
    await desk.send();
    expect(others.received.map((one) => stories(one)[0])).toEqual(["a", "b"]);
  });
});

describe("an attempt that fails", () => {
  it.each([
    ["an error", 500, "it answered 500"],
    ["a redirect, which is not followed", 302, "it answered 302"],
    ["a refusal", 403, "it answered 403"],
  ])("is made again later, with more patience each time: %s", async (_, status, fault) => {
    const log = logged();
    const callback = await subscribed();
    others.at(callback, () => new Response("No.", { status, headers: { location: "https://elsewhere.example/" } }));
    await publish("a");
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await desk.send();
      expect(await subscription()).toMatchObject({ attempts: attempt, last_status: status, last_fault: fault });
      pauses.push(Number((await subscription()).due_at) - Date.now());
      pass(pauses.at(-1) ?? 0);
    }
    pauses.forEach((pause, index) => {
      expect(pause).toBeGreaterThanOrEqual((FIRST_PAUSE * 2 ** index) / 2);
      expect(pause).toBeLessThanOrEqual(FIRST_PAUSE * 2 ** index);
    });
    expect(new Set(others.received.map(({ url }) => url))).toEqual(new Set([callback]));
    expect(log.filter(({ event }) => event === "subscriber fails")).toHaveLength(1);
    others.at(callback, 202);
    await desk.send();
    expect(await pushes()).toEqual([{ edition: 2, subscription: 1, status: 202, attempts: 4, is_delta: 0 }]);
  });

  it("is one without an answer, too: the desk is told why", async () => {
    logged();
    const callback = await subscribed();
    others.at(callback, () => Promise.reject(new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") })));
    await publish("a");
    await desk.send();
    expect(await subscription()).toMatchObject({
      ...{ attempts: 1, last_status: null, last_fault: "there is no answer: ECONNREFUSED" },
    });
  });

  it("is one whose answer does not come in time", async () => {
    logged();
    const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
      expect(milliseconds).toBe(DELIVERY_PATIENCE);
      return AbortSignal.abort(new DOMException("late", "TimeoutError"));
    });
    const callback = await subscribed();
    others.at(callback, (received, signal) =>
      signal.aborted ? Promise.reject(signal.reason) : never(received, signal),
    );
    await publish("a");
    await desk.send();
    timeout.mockRestore();
    expect(await subscription()).toMatchObject({ attempts: 1, last_fault: "it took more than 30 seconds" });
  });

  it.each([429, 503])("waits as long as the subscriber asks for: %i", async (status) => {
    logged();
    const callback = await subscribed();
    others.at(callback, () => new Response("", { status, headers: { "retry-after": "7200" } }));
    await publish("a");
    await desk.send();
    expect((await subscription()).due_at).toBe(Date.now() + 7_200_000);
  });

  it("is made again to the lease's end, and not after", async () => {
    logged();
    const callback = await subscribed({ lease_until: Date.now() + 3_600_000 });
    others.at(callback, 500);
    await publish("a");
    for (let round = 0; round < 50; round += 1) {
      await desk.send();
      const { due_at, lease_until } = await subscription();
      expect(Number(due_at)).toBeLessThanOrEqual(Number(lease_until));
      pass(Math.max(1_000, Number(due_at) - Date.now()));
    }
    expect(others.received.length).toBeGreaterThan(5);
    expect(others.received.length).toBeLessThan(20);
  });
});

describe("a subscriber that is gone", () => {
  it("is sent nothing more once it has answered 410", async () => {
    logged();
    const callback = await subscribed();
    others.at(callback, 410);
    await publish("a");
    await desk.send();
    expect(await subscription()).toMatchObject({
      ...{ ended_at: Date.now(), end_reason: "gone", due_at: null, wanted_since: null, last_status: 410 },
    });
    await publish("b");
    await desk.send();
    expect(others.received).toHaveLength(1);
    expect(await pushes()).toEqual([]);
  });

  it("is there still where it was verified anew while its 410 was on its way", async () => {
    logged();
    const callback = await subscribed();
    others.at(callback, async () => {
      others.at(callback, 200);
      await run("UPDATE subscription SET verified_at = verified_at + 1");
      return new Response(null, { status: 410 });
    });
    await publish("a");
    await desk.send();
    await desk.send();
    expect(await subscription()).toMatchObject({ ended_at: null, acknowledged: 2 });
    expect(others.received).toHaveLength(2);
  });
});

describe("a subscription that changes while something is on its way to it", () => {
  it("has its receipt where it has ended, and gets nothing more", async () => {
    const callback = await subscribed();
    others.at(callback, async () => {
      await run("UPDATE subscription SET ended_at = 1, end_reason = 'unsubscribed', due_at = NULL");
      return new Response();
    });
    await publish("a");
    await desk.send();
    expect(await subscription()).toMatchObject({ end_reason: "unsubscribed", due_at: null, acknowledged: 2 });
    expect(await pushes()).toHaveLength(1);
  });

  it("is not due again where it has ended and the attempt fails", async () => {
    logged();
    const callback = await subscribed();
    others.at(callback, async () => {
      await run("UPDATE subscription SET ended_at = 1, end_reason = 'unsubscribed', due_at = NULL");
      return new Response("", { status: 500 });
    });
    await publish("a");
    await desk.send();
    expect(await subscription()).toMatchObject({ ended_at: 1, due_at: null });
  });

  it("is sent the same anew where its secret is another by then: it could not believe the first", async () => {
    const callback = await subscribed();
    others.at(callback, async () => {
      others.at(callback, 200);
      await run("UPDATE subscription SET secret = 'another', verified_at = verified_at + 1");
      return new Response();
    });
    await publish("a");
    await desk.send();
    await desk.send();
    expect(others.received.map(({ headers, body }) => [headers["x-hub-signature"], body])).toEqual(
      ["a secret", "another"].map((secret) => {
        const { body = "" } = others.received[0] ?? {};
        return [signatureOf(body, secret), body];
      }),
    );
    expect(await pushes()).toHaveLength(1);
  });
});

describe("a claim", () => {
  it("that was lost to another sender keeps the receipt, and takes nothing from the other", async () => {
    const callback = await subscribed();
    const claimed = Date.now() + 1_000_000;
    others.at(callback, async () => {
      await run(`UPDATE subscription SET claimed_until = ${claimed}`);
      return new Response();
    });
    await publish("a");
    await desk.send();
    expect(await pushes()).toHaveLength(1);
    expect(await subscription()).toMatchObject({ claimed_until: claimed, acknowledged: 2, due_at: null });
  });

  it("that was lost says nothing of a failure", async () => {
    logged();
    const callback = await subscribed();
    others.at(callback, async () => {
      await run("UPDATE subscription SET claimed_until = 7");
      return new Response("", { status: 500 });
    });
    await publish("a");
    await desk.send();
    expect(await subscription()).toMatchObject({ attempts: 0, claimed_until: 7 });
  });

  it("of a sender that was killed holds for a while, and then another sends it", async () => {
    await subscribed();
    await publish("a");
    await run(`UPDATE subscription SET claimed_until = ${Date.now() + DELIVERY_CLAIM}`);
    await desk.send();
    expect(others.received).toHaveLength(0);
    pass(DELIVERY_CLAIM);
    await desk.send();
    expect(others.received).toHaveLength(1);
  });

  it("that ends later than any does is none: the clock was set back", async () => {
    await subscribed();
    await publish("a");
    await run(`UPDATE subscription SET claimed_until = ${Date.now() + 3_600_000}`);
    await desk.send();
    expect(others.received).toHaveLength(1);
  });

  it("is let go where whoever holds it has slept over it: another may be at it, with something newer", async () => {
    await subscribed();
    await publish("a");
    const { db } = here;
    // The document is slow to come.
    const slow = {
      ...db,
      near: undefined,
      prepare: (sql: string) => {
        if (/FROM document/.test(sql)) pass(DELIVERY_CLAIM);
        return db.prepare(sql);
      },
    };
    const sleepy = await newsroom(undefined, undefined, { db: slow, fetchOut: others.fetchOut }, { keep: true });
    await sleepy.send();
    expect(others.received.length).toBe(0);
    expect(await subscription()).toMatchObject({ attempts: 0, claimed_until: 0 });
    await desk.send();
    expect(others.received.length).toBe(1);
  });
});

describe("a clock that is set back", () => {
  it("holds nobody up: what is due is sent", async () => {
    await subscribed();
    await publish("a");
    await desk.send();
    setClock(-3_600_000);
    await publish("b");
    expect(Number((await subscription()).due_at)).toBeLessThanOrEqual(Date.now() + DELIVERY_INTERVAL);
    pass(DELIVERY_INTERVAL);
    await desk.send();
    expect(others.received).toHaveLength(2);
  });

  it("does not leave a retry for the time that was: the sweep brings it near", async () => {
    logged();
    const callback = await subscribed();
    others.at(callback, 500);
    await publish("a");
    await desk.send();
    setClock(-20 * 86_400_000);
    await run("UPDATE subscription SET lease_until = lease_until - 15 * 86400000");
    others.at(callback, 200);
    await desk.sweep();
    await desk.send();
    expect(others.received).toHaveLength(2);
  });
});

describe("a subscriber that takes deltas", () => {
  it("gets the document whole first, and then what has changed since, as a valid document that says so", async () => {
    await subscribed({ wants_delta: 1 });
    await publish("a");
    await desk.send();
    await publish("b");
    await publish("c");
    pass(DELIVERY_INTERVAL);
    await desk.send();
    expect(others.received.map((one) => [one.headers.im, stories(one)])).toEqual([
      [undefined, ["a", "first"]],
      ["feed", ["c", "b"]],
    ]);
    const [, { body = "", headers = {} } = {}] = others.received;
    expect(headers["x-hub-signature"]).toBe(signatureOf(body, "a secret"));
    expect(body).toMatch(/^<\?xml[\s\S]*<\/feed>\s*$/);
    expect((await pushes()).map((one) => (one as { is_delta: number }).is_delta)).toEqual([0, 1]);
  });

  it("gets it whole where what it has is too old to start from", async () => {
    await subscribed({ wants_delta: 1, acknowledged: 1 });
    await publish("a");
    await run("UPDATE edition SET manifest = NULL WHERE number = 1");
    await desk.send();
    expect(others.received.map((one) => [one.headers.im, stories(one)])).toEqual([[undefined, ["a", "first"]]]);
  });
});

describe("a document that is too large to be sent", () => {
  const large = async (): Promise<void> => {
    await publish("a");
    const filling = "x".repeat(1_000_000);
    for (let part = 1; part <= 4; part += 1)
      await here.db
        .prepare(
          "INSERT INTO document (feed, edition, format, coding, part, body) VALUES ('all', 2, 'atom', 'identity', ?, ?)",
        )
        .bind(part, filling)
        .run();
    expect(4 * filling.length).toBeGreaterThan(MAX_PAYLOAD);
  };

  it("is not, which the desk is told", async () => {
    logged();
    await subscribed();
    await large();
    await desk.send();
    expect(others.received).toEqual([]);
    expect(await subscription()).toMatchObject({ attempts: 1, last_fault: "the document has more than 3 MiB" });
  });
});

describe("receipts", () => {
  it("go after a while, but for the last of each subscriber: it says what is still there", async () => {
    await subscribed({ lease_until: Number.MAX_SAFE_INTEGER });
    await publish("a");
    await desk.send();
    pass(DELIVERY_INTERVAL);
    await publish("b");
    await desk.send();
    pass(PUSH_RETENTION - 10_000);
    await desk.sweep();
    expect(await pushes()).toHaveLength(2);
    pass(20_000);
    await desk.sweep();
    expect(await pushes()).toEqual([expect.objectContaining({ edition: 3 })]);
    pass(EDITION_DAYS * 86_400_000);
    await desk.sweep();
    expect(await pushes()).toHaveLength(1);
    await run("UPDATE subscription SET ended_at = 1");
    await desk.sweep();
    expect(await pushes()).toEqual([]);
  });
});

describe("a partner's feed", () => {
  const started = async (key: object = {}) => {
    const office = await syndicate(PARTNER_FEEDS, { fetchOut: others.fetchOut });
    await office.partner("radio");
    const { id } = await office.key("radio", key);
    await office.put(article("first"));
    await office.publish();
    const callback = await subscribed({ feed: "radio", partner: "radio", key_id: id });
    pass(1_000);
    await office.put(article("a"));
    await office.publish();
    return { office, id, callback };
  };

  it("is sent to whoever showed a key that opens it, as its own topic", async () => {
    const { office } = await started();
    await office.send();
    expect(others.received.map(({ headers }) => headers.link)).toEqual([
      '<https://feeds.example/hub>; rel="hub", <https://feeds.example/partner/radio.atom>; rel="self"',
    ]);
    expect(stories(others.received[0] as Received)).toEqual(["a", "first"]);
  });

  it.each([
    ["is revoked", "UPDATE partner_key SET revoked_at = 1"],
    ["has expired", "UPDATE partner_key SET expires_at = 1"],
    ["is of a partner that is suspended", "UPDATE partner SET status = 'suspended'"],
    ["opens other feeds", `UPDATE partner_key SET feeds = '["radio-sport"]'`],
    ["is there no more", "DELETE FROM partner_key"],
  ])("is sent no more where the key %s: the subscriber is denied it", async (_, change) => {
    logged();
    const { office, callback } = await started();
    await run(change);
    await office.send();
    expect(others.received.filter(({ body }) => body !== "")).toEqual([]);
    expect(await subscription()).toMatchObject({ ended_at: Date.now(), end_reason: "denied", due_at: null });
    expect(callback).toBeDefined();
  });
});

describe("a feed of a family", () => {
  const FAMILY: FeedInput[] = [{ by: "tag", slug: "tag/{value}", title: "{value}", description: "On {value}" }];
  const started = async () => {
    desk = await newsroom(FAMILY, undefined, { fetchOut: others.fetchOut });
    for (const id of ["a", "b", "c"]) await desk.put(article(id, { tags: ["vote"] }));
    await desk.publish();
    await subscribed({ feed: "tag/vote", wanted: 1, wanted_since: 1, due_at: 1 });
  };

  it("is woken where something is due to its subscribers while it sleeps", async () => {
    await started();
    await desk.send();
    expect(others.received.map((one) => stories(one).sort())).toEqual([["a", "b", "c"]]);
    expect(await subscription()).toMatchObject({ acknowledged: 1, due_at: null });
  });

  it("is waited for where others wake it, which is no failure of the subscriber's", async () => {
    await started();
    // Somebody else is at it, and does not come to an end.
    await run(`UPDATE feed SET woken_at = ${Date.now()}`);
    const patient = await newsroom(
      FAMILY,
      undefined,
      { fetchOut: others.fetchOut, wait: async () => undefined },
      { keep: true },
    );
    await patient.send();
    expect(others.received).toEqual([]);
    expect(await subscription()).toMatchObject({ attempts: 0, claimed_until: 0, due_at: expect.any(Number) });
  });
});

describe("a feed that is there no more", () => {
  it("is denied to whoever waits for it", async () => {
    logged();
    await subscribed({ feed: "over", due_at: 1, wanted: 1 });
    await desk.send();
    expect(others.received.filter(({ body }) => body !== "")).toEqual([]);
    expect(await subscription()).toMatchObject({ end_reason: "denied", due_at: null });
  });
});
