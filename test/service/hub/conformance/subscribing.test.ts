import { beforeEach, describe, expect, it } from "vitest";
import { article } from "../../newsroom.ts";
import { CALLBACK, confirm, FORM_TYPE, type HubRoom, publishedHub, TOPIC } from "../subscriber.ts";
import { pendingRequests, type StoredSubscription, setScene, subscriptions } from "../subscriptions.ts";

const DAYS = 86_400;
const LEAST = { "hub.mode": "subscribe", "hub.topic": TOPIC, "hub.callback": CALLBACK };
const UNSUBSCRIBE = { "hub.mode": "unsubscribe" };

let hub: HubRoom;
beforeEach(async () => {
  hub = await publishedHub();
});

const theOne = async (): Promise<StoredSubscription> => {
  const all = await subscriptions();
  expect(all).toHaveLength(1);
  return all[0] as StoredSubscription;
};

const theAsked = () => {
  const all = hub.subscriber.take();
  expect(all).toHaveLength(1);
  return all[0] as (typeof all)[number];
};

const refuse = () => new Response("No.", { status: 404 });

type Case = [section: string, sentence: string, see: () => Promise<void>];

/**
 * Every MUST and SHOULD of a hub's in §2, §4, §5 and §8 of WebSub (W3C Recommendation, 23 January 2018) but those of distribution, as it
 * stands there, and what it takes to see it.
 */
