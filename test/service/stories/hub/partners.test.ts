import { beforeEach, describe, expect, it } from "vitest";
import { TOKEN } from "../../../homes/home.ts";
import { CALLBACK, type HubRoom, Subscriber, withHub } from "../../hub/subscriber.ts";
import { pendingRequests, setScene, subscriptions } from "../../hub/subscriptions.ts";
import { article } from "../../newsroom.ts";
import { basic, bearer, type Desk, type Minted, PARTNER_FEEDS, syndicate } from "../../partner/syndicate.ts";
import { wholeOf } from "../../partner/two-partners.ts";

const TOPIC = "https://feeds.example/partner/radio.atom";
const SPORT = "https://feeds.example/partner/radio-sport.atom";

let hub: Desk & HubRoom;
let radio: Minted;
let sportOnly: Minted;
let paper: Minted;
beforeEach(async () => {
  const subscriber = new Subscriber();
  const desk = await syndicate(PARTNER_FEEDS, { fetchOut: subscriber.fetchOut, limiter: undefined });
  hub = withHub(desk, subscriber);
  await hub.partner("radio");
  await hub.partner("paper", { key_in_url: true });
  radio = await hub.key("radio");
  sportOnly = await hub.key("radio", { feeds: ["radio-sport"] });
  paper = await hub.key("paper");
  await hub.put(article("a", { section: "Sport" }));
  await hub.publish();
});

const ask = (topic: string, headers?: Record<string, string>, mode = "subscribe") =>
  hub.subscribe({ "hub.topic": topic, "hub.mode": mode }, headers);

/** The reason of each denial that the callback is told of. */
const denials = () =>
  hub.subscriber.take().flatMap(({ query }) => (query.get("hub.mode") === "denied" ? query.get("hub.reason") : []));

describe("a partner", () => {
  it.each([
    ["Bearer", bearer],
    ["Basic", basic],
  ])("subscribes to its feed with its key, as it polls: %s", async (_, header) => {
    expect((await ask(TOPIC, header(radio.key))).status).toBe(202);
    expect(await subscriptions()).toMatchObject([{ feed: "radio", partner: "radio", key_id: radio.id }]);
    expect(hub.subscriber.take().map(({ query }) => query.get("hub.topic"))).toEqual([TOPIC]);
  });

  it("subscribes with a key in the URL where it may send that", async () => {
    const form = new URLSearchParams({
      "hub.mode": "subscribe",
      "hub.topic": "https://feeds.example/partner/paper.rss",
      "hub.callback": CALLBACK,
    });
    const post = (key: string) =>
      hub.fetch(new Request(`https://feeds.example/hub?key=${key}`, { method: "POST", body: form }));
    expect((await post(paper.key)).status).toBe(202);
    form.set("hub.topic", TOPIC);
    expect((await post(radio.key)).status).toBe(404);
  });

  it("gets its own edition", async () => {
    await ask(TOPIC, bearer(radio.key));
    hub.subscriber.take();
    await hub.put(article("b"));
    await hub.publish();
    await hub.send();
    const [sent, ...others] = hub.subscriber.take();
    expect([sent?.address, sent?.method, others]).toEqual([CALLBACK, "POST", []]);
    expect(new TextDecoder().decode(sent?.body as Uint8Array)).toContain("<title>For the radio</title>");
  });

  it("unsubscribes with its key, and nobody does without", async () => {
    await ask(TOPIC, bearer(radio.key));
    expect((await ask(TOPIC, {}, "unsubscribe")).status).toBe(404);
    expect((await subscriptions())[0]?.ended_at).toBeNull();
    expect((await ask(TOPIC, bearer(radio.key), "unsubscribe")).status).toBe(202);
    expect((await subscriptions())[0]?.end_reason).toBe("unsubscribed");
  });

  it("takes over with another key what it subscribed to with the one before", async () => {
    await ask(SPORT, bearer(radio.key));
    await ask(SPORT, bearer(sportOnly.key));
    expect(await subscriptions()).toMatchObject([{ key_id: sportOnly.id }]);
  });
});

