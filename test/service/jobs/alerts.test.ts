import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FeedInput } from "../../../src/feed/catalog.ts";
import type { Home, Reach } from "../../../src/service/home.ts";
import { here } from "../../homes/here.ts";
import { TOKEN } from "../../homes/home.ts";
import { SITE } from "../../site.ts";
import { pass, startClock } from "../clock.ts";
import { coldPoll, type Poll } from "../cold-poll.ts";
import { article } from "../newsroom.ts";
import { basic, bearer, type Desk, syndicate } from "../partner/syndicate.ts";

const WATCHED: FeedInput[] = [
  {
    slug: "radio",
    title: "For the radio",
    description: "All the news",
    access: "partner",
    partner: "radio",
    alerts: { silent_after: 120, retraction_within: 10 },
  },
  {
    ...{
      by: "tag",
      slug: "radio/tag/{value}",
      title: "{value}",
      description: "D",
      access: "partner",
      partner: "radio",
    },
    alerts: { silent_after: 120, retraction_within: 10 },
  },
  { slug: "paper", title: "For the paper", description: "All the news", access: "partner", partner: "paper" },
];
const HOOK = { url: "https://desk.example/hook", secret: `whsec_${btoa("0123456789abcdef01234567")}` };

let desk: Desk;
let key: string;
let poll: Poll;
let posted: Request[];
let reached: Reach[];
let answer: () => Response;