const CASES: Case[] = [
  [
    "2.1.3",
    "A conforming hub MUST accept a subscription request with the parameters hub.callback, hub.mode and hub.topic.",
    async () => {
      expect((await hub.subscribe()).status).toBe(202);
      expect(await theOne()).toMatchObject({ feed: "all", format: "atom", callback: CALLBACK });
    },
  ],
  [
    "2.1.3",
    "A conforming hub MUST accept a subscription request with a hub.secret parameter.",
    async () => {
      expect((await hub.subscribe({ "hub.secret": "geheim" })).status).toBe(202);
      expect(await theOne()).toMatchObject({ secret: "geheim", algorithm: "sha256" });
    },
  ],
  [
    "2.1.3",
    "A conforming hub MUST allow subscribers to re-request already active subscriptions.",
    async () => {
      await hub.subscribe();
      expect((await hub.subscribe()).status).toBe(202);
      expect((await theOne()).ended_at).toBeNull();
    },
  ],
  [
    "2.1.3",
    "A conforming hub MUST support unsubscription requests.",
    async () => {
      await hub.subscribe();
      hub.subscriber.take();
      expect((await hub.subscribe(UNSUBSCRIBE)).status).toBe(202);
      expect(theAsked().query.get("hub.mode")).toBe("unsubscribe");
      expect(await theOne()).toMatchObject({ end_reason: "unsubscribed", due_at: null });
    },
  ],
  [
    "4",
    "The canonical URL for the topic to which subscribers are expected to use for subscriptions (rel=self).",
    async () => {
      for (const format of ["rss", "atom", "json"]) {
        const text = await hub.document(`/feeds/all.${format}`);
        const self = /(?:rel="self"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*rel="self"|"feed_url":\s*"([^"]+)")/.exec(
          text,
        );
        const topic = self?.slice(1).find((one) => one !== undefined) ?? "";
        expect(topic).toBe(`https://feeds.example/feeds/all.${format}`);
        expect((await hub.subscribe({ "hub.topic": topic })).status).toBe(202);
      }
      expect((await subscriptions()).map(({ format }) => format)).toEqual(["rss", "atom", "json"]);
    },
  ],
  [
    "5.1",
    "This request MUST have a Content-Type header of application/x-www-form-urlencoded.",
    async () => {
      const form = new URLSearchParams(LEAST).toString();
      const statusOf = async (type: string) => (await hub.ask(form, { "content-type": type })).status;
      expect(await statusOf("application/x-www-form-urlencoded;charset=UTF-8")).toBe(202);
      expect(await statusOf('Application/X-WWW-Form-Urlencoded; charset="utf8"')).toBe(202);
      for (const type of ["application/json", "multipart/form-data; boundary=x", "text/plain", ""])
        expect(await statusOf(type)).toBe(415);
    },
  ],
  [
    "5.1",
    "MUST use UTF-8 as the document character encoding.",
    async () => {
      const form = new URLSearchParams(LEAST).toString();
      const latin = await hub.ask(form, { "content-type": `${FORM_TYPE["content-type"]}; charset=iso-8859-1` });
      expect([latin.status, await latin.text()]).toEqual([
        415,
        "A request is a form: application/x-www-form-urlencoded, in UTF-8.\n",
      ]);
      expect((await hub.ask(`${form}%FC`)).status).toBe(400);
    },
  ],
  [
    "5.1",
    "hub.topic: Note that this MUST be the “self” URL found during the discovery step.",
    async () => {
      for (const topic of [`${TOPIC}?`, TOPIC.replace("https", "http"), TOPIC.replace("all", "none"), "x"]) {
        const answer = await hub.subscribe({ "hub.topic": topic });
        expect([topic, answer.status]).toEqual([topic, 404]);
      }
      expect(hub.subscriber.received).toEqual([]);
    },
  ],
  [
    "5.1",
    "hub.lease_seconds: This parameter MAY be present for unsubscription requests and MUST be ignored by the hub in that case.",
    async () => {
      await hub.subscribe();
      expect((await hub.subscribe({ ...UNSUBSCRIBE, "hub.lease_seconds": "none at all" })).status).toBe(202);
      expect((await theOne()).end_reason).toBe("unsubscribed");
    },
  ],
  [
    "5.1",
    "hub.secret: This parameter MUST be less than 200 bytes in length.",
    async () => {
      for (const [length, status] of [
        [199, 202],
        [200, 400],
        [201, 400],
      ] as const)
        expect((await hub.ask({ ...LEAST, "hub.secret": "s".repeat(length) })).status).toBe(status);
    },
  ],
  [
    "5.1",
    "Hubs MUST ignore additional request parameters they do not understand.",
    async () => {
      const others = { "hub.verify": "async", "hub.foo": "1", "hub.mode[]": "x", foo: "bar" };
      expect((await hub.subscribe(others)).status).toBe(202);
      expect(await subscriptions()).toHaveLength(1);
    },
  ],
  [
    "5.1",
    "Hubs MUST allow subscribers to re-request subscriptions that are already activated.",
    async () => {
      await hub.subscribe({ "hub.lease_seconds": "3600" });
      const before = await theOne();
      await hub.subscribe({ "hub.lease_seconds": String(DAYS) });
      const after = await theOne();
      expect(after.id).toBe(before.id);
      expect(after.lease_until - after.verified_at).toBe(DAYS * 1_000);
    },
  ],
  [
    "5.1",
    "Each subsequent request to a hub to subscribe or unsubscribe MUST override the previous subscription state for a specific topic URL and callback URL combination",
    async () => {
      const first = { "hub.secret": "old", "hub.signature": "sha1", "hub.delta": "feed", "hub.lease_seconds": "3600" };
      await hub.subscribe(first);
      await setScene("UPDATE subscription SET acknowledged = 1, attempts = 3");
      await hub.subscribe({ "hub.secret": "new" });
      expect(await theOne()).toMatchObject({ secret: "new", algorithm: "sha256", wants_delta: 0, attempts: 0 });
      await hub.subscribe();
      // What it has received it still has.
      expect(await theOne()).toMatchObject({ secret: null, acknowledged: 1 });
      await hub.subscribe(UNSUBSCRIBE);
      await hub.subscribe();
      expect(await theOne()).toMatchObject({ ended_at: null, end_reason: null, acknowledged: 1 });
    },
  ],
  [
    "5.1",
    "but only once the action is verified.",
    async () => {
      await hub.subscribe({ "hub.secret": "old" });
      await hub.ask({ ...LEAST, "hub.secret": "new" });
      expect((await theOne()).secret).toBe("old");
      await hub.ask({ ...LEAST, ...UNSUBSCRIBE });
      expect((await theOne()).ended_at).toBeNull();
    },
  ],
  [
    "5.1",
    "If verification fails, the subscription state MUST be left unchanged.",
    async () => {
      await hub.subscribe({ "hub.secret": "old" });
      const before = await theOne();
      hub.subscriber.answer = refuse;
      await hub.subscribe({ "hub.secret": "new", "hub.lease_seconds": "300" });
      await hub.subscribe(UNSUBSCRIBE);
      expect(await theOne()).toEqual(before);
      expect(await pendingRequests()).toEqual([]);
    },
  ],
  [
    "5.1.1",
    "The topic and callback URLs MAY use HTTP or HTTPS schemes.",
    async () => {
      const callback = "http://reader.example/cb";
      expect((await hub.subscribe({ "hub.callback": callback })).status).toBe(202);
      expect((await theOne()).callback).toBe(callback);
    },
  ],
  [
    "5.1.1",
    "Hubs MUST always decode non-reserved characters for these URL parameters.",
    async () => {
      const encoded = (text: string) => [...text].map((one) => `%${one.charCodeAt(0).toString(16)}`).join("");
      await hub.ask(`hub.mode=subscribe&hub.topic=${encoded(TOPIC)}&hub.callback=${encoded(CALLBACK)}`);
      await hub.send();
      expect(await theOne()).toMatchObject({ feed: "all", callback: CALLBACK });
    },
  ],
  [
    "5.1.1",
    "Hubs MUST preserve the query string during subscription verification by appending new parameters to the end of the list using the & (ampersand) character to join.",
    async () => {
      await hub.subscribe({ "hub.callback": `${CALLBACK}?foo=bar&red=f%69sh+x` });
      expect(theAsked().address.startsWith(`${CALLBACK}?foo=bar&red=f%69sh+x&hub.mode=subscribe&hub.topic=`)).toBe(
        true,
      );
    },
  ],
  [
    "5.1.1",
    "Existing parameters with names that overlap with those used by verification requests will not be overwritten.",
    async () => {
      hub.subscriber.answer = ({ query }) => new Response(query.getAll("hub.challenge").at(-1));
      await hub.subscribe({ "hub.callback": `${CALLBACK}?hub.mode=x&hub.challenge=y` });
      expect(theAsked().address.startsWith(`${CALLBACK}?hub.mode=x&hub.challenge=y&hub.mode=subscribe&`)).toBe(true);
      expect((await theOne()).callback).toBe(`${CALLBACK}?hub.mode=x&hub.challenge=y`);
    },
  ],
  [
    "5.1.2",
    "it MUST respond to a subscription request with an HTTP 202 “Accepted” response to indicate that the request was received and will now be verified and validated by the hub.",
    async () => {
      const answer = await hub.ask(LEAST);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([202, "text/plain; charset=utf-8"]);
      expect(await answer.text()).toBe("Accepted: the callback is asked now whether it wants this.\n");
    },
  ],
  [
    "5.1.2",
    "If a hub finds any errors in the subscription request, an appropriate HTTP error response code (4xx or 5xx) MUST be returned.",
    async () => {
      for (const name of ["hub.mode", "hub.topic", "hub.callback"]) {
        const { [name as keyof typeof LEAST]: _, ...rest } = LEAST;
        expect((await hub.ask(rest as unknown as Record<string, string>)).status).toBe(400);
      }
      expect(await pendingRequests()).toEqual([]);
    },
  ],
  [
    "5.1.2",
    "In the event of an error, hubs SHOULD return a description of the error in the response body as plain text.",
    async () => {
      const answer = await hub.ask({ ...LEAST, "hub.mode": "listen" });
      expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
      expect(await answer.text()).toBe('hub.mode is neither "subscribe" nor "unsubscribe".\n');
    },
  ],
  [
    "5.1.2",
    "the HTTP response MUST NOT depend on the process or outcome of verification or validation.",
    async () => {
      const answers: Response[] = [];
      for (const answer of [confirm, refuse, () => Promise.reject(new Error("nobody is there"))]) {
        hub.subscriber.answer = answer;
        answers.push(await hub.ask(LEAST));
        expect(hub.subscriber.take()).toEqual([]);
        await hub.send();
        expect(hub.subscriber.take()).toHaveLength(1);
      }
      expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    },
  ],
  [
    "5.1.2",
    "The hub SHOULD perform the verification and validation of intent as soon as possible.",
    async () => {
      const woken: number[] = [];
      hub = await publishedHub({ wakeSender: async (delay) => void woken.push(delay) });
      await hub.ask(LEAST);
      expect(woken).toEqual([0]);
    },
  ],
  [
    "5.2",
    "If (and when) the subscription is accepted, the hub MUST perform the verification of intent of the subscriber.",
    async () => {
      await hub.subscribe();
      expect(theAsked().method ?? "GET").toBe("GET");
    },
  ],
  [
    "5.2",
    "If (and when) the subscription is denied, the hub MUST inform the subscriber by sending a GET request to the subscriber's callback URL: hub.mode REQUIRED, the literal string “denied”; hub.topic REQUIRED; hub.reason OPTIONAL.",
    async () => {
      await hub.subscribe({ "hub.callback": `${CALLBACK}?x=1` });
      hub.subscriber.take();
      // What was published for everybody has ended by the next start.
      await setScene("UPDATE subscription SET feed = 'gone'");
      await hub.sweep();
      await hub.send();
      const { address, query, method = "GET" } = theAsked();
      expect(method).toBe("GET");
      expect(address.startsWith(`${CALLBACK}?x=1&hub.mode=denied&hub.topic=`)).toBe(true);
      expect(Object.fromEntries(query)).toEqual({
        x: "1",
        "hub.mode": "denied",
        "hub.topic": "https://feeds.example/feeds/gone.atom",
        "hub.reason": "The feed has ended, or is not here any more.",
      });
      expect((await theOne()).end_reason).toBe("denied");
      expect(await pendingRequests()).toEqual([]);
    },
  ],
  [
    "5.3",
    "The hub verifies a subscription request by sending a GET request to the callback: hub.mode, hub.topic, hub.challenge REQUIRED.",
    async () => {
      await hub.subscribe({ "hub.secret": "geheim" });
      const { query } = theAsked();
      expect([...query.keys()]).toEqual(["hub.mode", "hub.topic", "hub.challenge", "hub.lease_seconds"]);
      expect([query.get("hub.mode"), query.get("hub.topic")]).toEqual(["subscribe", TOPIC]);
      expect(query.get("hub.challenge")).toMatch(/^[0-9a-f]{48}$/);
    },
  ],
  [
    "5.3",
    "hub.lease_seconds: Hubs MUST supply this parameter when hub.mode is set to “subscribe”.",
    async () => {
      await hub.subscribe();
      expect(theAsked().query.get("hub.lease_seconds")).toBe(String(10 * DAYS));
      await hub.subscribe({ "hub.lease_seconds": "12345" });
      expect(theAsked().query.get("hub.lease_seconds")).toBe("12345");
    },
  ],
  [
    "5.3",
    "The hub-determined number of seconds that the subscription will stay active before expiring, measured from the time the verification request was made.",
    async () => {
      let asked = 0;
      hub.subscriber.answer = async (received) => {
        asked = Date.now();
        await new Promise((resolve) => setTimeout(resolve, 60));
        return confirm(received);
      };
      await hub.subscribe({ "hub.lease_seconds": "3600" });
      const { lease_until } = await theOne();
      expect(lease_until - 3_600_000).toBeLessThanOrEqual(asked);
    },
  ],
  [
    "5.3.1",
    "The hub MUST consider other server response codes (3xx, 4xx, 5xx) to mean that the verification request has failed.",
    async () => {
      for (const status of [301, 302, 303, 307, 308, 400, 404, 410, 500, 503]) {
        const headers = { location: "https://reader.example/other" };
        hub.subscriber.answer = ({ query }) => new Response(query.get("hub.challenge"), { status, headers });
        await setScene("DELETE FROM callback_host");
        expect((await hub.subscribe()).status).toBe(202);
        expect(hub.subscriber.take()).toHaveLength(1);
      }
      expect(await subscriptions()).toEqual([]);
    },
  ],
  [
    "5.3.1",
    "If the subscriber returns an HTTP success (2xx) but the content body does not match the hub.challenge parameter, the hub MUST also consider verification to have failed.",
    async () => {
      const bodies = (challenge: string) => ["", "OK", `${challenge}\n`, challenge.toUpperCase(), `"${challenge}"`];
      for (const index of bodies("").keys()) {
        hub.subscriber.answer = ({ query }) => new Response(bodies(query.get("hub.challenge") ?? "")[index]);
        await setScene("DELETE FROM callback_host");
        await hub.subscribe();
      }
      expect(hub.subscriber.take()).toHaveLength(5);
      expect(await subscriptions()).toEqual([]);
    },
  ],
  [
    "5.3.1",
    "Hubs MUST enforce lease expirations",
    async () => {
      await hub.subscribe({ "hub.secret": "geheim" });
      hub.subscriber.take();
      await setScene("UPDATE subscription SET lease_until = ?", Date.now() - 1);
      await hub.put(article("b", { section: "Politics" }));
      await hub.publish();
      await hub.send();
      expect(hub.subscriber.take()).toEqual([]);
      await hub.sweep();
      expect(await theOne()).toMatchObject({ end_reason: "lapsed", due_at: null });
    },
  ],
  [
    "5.3.1",
    "and MUST NOT issue perpetual lease durations.",
    async () => {
      await hub.subscribe({ "hub.lease_seconds": "999999999999" });
      expect(theAsked().query.get("hub.lease_seconds")).toBe(String(30 * DAYS));
      const { lease_until, verified_at } = await theOne();
      expect(lease_until - verified_at).toBe(30 * DAYS * 1_000);
    },
  ],
  [
    "8.2",
    "Hubs SHOULD enforce short lived hub.lease_seconds (10 days is a good default).",
    async () => {
      await hub.subscribe();
      const { lease_until, verified_at } = await theOne();
      expect(lease_until - verified_at).toBe(10 * DAYS * 1_000);
    },
  ],
  [
    "8.2",
    "When performing intent verification, the hub SHOULD use a random, single-use hub.challenge.",
    async () => {
      for (let time = 0; time < 10; time += 1) await hub.subscribe();
      const challenges = hub.subscriber.take().map(({ query }) => query.get("hub.challenge"));
      expect(new Set(challenges).size).toBe(10);
    },
  ],
  [
    "8.3",
    "The Hub MUST use the exact callback used by the subscriber (including the use of HTTPS).",
    async () => {
      const callback = "HTTPS://Reader.Example:443/%63b/../x?a=%7e";
      await hub.subscribe({ "hub.callback": callback });
      expect(theAsked().address.startsWith(`${callback}&hub.mode=`)).toBe(true);
      expect((await theOne()).callback).toBe(callback);
    },
  ],
];

describe("a hub, as WebSub has it", () => {
  it.each(CASES)("§%s: %s", async (_section, _sentence, see) => {
    await see();
  });
});

describe("what NewsBlur and Feedbin want beside (PubSubHubbub 0.3 §6.2.1)", () => {
  it("is their hub.verify_token, given back to them", async () => {
    await hub.subscribe({ "hub.verify_token": "to ken&" });
    expect(theAsked().query.get("hub.verify_token")).toBe("to ken&");
    await hub.subscribe({ ...UNSUBSCRIBE, "hub.verify_token": "other" });
    expect(theAsked().query.get("hub.verify_token")).toBe("other");
  });
});
