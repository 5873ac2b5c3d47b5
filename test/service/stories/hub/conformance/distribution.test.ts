import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { here } from "../../../../homes/here.ts";
import { pass, startClock } from "../../../clock.ts";
import { newsroomInTime, type Received, Subscribers, signatureOf, subscribed } from "../../../hub/subscribers.ts";
import { logged } from "../../../logged.ts";
import { article, type Newsroom } from "../../../newsroom.ts";
import { select } from "../../../store/rows.ts";

const CALLBACK = "https://reader.example/callback?for=me&for=you";
const HOUR = 3_600_000;

let others: Subscribers;
let desk: Newsroom;
beforeEach(async () => {
  startClock(Date.UTC(2026, 2, 1));
  others = new Subscribers();
  desk = await newsroomInTime(undefined, undefined, { fetchOut: others.fetchOut });
  await desk.put(article("first"));
  await desk.publish();
});
afterEach(() => void vi.useRealTimers());

async function publish(id = "second"): Promise<void> {
  pass(5_000);
  await desk.put(article(id));
  await desk.publish();
  await desk.send();
}

const deliver = async (fields: Parameters<typeof subscribed>[0] = {}): Promise<Received> => {
  await subscribed({ callback: CALLBACK, ...fields });
  await publish();
  expect(others.received).toHaveLength(1);
  return others.received[0] as Received;
};

const subscription = async () =>
  (await select(here.db, "SELECT ended_at, end_reason, acknowledged, attempts, due_at FROM subscription"))[0];

const answering = async (status: number): Promise<void> => {
  logged();
  others.at(CALLBACK, () => new Response("gone", { status, headers: { location: "https://elsewhere.example/" } }));
  await deliver();
};

type Case = [section: string, sentence: string, see: () => Promise<void>];

/**
 * Every MUST and SHOULD of a hub's in §7 of WebSub (W3C Recommendation, 23 January 2018), and of §8 what is about distribution, as it stands
 * there or in short, and what it takes to see it.
 */
