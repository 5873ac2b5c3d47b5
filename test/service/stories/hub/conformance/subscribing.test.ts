import { beforeEach, describe, expect, it } from "vitest";
import { CALLBACK, confirm, FORM_TYPE, type HubRoom, publishedHub, TOPIC } from "../../../hub/subscriber.ts";
import { pendingRequests, setScene, subscriptions } from "../../../hub/subscriptions.ts";
import { askedBy, type Sentence, theOne } from "./sentences.ts";

const DAYS = 86_400;
const LEAST = { "hub.mode": "subscribe", "hub.topic": TOPIC, "hub.callback": CALLBACK };
const UNSUBSCRIBE = { "hub.mode": "unsubscribe" };

let hub: HubRoom;
beforeEach(async () => {
  hub = await publishedHub();
});

const theAsked = () => askedBy(hub);
const refuse = () => new Response("No.", { status: 404 });

/** Every MUST and SHOULD of a hub in §2, §4 and §5.1: requests. */
const CASES: Sentence[] = [
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
