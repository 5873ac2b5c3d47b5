import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { pass, startClock } from "../clock.ts";
import { article, FEEDS, homeOn, instance, type Newsroom, newsroom } from "../newsroom.ts";
import { type ListedEvent, listEvents, type MadeEndpoint, makeEndpoint, Receivers, verifySigned } from "./receiver.ts";

const HOUR = 3_600_000;

let room: Newsroom;
let receivers: Receivers;
let hook: MadeEndpoint;

/** What the queue's consumer does on a wake of the sender, and on those that it asks for at once: no time passes meanwhile. */
async function send(): Promise<void> {
  let wakes = 1;
  const wakeSender = async (delaySeconds: number) => {
    if (delaySeconds === 0) wakes += 1;
  };
  for (; wakes > 0; wakes -= 1)
    await instance(FEEDS, SITE, homeOn({ fetchOut: receivers.fetchOut, wakeSender })).send();
}

beforeEach(async () => {
  startClock(Date.UTC(2026, 5, 1, 12));
  receivers = new Receivers();
  vi.spyOn(Math, "random").mockReturnValue(0);
  const wait = async (milliseconds: number) => pass(milliseconds);
  room = await newsroom(FEEDS, SITE, { fetchOut: receivers.fetchOut, wait });
  hook = await makeEndpoint(room);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function change(id: string, fields: Record<string, unknown> = {}): Promise<void> {
  await room.put(article(id, fields));
  pass(2_000);
  await room.publish();
}

async function takeBack(id: string): Promise<void> {
  await room.request("DELETE", `/api/articles/${id}?reason=Wrong`);
  pass(2_000);
  await room.publish();
}

const after = async (milliseconds: number) => {
  pass(milliseconds);
  await send();
};
const outcomes = async () => (await listEvents(room, hook.id)).map(({ outcome }) => outcome).reverse();
const shown = async () =>
  (await (await room.request("GET", `/api/webhooks/${hook.id}`)).json()) as Record<string, unknown>;
const refuse = (status: number, headers: Record<string, string> = {}) => {
  receivers.answer = () => new Response("no", { status, headers });
};
const accept = () => {
  receivers.answer = () => new Response(null, { status: 204 });
};

describe("what an endpoint is sent", () => {
  it("is signed, so that the library of Standard Webhooks knows whose it is, and whole", async () => {
    await change("a");
    await send();
    const [asked] = receivers.asked;
    if (!asked) throw new Error("nothing was sent");
    expect([asked.url, asked.request.method, asked.reach]).toEqual(["https://cms.example/hooks", "POST", "public"]);
    expect(asked.request.headers).toMatchObject({
      "content-type": "application/json",
      "user-agent": "Wireproof (+https://feeds.example)",
    });
    expect(verifySigned(asked, hook.secret)).toEqual({
      ...{ type: "article.published", timestamp: "2026-06-01T12:00:02Z", sequence: 1 },
      data: expect.objectContaining({ id: "a", title: "Title of a" }),
    });
    expect(() => verifySigned(asked, `whsec_${btoa("another secret of another one!")}`)).toThrow();
    expect(await outcomes()).toEqual(["delivered"]);
  });

  it("is only what it asks for", async () => {
    const other = await makeEndpoint(room, ["article.retracted", "edition.published"], "https://other.example/");
    await change("a");
    await takeBack("a");
    await send();
    const to = (url: string) => receivers.asked.filter((asked) => asked.url === url).map(({ event }) => event.type);
    expect(to(hook.url)).toEqual(["article.retracted"]);
    expect(new Set(to(other.url))).toEqual(new Set(["edition.published", "article.retracted"]));
  });

  it("is sent once, by two senders too", async () => {
    for (let one = 0; one < 10; one += 1) await change(`a${one}`);
    await Promise.all([send(), send()]);
    await send();
    expect(receivers.asked).toHaveLength(10);
    expect(new Set(receivers.asked.map(({ id }) => id)).size).toBe(10);
  });

  it("is sent again where the sender was killed at it, once its claim has ended", async () => {
    await change("a");
    receivers.answer = () => Promise.reject(new Error("killed"));
    await here.db.prepare(`UPDATE event_delivery SET claimed_until = ${Date.now() + 60_000}`).run();
    accept();
    await send();
    expect(receivers.asked).toEqual([]);
    await after(60_001);
    expect(await outcomes()).toEqual(["delivered"]);
  });

  it("is signed with the secret before, too, for a day after it was replaced", async () => {
    const answer = await room.request("POST", `/api/webhooks/${hook.id}/rotate`);
    const { secret } = (await answer.json()) as MadeEndpoint;
    expect(secret).not.toBe(hook.secret);
    const sent = async (id: string) => {
      await change(id);
      await send();
      const asked = receivers.asked.at(-1);
      if (asked?.event.data.id !== id) throw new Error(`${id} was not sent`);
      return asked;
    };
    const first = await sent("a");
    expect(first.request.headers["webhook-signature"]).toMatch(/^v1,\S+ v1,\S+$/);
    for (const good of [secret, hook.secret]) expect(() => verifySigned(first, good)).not.toThrow();
    pass(24 * HOUR);
    const second = await sent("b");
    expect(() => verifySigned(second, secret)).not.toThrow();
    expect(second.request.headers["webhook-signature"]).toMatch(/^v1,\S+$/);
    expect(() => verifySigned(second, hook.secret)).toThrow();
  });
});

describe("what an endpoint does not take", () => {
  it("is sent again later and later, with the same id, and given up after three days", async () => {
    refuse(500);
    await change("a");
    await send();
    const began = Date.now();
    const times: number[] = [];
    for (let minute = 0; minute < 80 * 60; minute += 1) {
      const before = receivers.asked.length;
      pass(60_000);
      const { next_at } = ((await listEvents(room, hook.id))[0] ?? {}) as ListedEvent;
      if (next_at === undefined) break;
      if (Date.parse(next_at) <= Date.now()) await send();
      if (receivers.asked.length > before) times.push(Math.round((Date.now() - began) / HOUR));
    }
    expect(receivers.asked).toHaveLength(10);
    expect(times).toEqual([0, 0, 1, 3, 8, 18, 32, 52, 76]);
    expect(new Set(receivers.asked.map(({ id }) => id)).size).toBe(1);
    const [event] = await listEvents(room, hook.id);
    expect([event?.outcome, event?.attempts]).toEqual([
      "failed",
      Array(10).fill({ at: expect.any(String), milliseconds: 0, status: 500, fault: "it answered 500" }),
    ]);
    expect(await shown()).toMatchObject({ failing_since: "2026-06-01T12:00:02Z" });
  });

  it.each([
    [301, { location: "http://169.254.169.254/" }, "it leads elsewhere (301): say where to send to"],
    [302, { location: "https://elsewhere.example/" }, "it leads elsewhere (302): say where to send to"],
    [404, {}, "it answered 404"],
  ])("is what it answers with %i, and no other address is asked", async (status, headers, fault) => {
    refuse(status, headers as Record<string, string>);
    await change("a");
    await send();
    expect(receivers.asked.map(({ url }) => url)).toEqual([hook.url]);
    expect((await listEvents(room, hook.id))[0]?.attempts[0]).toMatchObject({ status, fault });
  });

  it("is not sent before it says that it may be, and not later than a day", async () => {
    refuse(429, { "retry-after": "3600" });
    await change("a");
    await send();
    expect((await listEvents(room, hook.id))[0]?.next_at).toBe("2026-06-01T13:00:02Z");
    refuse(503, { "retry-after": "99999999" });
    await after(HOUR);
    expect((await listEvents(room, hook.id))[0]?.next_at).toBe("2026-06-02T13:00:02Z");
    accept();
    await after(24 * HOUR);
    expect(await outcomes()).toEqual(["delivered"]);
    expect((await shown()).failing_since).toBeUndefined();
  });

  it("is why it fails, where there is no answer", async () => {
    receivers.answer = () => Promise.reject(new Error("connect ECONNREFUSED 192.0.2.1:443"));
    await change("a");
    await send();
    expect((await listEvents(room, hook.id))[0]?.attempts[0]).toMatchObject({
      fault: "there is no answer: connect ECONNREFUSED 192.0.2.1:443",
    });
  });

  it("ends with it where it says that it is gone, which the log tells", async () => {
    for (const id of ["a", "b", "c", "d", "e"]) await change(id);
    refuse(410);
    await send();
    expect(await shown()).toMatchObject({ status: "disabled", disabled_by: "receiver" });
    expect(new Set(await outcomes())).toEqual(new Set(["failed", "ended"]));
    await change("f");
    await after(100 * HOUR);
    expect(await outcomes()).toHaveLength(5);
    const log = (await (await room.request("GET", "/api/log")).json()) as { deeds: { action: string }[] };
    expect(log.deeds.map(({ action }) => action)).toContain("webhook.disabled");
  });
});

describe("the order of what is told", () => {
  it("is that of what happened, of one story: what is tried again is not overtaken", async () => {
    refuse(500);
    await change("a");
    await send();
    await change("a", { title: "Another" });
    await change("b");
    receivers.asked.length = 0;
    accept();
    await send();
    expect(receivers.events.map(({ data }) => data.id)).toEqual(["b"]);
    await after(5_000);
    expect(receivers.types).toEqual(["article.published", "article.published", "article.updated"]);
  });

  it("is broken for what was taken back: it goes at once, and nothing of the story that was not taken goes after it", async () => {
    refuse(500);
    await change("a");
    await send();
    await change("a", { title: "Another" });
    await takeBack("a");
    accept();
    await after(1);
    await after(HOUR);
    expect(receivers.types).toEqual(["article.published", "article.retracted"]);
    expect(await outcomes()).toEqual(["superseded", "superseded", "delivered"]);
  });

  it("is kept for what was taken back while an earlier one was in hand", async () => {
    await change("a");
    receivers.answer = async ({ event }) => {
      if (event.type === "article.published") await takeBack("a");
      return new Response(null, { status: event.type === "article.published" ? 500 : 204 });
    };
    await send();
    await after(HOUR);
    expect(receivers.types).toEqual(["article.published", "article.retracted"]);
    expect(await outcomes()).toEqual(["superseded", "delivered"]);
  });

  it("has what was taken back before all else", async () => {
    await change("a");
    await send();
    receivers.asked.length = 0;
    for (const id of ["b", "c", "d", "e", "f", "g", "h"]) await change(id);
    await takeBack("a");
    await send();
    expect(receivers.types[0]).toBe("article.retracted");
    expect(receivers.types).toHaveLength(8);
  });
});
