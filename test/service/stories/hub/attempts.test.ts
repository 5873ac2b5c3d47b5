import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { CONFIRM_PATIENCE, MAX_CONFIRMATION_BYTES } from "../../../../src/hub/limits.ts";
import { SITE } from "../../../site.ts";
import { CALLBACK, confirm, type HubRoom, hubRoom, publishedHub, TOPIC } from "../../hub/subscriber.ts";
import { pendingRequests, setScene, subscriptions } from "../../hub/subscriptions.ts";
import { logged } from "../../logged.ts";

const LEAST = { "hub.mode": "subscribe", "hub.topic": TOPIC, "hub.callback": CALLBACK };

let hub: HubRoom;
beforeEach(async () => {
  hub = await publishedHub();
});

describe("somebody who would have the hub ask a server of its own network", () => {
  it.each([
    "http://localhost/",
    "http://intranet/",
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://017700000001/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[2002:7f00:1::]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[fe80::1%25eth0]/",
    "http://ada:secret@reader.example/",
  ])("is refused by the address: %s", async (callback) => {
    expect((await hub.subscribe({ "hub.callback": callback })).status).toBe(400);
    expect([hub.subscriber.received, await pendingRequests()]).toEqual([[], []]);
  });

  it("is refused by what the name stands for at the moment of asking, each time anew: no address of the own network is reached", async () => {
    await hub.subscribe();
    await hub.subscribe();
    expect(hub.subscriber.take().map(({ reach }) => reach)).toEqual(["public", "public"]);
    hub.subscriber.answer = () => Promise.reject(new Error("reader.example is of the own network"));
    await hub.subscribe({ "hub.callback": "https://rebound.example/cb" });
    expect((await subscriptions()).map(({ host }) => host)).toEqual(["reader.example"]);
  });

  it("is not led there by a redirect: none is followed, and it confirms nothing", async () => {
    hub.subscriber.answer = ({ query }) =>
      new Response(query.get("hub.challenge"), { status: 307, headers: { location: "http://127.0.0.1/" } });
    await hub.subscribe();
    expect(hub.subscriber.take()).toHaveLength(1);
    expect(await subscriptions()).toEqual([]);
  });

  it("may, where the service itself is there", async () => {
    const local = await hubRoom({}, { ...SITE, base: "http://localhost:8787" });
    const topic = "http://localhost:8787/feeds/all.atom";
    await local.subscribe({ "hub.topic": topic, "hub.callback": "http://127.0.0.1:9999/cb" });
    expect(local.subscriber.take().map(({ reach }) => reach)).toEqual(["any"]);
  });
});

describe("somebody who would subscribe a page that knows nothing of it", () => {
  it.each<[string, (address: string) => string]>([
    ["that repeats its whole query", (address) => new URL(address).search.slice(1)],
    [
      "that repeats what it was sent in a page",
      (address) => `<p>${new URL(address).searchParams.get("hub.challenge")}</p>`,
    ],
    ["that repeats all values, a line each", (address) => [...new URL(address).searchParams.values()].join("\n")],
    ["that always answers the same", () => "c0ffee"],
    ["that answers nothing", () => ""],
  ])("fails with one %s", async (_, body) => {
    hub.subscriber.answer = ({ address }) => new Response(body(address));
    await hub.subscribe();
    expect(hub.subscriber.take()).toHaveLength(1);
    expect(await subscriptions()).toEqual([]);
  });

  it("fails with a challenge that was used: each is good for one request", async () => {
    await hub.subscribe();
    const [first] = hub.subscriber.take();
    hub.subscriber.answer = () => new Response(first?.query.get("hub.challenge"));
    await hub.subscribe({ "hub.callback": "https://other.example/cb" });
    await hub.subscribe({ "hub.mode": "unsubscribe" });
    expect((await subscriptions()).map(({ callback, ended_at }) => [callback, ended_at])).toEqual([[CALLBACK, null]]);
  });

  it("is asked for nothing that could be guessed: a challenge has 192 bits of chance", async () => {
    for (let time = 0; time < 20; time += 1) await hub.subscribe();
    const challenges = hub.subscriber.take().map(({ query }) => query.get("hub.challenge") ?? "");
    expect(new Set(challenges.flatMap((one) => one.match(/.{12}/g) ?? [])).size).toBe(80);
  });

  it("has one request sent for each of theirs, however the page answers", async () => {
    const answers = [() => new Response("No.", { status: 500 }), () => Promise.reject(new Error("it broke off"))];
    for (const answer of answers) {
      hub.subscriber.answer = answer;
      await hub.subscribe();
      for (let time = 0; time < 3; time += 1) await hub.send();
      await hub.sweep();
      await hub.send();
    }
    expect(hub.subscriber.take()).toHaveLength(2);
    expect(await pendingRequests()).toEqual([]);
  });

  it("has one request sent for all that came for one callback and topic meanwhile", async () => {
    for (let time = 0; time < 5; time += 1) await hub.ask(LEAST);
    await hub.send();
    expect(hub.subscriber.take()).toHaveLength(1);
  });
});

