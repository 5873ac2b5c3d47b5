import { beforeEach, describe, expect, it } from "vitest";
import { CALLBACK, confirm, type HubRoom, publishedHub, TOPIC } from "../../../hub/subscriber.ts";
import { pendingRequests, setScene, subscriptions } from "../../../hub/subscriptions.ts";
import { article } from "../../../newsroom.ts";
import { askedBy, type Sentence, theOne } from "./sentences.ts";

const DAYS = 86_400;

let hub: HubRoom;
beforeEach(async () => {
  hub = await publishedHub();
});

const theAsked = () => askedBy(hub);

/** Every MUST and SHOULD of a hub in §5.2, §5.3 and §8 but those of distribution: denial, intent, safety. */
const CASES: Sentence[] = [
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
