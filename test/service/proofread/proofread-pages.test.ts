import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startClock } from "../clock.ts";
import { signIn, text } from "../desk/browser.ts";
import { feedAnswer } from "../sources/a-feed.ts";
import { FAULTY, OPEN, stranger } from "./proofread.ts";

const FEED = "https://other.example/feed.xml";

beforeEach(() => void startClock(Date.UTC(2026, 2, 1, 12)));
afterEach(() => void vi.useRealTimers());

describe("a form of another site's", () => {
  it.each([
    ["names it", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["hides it", { origin: "null" }],
  ])("is refused: its browser %s", async (_, headers) => {
    const { room, elsewhere } = await stranger();
    const body = new URLSearchParams({ url: FEED });
    const sent = await room.fetch(new Request("https://feeds.example/proofread", { method: "POST", body, headers }));
    expect([sent.status, elsewhere.asked]).toEqual([403, []]);
  });

  it("is told apart by what browsers say of the proofreader's own", async () => {
    const { room, get, elsewhere } = await stranger();
    elsewhere.at(FEED, feedAnswer(FAULTY));
    expect((await get("/proofread")).headers.get("referrer-policy")).toBe("same-origin");
    const own = {
      method: "POST",
      body: new URLSearchParams({ url: FEED }),
      headers: { "sec-fetch-site": "same-origin" },
    };
    expect((await room.fetch(new Request("https://feeds.example/proofread", own))).status).toBe(303);
  });
});

describe("a page that names addresses nobody may ask for", () => {
  it("has none of them asked for, and no title longer than a report shows", async () => {
    const { report, elsewhere } = await stranger();
    const link = (href: string) =>
      `<link rel="alternate" type="application/rss+xml" title="${"t".repeat(9_000)}" href="${href}">`;
    const links = ["https://ada:secret@other.example/a.xml", `/${"x".repeat(9_000)}`, FEED].map(link);
    elsewhere.at("https://other.example/", feedAnswer(`<!doctype html>${links.join("")}`)).at(FEED, feedAnswer(FAULTY));
    const page = await report({ url: "https://other.example/" });
    expect(text(page)).toContain("1 feed at this page");
    expect(page).not.toContain("secret");
    expect(page).not.toContain("t".repeat(241));
    expect(elsewhere.asked.map(({ url }) => url)).toEqual(["https://other.example/", FEED]);
  });
});

describe("strangers", () => {
  it("have ten documents a minute proofread, each address by itself, and whoever has the token as many as there are", async () => {
    const { send, room } = await stranger();
    const statuses = [];
    for (let time = 0; time < 11; time += 1) statuses.push((await send({ text: FAULTY })).status);
    expect(statuses).toEqual([...Array(10).fill(303), 429]);
    const over = await send({ text: FAULTY });
    expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(text(await over.text())).toContain("Too many documents came from your address");
    expect((await send({ text: FAULTY }, "192.0.2.2")).status).toBe(303);
    expect((await room.request("POST", "/api/proofread", FAULTY)).status).toBe(200);
  });
});

describe("a service that is local, and reached by others all the same", () => {
  const LOCAL = "http://169.254.169.254/latest/meta-data/";
  const site = { ...OPEN, base: "http://localhost:8787" };

  it("asks nothing of its own network for a stranger, at once or by a redirect", async () => {
    const { send, elsewhere } = await stranger(site);
    elsewhere.at(LOCAL, feedAnswer(FAULTY)).at(FEED, new Response(null, { status: 302, headers: { location: LOCAL } }));
    for (const url of [LOCAL, FEED])
      expect(text(await (await send({ url })).text())).toContain("169.254.169.254 is no public address");
    expect(elsewhere.asked.map(({ url: asked, reach }) => [asked, reach])).toEqual([[FEED, "public"]]);
  });

  it("asks it for the newsroom", async () => {
    const { room, elsewhere } = await stranger(site);
    elsewhere.at(LOCAL, feedAnswer(FAULTY.replace("https://gazette.example/", LOCAL)));
    const desk = await signIn(room);
    expect((await desk.post("/desk/proofread", { url: LOCAL, text: "" })).status).toBe(303);
    expect((await room.request("POST", "/api/proofread", { url: LOCAL })).status).toBe(200);
    expect(new Set(elsewhere.asked.map(({ reach }) => reach))).toEqual(new Set(["any"]));
  });
});

describe("whoever finds no place", () => {
  it("is told to come again, the newsroom, too", async () => {
    const { room, send, elsewhere } = await stranger();
    const desk = await signIn(room);
    const ends: (() => void)[] = [];
    const endless = () => new Response(new ReadableStream({ start: (answer) => void ends.push(() => answer.close()) }));
    elsewhere.at(FEED, endless);
    const served = [1, 1, 2, 2].map((network) => send({ url: FEED }, `192.0.2.${network}`));
    await vi.waitUntil(() => ends.length === served.length);
    const refused = [
      await send({ text: FAULTY }, "192.0.2.3"),
      await desk.post("/desk/proofread", { url: "", text: FAULTY }),
      await room.request("POST", "/api/proofread", FAULTY),
    ];
    expect(refused.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual(
      refused.map(() => [503, "5"]),
    );
    for (const end of ends) end();
    await Promise.all(served);
    expect((await send({ text: FAULTY }, "192.0.2.3")).status).toBe(303);
  });
});