beforeEach(async () => {
  startClock(Date.UTC(2026, 5, 1, 12));
  posted = [];
  answer = () => new Response("ok");
  reached = [];
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await start();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function start(webhook = HOOK, site = SITE): Promise<void> {
  // Time passes as it is waited for.
  const wait = async (milliseconds: number): Promise<void> => pass(milliseconds);
  const fetchOut: Home["fetchOut"] = async (url, { method, headers, body }, reach) => {
    posted.push(new Request(url, { method, headers, body: String(body) }));
    reached.push(reach);
    return answer();
  };
  desk = await syndicate(WATCHED, { secrets: { webhook }, wait, fetchOut }, site);
  await desk.partner("radio");
  await desk.partner("paper");
  key = (await desk.key("radio")).key;
  await desk.put(article("story"));
  await desk.publish();
  poll = coldPoll(undefined, WATCHED);
}

interface Shown {
  kind: string;
  partner: string;
  article?: string;
  since: string;
  cleared_at?: string;
  webhook: { delivered_at?: string; attempts: number };
}

const alerts = async () => (await desk.api<{ alerts: Shown[] }>("GET", "/api/partners/alerts")).body.alerts;
const open = async () => (await alerts()).filter((alert) => alert.cleared_at === undefined).map(({ kind }) => kind);
const served = async () => (await poll("/partner/radio.rss", basic(key))).status;

async function afterMinutes(minutes: number): Promise<void> {
  pass(minutes * 60_000);
  await desk.sweep();
}

describe("a family's feeds", () => {
  const about = async () =>
    (
      await desk.api<{ alerts: { feed: string; kind: string; cleared_at?: string }[] }>("GET", "/api/partners/alerts")
    ).body.alerts
      .filter(({ feed, cleared_at }) => feed !== "radio" && cleared_at === undefined)
      .map(({ feed, kind }) => `${kind} ${feed}`);
  const tag = async (value: string, headers = basic(key)) =>
    expect((await poll(`/partner/radio/tag/${value}.rss`, headers)).status).toBe(200);

  it("are watched while they are awake, and the partner is who polls them", async () => {
    await desk.put(article("tagged", { tags: ["One", "Two", "Three"] }));
    await desk.publish();
    await tag("one");
    await tag("two", bearer(TOKEN));
    await afterMinutes(241);
    expect(await about()).toEqual(["silent radio/tag/one"]);
    await desk.request("DELETE", "/api/articles/tagged?reason=Wrong");
    await desk.publish();
    await afterMinutes(11);
    expect((await about()).sort()).toEqual(["retraction radio/tag/one", "silent radio/tag/one"]);
    await tag("one");
    await afterMinutes(1);
    expect(await about()).toEqual([]);
    await afterMinutes(8 * 24 * 60);
    expect(await about()).toEqual([]);
  });
});

describe("a partner that does not come", () => {
  it("is an alert once polls, noted to the hour, cannot have been, and none when it comes again", async () => {
    expect(await served()).toBe(200);
    await afterMinutes(179);
    expect(await open()).toEqual([]);
    await afterMinutes(2);
    await afterMinutes(60);
    expect(await open()).toEqual(["silent"]);
    expect((await alerts())[0]).toMatchObject({ partner: "radio", since: "2026-06-01T12:00:00Z" });
    expect(await served()).toBe(200);
    await afterMinutes(1);
    expect(await open()).toEqual([]);
    expect(posted).toHaveLength(1);
  });

  it("counts from its first key, and not where it has none or is suspended", async () => {
    await afterMinutes(181);
    expect(await open()).toEqual(["silent"]);
    await desk.api("PATCH", "/api/partners/radio", { status: "suspended" });
    await afterMinutes(1);
    expect(await open()).toEqual([]);
    expect((await alerts()).map(({ partner }) => partner)).toEqual(["radio"]);
  });
});

describe("a retraction", () => {
  it("that is not picked up in time is an alert, and none when it is", async () => {
    await served();
    await desk.request("DELETE", "/api/articles/story");
    await afterMinutes(1);
    await afterMinutes(9);
    expect(await open()).toEqual([]);
    await afterMinutes(2);
    expect(await open()).toEqual(["retraction"]);
    expect((await alerts())[0]).toMatchObject({ article: "story", partner: "radio" });
    await served();
    await afterMinutes(1);
    expect(await open()).toEqual([]);
  });

  it("of what the partner never had is none", async () => {
    await served();
    await desk.put(article("other"));
    await afterMinutes(1);
    await desk.request("DELETE", "/api/articles/other");
    await afterMinutes(1);
    await afterMinutes(30);
    expect(await open()).toEqual([]);
  });
});

describe("the webhook", () => {
  it("is POSTed once, signed, with the same id at every attempt, later and later, until it is taken", async () => {
    answer = () => new Response("no", { status: 500 });
    await served();
    await afterMinutes(181);
    expect(posted).toHaveLength(1);
    await afterMinutes(0);
    expect(posted).toHaveLength(1);
    await afterMinutes(1);
    await afterMinutes(1);
    expect(posted).toHaveLength(2);
    answer = () => new Response("ok");
    await afterMinutes(2);
    await afterMinutes(300);
    expect(posted).toHaveLength(3);
    const [first] = posted;
    expect([first?.method, first?.url]).toEqual(["POST", HOOK.url]);
    // A name that stands for a private address when it is asked leads nowhere.
    expect(new Set(reached)).toEqual(new Set(["public"]));
    expect(new Set(posted.map((request) => request.headers.get("webhook-id"))).size).toBe(1);
    expect(posted.map((request) => request.headers.get("webhook-signature"))).toEqual(
      Array(3).fill(expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/)),
    );
    expect((await alerts())[0]?.webhook).toEqual({ delivered_at: expect.any(String), attempts: 3 });
    expect(await first?.json()).toMatchObject({ type: "partner.silent", data: { partner: "radio", feed: "radio" } });
  });

  it("is given up after a day, and ends when there is nothing more to say", async () => {
    answer = () => new Response("no", { status: 410 });
    await served();
    await afterMinutes(181);
    for (let hour = 0; hour < 60; hour += 1) await afterMinutes(60);
    expect(posted).toHaveLength(10);
    const { results } = await here.db.prepare("SELECT next_attempt_at FROM alert").all();
    expect(results).toEqual([{ next_attempt_at: null }]);
  });

  it("is not sent with a secret that is too short, which the log says", async () => {
    await start({ ...HOOK, secret: `whsec_${btoa("short")}` });
    const written = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await served();
    await afterMinutes(181);
    expect([await open(), posted]).toEqual([["silent"], []]);
    expect(written.mock.calls.flat().join()).toContain("ALERT_WEBHOOK_SECRET is 5 bytes in base64");
  });

  it.each(["http://127.0.0.1:9/", "http://[::1]/", "http://metadata.internal/", "ftp://desk.example/", "nonsense"])(
    "is not sent to %s by a worker that is not local",
    async (url) => {
      await start({ ...HOOK, url });
      await afterMinutes(181);
      expect(await open()).toEqual(["silent"]);
      expect(posted).toEqual([]);
    },
  );

  it("is sent to this machine by a worker that runs on it", async () => {
    await start({ ...HOOK, url: "http://127.0.0.1:9/" }, { ...SITE, base: "http://localhost:8787" });
    await afterMinutes(181);
    expect(posted.map(({ url }) => url)).toEqual(["http://127.0.0.1:9/"]);
    expect(reached).toEqual(["any"]);
  });
});
