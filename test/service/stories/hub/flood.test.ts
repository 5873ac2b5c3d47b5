import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  MAX_HUB_FORM_BYTES,
  MAX_PENDING_OF_HOST,
  MAX_REQUESTS_OF_HOST,
  MAX_REQUESTS_OF_NETWORK,
  MAX_REQUESTS_OF_TOPIC,
} from "../../../../src/hub/limits.ts";
import { pass, startClock } from "../../clock.ts";
import { CALLBACK, FORM_TYPE, type HubRoom, publishedHub, TOPIC } from "../../hub/subscriber.ts";
import { setScene, subscriptions } from "../../hub/subscriptions.ts";

const LEAST = { "hub.mode": "subscribe", "hub.topic": TOPIC, "hub.callback": CALLBACK };

let hub: HubRoom;
beforeEach(async () => {
  hub = await publishedHub();
});

describe("a flood", () => {
  beforeEach(() => {
    startClock(Date.UTC(2026, 5, 1, 12));
    return () => vi.useRealTimers();
  });

  const wave = async (count: number, form: (index: number) => Record<string, string>) => {
    const answers: Response[] = [];
    for (let index = 0; index < count; index += 1) answers.push(await hub.ask({ ...LEAST, ...form(index) }));
    return answers;
  };
  const statuses = (answers: Response[]) => answers.map(({ status }) => status);
  const other = (index: number) => ({ "hub.callback": `https://r${index}.example/cb` });

  it("from one network ends at its limit, whatever it sends, and nothing is read of it", async () => {
    hub = await publishedHub({ addressOf: () => "2001:db8:0:1::7" });
    expect(new Set(statuses(await wave(MAX_REQUESTS_OF_NETWORK, other)))).toEqual(new Set([202]));
    const over = await hub.ask("x");
    expect([over.status, over.headers.get("retry-after"), await over.text()]).toEqual([
      429,
      "60",
      "Too many requests came from your address. Come again in 60 seconds.\n",
    ]);
    pass(60_000);
    expect((await hub.ask({ ...LEAST, ...other(1) })).status).toBe(202);
  });

  it("is counted by networks, not by addresses", async () => {
    let clients = 0;
    const addressOf = () => {
      clients += 1;
      return `2001:db8:0:1::${clients.toString(16)}`;
    };
    hub = await publishedHub({ addressOf });
    const all = statuses(await wave(MAX_REQUESTS_OF_NETWORK + 1, other));
    expect(all.at(-1)).toBe(429);
  });

  it("is counted for all instances of a place, where the home can", async () => {
    const keys: string[] = [];
    hub = await publishedHub({
      addressOf: () => "192.0.2.7",
      limiter: async (key) => {
        keys.push(key);
        return key !== "hub host reader.example";
      },
    });
    expect((await hub.ask(LEAST)).status).toBe(429);
    expect(keys).toEqual(["hub 192.0.2.7", "hub host reader.example"]);
  });

  it("for one host ends at its limit, whichever networks and ports it has", async () => {
    const port = (index: number) => ({ "hub.callback": `https://Reader.example.:${1_000 + index}/cb/${index}` });
    for (let index = 0; index < MAX_REQUESTS_OF_HOST; index += 1) {
      expect((await hub.ask({ ...LEAST, ...port(index) })).status).toBe(202);
      if (index % 20 === 19) await hub.send();
    }
    const over = await hub.ask({ ...LEAST, ...port(999) });
    expect([over.status, await over.text()]).toEqual([
      429,
      "Too many requests came for callbacks of this host. Come again in 60 seconds.\n",
    ]);
    expect((await hub.ask({ ...LEAST, ...other(1) })).status).toBe(202);
  });

  it("for one topic ends at its limit, and others are taken", async () => {
    const all = statuses(await wave(MAX_REQUESTS_OF_TOPIC + 1, other));
    expect(all.filter((status) => status === 202)).toHaveLength(MAX_REQUESTS_OF_TOPIC);
    expect(all.at(-1)).toBe(429);
    expect((await hub.ask({ ...LEAST, "hub.topic": TOPIC.replace(".atom", ".rss") })).status).toBe(202);
  });

  it("does not pile up what waits to be confirmed by one host", async () => {
    const all = statuses(await wave(MAX_PENDING_OF_HOST + 1, (index) => ({ "hub.callback": `${CALLBACK}/${index}` })));
    expect(all.slice(-2)).toEqual([202, 429]);
    await hub.send();
    expect((await hub.ask(LEAST)).status).toBe(202);
  });

  it("in the name of a host that wants nothing of it has it asked less and less", async () => {
    hub.subscriber.answer = () => new Response("No.", { status: 404 });
    const taken: number[] = [];
    // A day of somebody who tries each minute, with another callback each time.
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      if ((await hub.subscribe({ "hub.callback": `https://victim.example/${minute}` })).status === 202)
        taken.push(minute);
      pass(60_000);
    }
    expect(hub.subscriber.take()).toHaveLength(taken.length);
    expect(taken.length).toBeLessThan(40);
    expect(Math.max(...taken.slice(12).map((minute, index) => minute - (taken[11 + index] ?? 0)))).toBe(60);
    const over = await hub.ask({ ...LEAST, "hub.callback": "https://victim.example/now" });
    expect([over.status, Number(over.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect(await over.text()).toContain("have not confirmed what was asked for in their name");
  });

  it("in the name of a subscriber's host keeps it neither from renewing nor from leaving", async () => {
    await hub.subscribe();
    await setScene(
      "INSERT INTO callback_host (host, unconfirmed, asked_at) VALUES ('reader.example', 1000, ?)",
      Date.now(),
    );
    expect((await hub.subscribe()).status).toBe(202);
    await setScene(
      "INSERT INTO callback_host (host, unconfirmed, asked_at) VALUES ('reader.example', 1000, ?)",
      Date.now(),
    );
    expect((await hub.subscribe({ "hub.mode": "unsubscribe" })).status).toBe(202);
    expect((await subscriptions())[0]?.end_reason).toBe("unsubscribed");
  });
});

describe("a body", () => {
  it("of more bytes than any request needs is not read", async () => {
    const form = `${new URLSearchParams(LEAST)}&x=${"x".repeat(MAX_HUB_FORM_BYTES)}`;
    expect((await hub.ask(form)).status).toBe(413);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_024;
        controller.enqueue(new Uint8Array(1_024).fill(97));
      },
    });
    const request = { method: "POST", body: endless, headers: FORM_TYPE, duplex: "half" } as RequestInit;
    expect((await hub.fetch(new Request("https://feeds.example/hub", request))).status).toBe(413);
    expect(sent).toBeLessThan(2 * MAX_HUB_FORM_BYTES);
  });

  it("of 10,000 parameters is not read, and one of as many as there is room for is", async () => {
    const many = (count: number) => `${new URLSearchParams(LEAST)}${"&a=1".repeat(count)}`;
    expect((await hub.ask(many(10_000))).status).toBe(413);
    expect((await hub.ask(many(4_000))).status).toBe(202);
  });
});