describe("somebody who answers too much, or not at all", () => {
  it("is not read to the end", async () => {
    let sent = 0;
    hub.subscriber.answer = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            sent += 1_024;
            controller.enqueue(new Uint8Array(1_024));
          },
        }),
      );
    await hub.subscribe();
    expect(sent).toBeLessThan(2 * MAX_CONFIRMATION_BYTES + 1_024);
    expect(await subscriptions()).toEqual([]);
  });

  it("is waited for so long and no longer", async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    const patience = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => timeout(20));
    onTestFinished(() => patience.mockRestore());
    hub = await publishedHub({
      fetchOut: (_, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    });
    await hub.subscribe();
    expect(patience).toHaveBeenCalledExactlyOnceWith(CONFIRM_PATIENCE);
    expect([await subscriptions(), await pendingRequests()]).toEqual([[], []]);
  });
});

describe("somebody who would end another's subscription", () => {
  it("fails where the callback does not want that", async () => {
    await hub.subscribe();
    hub.subscriber.answer = (received) =>
      received.query.get("hub.mode") === "unsubscribe" ? new Response("No.", { status: 404 }) : confirm(received);
    await hub.subscribe({ "hub.mode": "unsubscribe" });
    expect((await subscriptions())[0]?.ended_at).toBeNull();
  });
});

describe("somebody who would write into what the hub sends or answers", () => {
  it.each([
    ["hub.callback", `${CALLBACK}\r\nx-injected: 1`],
    ["hub.callback", `${CALLBACK}%0d%0ax-injected:1`],
    ["hub.topic", `${TOPIC}\r\nx-injected: 1`],
    ["hub.mode", "subscribe\r\nx-injected: 1"],
    ["hub.verify_token", "a\r\nx-injected: 1"],
    ["hub.secret", "a\r\nx-injected: 1"],
  ])("gets no header in: %s %j", async (name, value) => {
    const answer = await hub.subscribe({ [name]: value });
    expect(answer.headers.has("x-injected")).toBe(false);
    expect(await answer.text()).not.toContain("x-injected");
    for (const { address, headers } of hub.subscriber.take()) {
      expect(address).not.toMatch(/[\r\n]/);
      expect(Object.keys(headers)).toEqual(["user-agent", "accept"]);
    }
  });
});

describe("whatever is secret", () => {
  it("stands in no line of the log, however the callback answers", async () => {
    const lines = logged();
    const secrets = { "hub.secret": "geheim-4711", "hub.verify_token": "token-4712" };
    const callback = "https://reader.example/cb/path-4713?key=query-4714";
    const answers = [
      confirm,
      () => new Response("No.", { status: 404 }),
      ({ address }: { address: string }) => Promise.reject(new Error(`nobody is at ${address}`)),
      ({ address }: { address: string }) =>
        Promise.reject(new TypeError("fetch failed", { cause: new Error(address) })),
    ];
    for (const answer of answers) {
      hub.subscriber.answer = answer;
      await hub.subscribe({ ...secrets, "hub.callback": callback });
      await hub.subscribe({ ...secrets, "hub.callback": callback, "hub.mode": "unsubscribe" });
    }
    await hub.subscribe({ ...secrets, "hub.callback": `${callback}#` });
    await setScene("UPDATE subscription SET feed = 'gone', ended_at = NULL");
    await hub.sweep();
    await hub.send();
    expect(lines.length).toBeGreaterThan(6);
    expect(JSON.stringify(lines)).not.toMatch(/471[1-4]/);
  });
});

describe("two senders at once", () => {
  it("ask one callback once", async () => {
    await hub.ask(LEAST);
    await Promise.all([hub.send(), hub.send(), hub.send()]);
    expect(hub.subscriber.take()).toHaveLength(1);
    expect(await subscriptions()).toHaveLength(1);
  });

  it("and what is asked for anew while the callback answers: the last word counts, once it is confirmed, too", async () => {
    hub.subscriber.answer = async (received) => {
      hub.subscriber.answer = () => new Response("No.", { status: 404 });
      await hub.ask({ ...LEAST, "hub.secret": "new" });
      return confirm(received);
    };
    await hub.subscribe({ "hub.secret": "old" });
    expect(hub.subscriber.take()).toHaveLength(2);
    expect([await subscriptions(), await pendingRequests()]).toEqual([[], []]);
  });
});