const CASES: Case[] = [
  [
    "2.1.3",
    "A conforming hub MUST send content distribution requests with a matching content type of the topic URL.",
    async () => {
      for (const format of ["rss", "atom", "json"] as const) {
        await subscribed({ callback: `https://${format}.example/`, format });
        others.received.length = 0;
        await publish(`of-${format}`);
        const polled = await desk.fetch(new Request(`https://feeds.example/feeds/all.${format}`));
        expect(others.to(`https://${format}.example/`)[0]?.headers["content-type"]).toBe(
          polled.headers.get("content-type"),
        );
      }
    },
  ],
  [
    "2.1.3",
    "A conforming hub MUST send a X-Hub-Signature header if the subscription was made with a hub.secret.",
    async () => {
      expect((await deliver({ secret: "geheim" })).headers).toHaveProperty("x-hub-signature");
    },
  ],
  [
    "7",
    "The request is a POST request from the hub to the subscriber's callback URL.",
    async () => {
      expect((await deliver()).url).toBe(CALLBACK);
    },
  ],
  [
    "7",
    "The body of the POST request MUST include the payload of the notification, and MUST contain the full contents of the topic URL.",
    async () => {
      const { body } = await deliver();
      expect(body).toBe(await desk.document("/feeds/all.atom"));
      expect(body).toContain("Title of second");
    },
  ],
  [
    "7",
    "For Atom and RSS feeds, the hub MAY remove already-delivered entries from the feed: where the subscriber says that it may.",
    async () => {
      await deliver({ wants_delta: 1 });
      await publish("third");
      const [whole, delta] = others.received;
      expect(whole?.body).toContain("Title of first");
      expect(delta?.body).toContain("Title of third");
      expect(delta?.body).not.toContain("Title of second");
    },
  ],
  [
    "7",
    "The request MUST include one Link Header with rel=hub pointing to a Hub associated with the topic, and one with rel=self set to the canonical URL of the topic. The Hub SHOULD combine these into a single Link Header.",
    async () => {
      const { headers, body } = await deliver();
      expect(headers.link).toBe(
        '<https://feeds.example/hub>; rel="hub", <https://feeds.example/feeds/all.atom>; rel="self"',
      );
      for (const url of ["https://feeds.example/hub", "https://feeds.example/feeds/all.atom"])
        expect(body).toContain(url);
    },
  ],
  ...[200, 201, 202, 204, 299].map(
    (status): Case => [
      "7",
      `The subscriber's callback URL MUST return a 2xx response code to indicate a success: ${status}.`,
      async () => {
        others.at(CALLBACK, () => new Response(null, { status }));
        await deliver();
        expect(await subscription()).toMatchObject({ acknowledged: 2, attempts: 0, due_at: null });
      },
    ],
  ),
  [
    "7",
    "The subscriber MAY return 410 to indicate that the subscription has been deleted, and the hub MAY terminate it.",
    async () => {
      await answering(410);
      expect(await subscription()).toMatchObject({ end_reason: "gone", acknowledged: 0 });
    },
  ],
  ...[301, 302, 303, 307, 308, 400, 401, 404, 429, 500, 503].map(
    (status): Case => [
      "7",
      `The hub MUST consider all other subscriber response codes as failures: ${status}.`,
      async () => {
        await answering(status);
        expect(await subscription()).toMatchObject({ acknowledged: 0, attempts: 1, ended_at: null });
        // A redirect is none: "subscribers MUST NOT use HTTP redirects for moving subscriptions".
        expect(others.received.map(({ url }) => url)).toEqual([CALLBACK]);
      },
    ],
  ),
  [
    "7",
    "The response body from the subscriber MUST be ignored by the hub.",
    async () => {
      const cancelled = vi.fn();
      const endless = () => new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(1_000)), cancel: cancelled });
      others.at(CALLBACK, () => new Response(endless(), { status: 200 }));
      await deliver();
      expect(cancelled).toHaveBeenCalledOnce();
      expect(await subscription()).toMatchObject({ acknowledged: 2 });
    },
  ],
  [
    "7",
    "Hubs SHOULD retry content distribution requests up to self-imposed limits.",
    async () => {
      await answering(500);
      pass(HOUR);
      others.at(CALLBACK, 200);
      await desk.send();
      expect(await subscription()).toMatchObject({ acknowledged: 2, attempts: 0 });
    },
  ],
  [
    "7",
    "The hub MUST keep the subscription active until the end of the lease duration, and if a new update is published to the topic, MUST continue to retry delivery to the previously-failing subscriber.",
    async () => {
      await answering(500);
      for (let day = 0; day < 9; day += 1) {
        pass(24 * HOUR - 5_000);
        await publish(`day-${day}`);
        await desk.sweep();
        expect(await subscription()).toMatchObject({ ended_at: null });
      }
      expect(others.received.at(-1)?.body).toContain("Title of day-8");
      others.at(CALLBACK, 200);
      pass(6 * HOUR);
      await desk.send();
      const [{ edition } = {}] = (await select(here.db, "SELECT edition FROM feed WHERE slug = 'all'")) as {
        edition?: number;
      }[];
      expect(edition).toBeGreaterThan(10);
      expect(await subscription()).toMatchObject({ acknowledged: edition, attempts: 0, due_at: null });
    },
  ],
  [
    "7.1",
    "The hub MUST generate an HMAC signature of the payload: X-Hub-Signature MUST be in the form method=signature, in hexadecimal, computed with the request body as the data and the hub.secret as the key.",
    async () => {
      const { headers, body } = await deliver({ secret: "geheim é" });
      expect(headers["x-hub-signature"]).toBe(signatureOf(body, "geheim é"));
      expect(headers["x-hub-signature"]).toMatch(/^sha256=[0-9a-f]{64}$/);
    },
  ],
  [
    "7.1.1",
    "sha1 is a recognized algorithm name, for older subscribers.",
    async () => {
      const { headers, body } = await deliver({ algorithm: "sha1" });
      expect(headers["x-hub-signature"]).toBe(signatureOf(body, "a secret", "sha1"));
      expect(headers["x-hub-signature"]).toMatch(/^sha1=[0-9a-f]{40}$/);
    },
  ],
  [
    "5.2",
    "Hubs MUST enforce lease expirations: nothing is sent past the lease's end.",
    async () => {
      await subscribed({ callback: CALLBACK, lease_until: Date.now() + 4_000 });
      await publish();
      expect(others.received).toEqual([]);
    },
  ],
  [
    "8.4",
    "A hub is not made to reach what only it can reach: no private address is called, whatever was subscribed.",
    async () => {
      logged();
      for (const [index, host] of ["127.0.0.1", "[::1]", "10.0.0.1", "localhost", "169.254.169.254"].entries())
        await subscribed({ callback: `http://${host}/${index}`, host });
      await publish();
      expect(others.received).toEqual([]);
      expect(
        await select(here.db, "SELECT DISTINCT last_fault LIKE '%no public address' AS told FROM subscription"),
      ).toEqual([{ told: 1 }]);
    },
  ],
];

describe("WebSub, of a hub that distributes", () => {
  it.each(CASES)("§%s: %s", async (_section, _sentence, see) => see());
});