describe("whoever may not have a partner's feed", () => {
  it.each<[string, string, () => Record<string, string>]>([
    ["has no key", TOPIC, () => ({})],
    ["has a key that is none", TOPIC, () => bearer(`wp_000000000000_${"a".repeat(43)}`)],
    ["has a key that is mistyped", TOPIC, () => bearer(`${radio.key.slice(0, -1)}_`)],
    ["has another partner's key", TOPIC, () => bearer(paper.key)],
    ["has a key for another feed", TOPIC, () => bearer(sportOnly.key)],
    ["has the newsroom's own token", TOPIC, () => bearer(TOKEN)],
    ["asks for one that has ended", "https://feeds.example/partner/paper-old.rss", () => bearer(paper.key)],
    [
      "asks for one that was called otherwise",
      "https://feeds.example/partner/radio-games.rss",
      () => bearer(paper.key),
    ],
    ["asks for it where the public ones are", "https://feeds.example/feeds/radio.rss", () => bearer(radio.key)],
    ["asks for a public one where partners' are", "https://feeds.example/partner/all.rss", () => bearer(radio.key)],
  ])("is told the same as of what is not there, to the letter, where it %s", async (_, topic, headers) => {
    const unknown = await wholeOf(await ask("https://feeds.example/partner/none.rss", headers()));
    expect(await wholeOf(await ask("https://feeds.example/feeds/none.rss"))).toEqual(unknown);
    expect(await wholeOf(await ask(topic, headers()))).toEqual(unknown);
    expect([hub.subscriber.received, await pendingRequests()]).toEqual([[], []]);
  });

  it("is so where the key is revoked, has expired, or its partner is suspended", async () => {
    const unknown = await wholeOf(await ask("https://feeds.example/feeds/none.rss"));
    await hub.request("DELETE", `/api/partners/radio/keys/${radio.id}`);
    await setScene("UPDATE partner_key SET expires_at = 1 WHERE id = ?", sportOnly.id);
    await hub.request("PATCH", "/api/partners/paper", { status: "suspended" });
    expect(await wholeOf(await ask(TOPIC, bearer(radio.key)))).toEqual(unknown);
    expect(await wholeOf(await ask(SPORT, bearer(sportOnly.key)))).toEqual(unknown);
    expect(await wholeOf(await ask("https://feeds.example/partner/paper.rss", bearer(paper.key)))).toEqual(unknown);
  });
});

describe("a subscription of a partner's", () => {
  const KEY = "The key that this was subscribed with does not open the feed any more.";

  it.each<[string, () => Promise<unknown>]>([
    ["the key is revoked", () => hub.request("DELETE", `/api/partners/radio/keys/${radio.id}`)],
    ["the key has expired", () => setScene("UPDATE partner_key SET expires_at = ? WHERE id = ?", Date.now(), radio.id)],
    ["the partner is suspended", () => hub.request("PATCH", "/api/partners/radio", { status: "suspended" })],
    ["the feed is another partner's", () => setScene("UPDATE subscription SET feed = 'paper', key_id = ?", radio.id)],
    ["the feed has gone", () => setScene("UPDATE subscription SET feed = 'gone'")],
  ])("is denied once %s, and the callback is told", async (_, change) => {
    await ask(TOPIC, bearer(radio.key));
    await hub.sweep();
    await hub.send();
    expect([(await subscriptions())[0]?.ended_at, denials()]).toEqual([null, []]);
    await change();
    await hub.sweep();
    await hub.send();
    expect([(await subscriptions())[0]?.end_reason, denials()]).toEqual(["denied", [KEY]]);
    await hub.sweep();
    await hub.send();
    expect(hub.subscriber.take()).toEqual([]);
  });

  it("goes on with every other key", async () => {
    await ask(SPORT, bearer(radio.key));
    await hub.subscribe({ "hub.topic": SPORT, "hub.callback": "https://two.example/cb" }, bearer(sportOnly.key));
    await hub.request("DELETE", `/api/partners/radio/keys/${radio.id}`);
    await hub.sweep();
    expect((await subscriptions()).map(({ end_reason }) => end_reason)).toEqual(["denied", null]);
  });

  it("is denied in place of being confirmed, where the key went before the callback was asked", async () => {
    const form = { "hub.mode": "subscribe", "hub.topic": TOPIC, "hub.callback": CALLBACK };
    expect((await hub.ask(form, bearer(radio.key))).status).toBe(202);
    await hub.request("DELETE", `/api/partners/radio/keys/${radio.id}`);
    await hub.send();
    expect(hub.subscriber.received).toHaveLength(1);
    expect([denials(), await subscriptions(), await pendingRequests()]).toEqual([[KEY], [], []]);
  });
});
