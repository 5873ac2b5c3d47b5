import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { startClock } from "../clock.ts";
import { FAULTY, OPEN, stranger } from "../proofread/proofread.ts";
import { feedAnswer } from "../sources/a-feed.ts";

const FEED = "https://other.example/feed.xml";

beforeEach(() => void startClock(Date.UTC(2026, 2, 1, 12)));
afterEach(() => void vi.useRealTimers());

type Room = Awaited<ReturnType<typeof stranger>>;

const send = async ({ room }: Room, body: string, headers: Record<string, string> = {}) =>
  room.fetch(
    here.from("192.0.2.1", new Request("https://feeds.example/api/proofread", { method: "POST", body, headers })),
  );

describe("POST /api/proofread", () => {
  it("answers what is wrong with a document, rule by rule, and where the report is", async () => {
    const on = await stranger();
    const answer = await send(on, FAULTY, { "content-type": "application/rss+xml" });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const told = (await answer.json()) as { report: string; documents: { findings: { rule: string }[] }[] };
    expect(told).toMatchObject({
      at: "2026-03-01T12:00:00.000Z",
      expires_at: "2026-03-03T12:00:00.000Z",
      documents: [
        { format: "rss", version: "2.0", entries: 1, content_type: "application/rss+xml", encoding: "utf-8" },
      ],
    });
    const finding = told.documents[0]?.findings.find(({ rule }) => rule.startsWith("slash/comments-"));
    expect(finding).toMatchObject({ severity: "error", line: 10, says: expect.any(String), mend: expect.any(String) });
    expect((await on.get(new URL(told.report).pathname)).status).toBe(200);
  });

  it("answers SARIF to whoever accepts that", async () => {
    const answer = await send(await stranger(), FAULTY, { accept: "application/sarif+json" });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/sarif+json"]);
    expect(await answer.json()).toMatchObject({ version: "2.1.0", runs: [{ results: expect.any(Array) }] });
  });

  it("fetches what JSON with nothing but a URL names, and takes a JSON Feed for what it is", async () => {
    const on = await stranger();
    on.elsewhere.at(FEED, feedAnswer(FAULTY));
    const json = { "content-type": "application/json" };
    const fetched = await send(on, JSON.stringify({ url: FEED }), json);
    expect(await fetched.json()).toMatchObject({ documents: [{ url: FEED, format: "rss", redirects: [] }] });
    const feed = { version: "https://jsonfeed.org/version/1.1", title: "T", items: [] };
    expect(await (await send(on, JSON.stringify(feed), json)).json()).toMatchObject({
      documents: [{ format: "json" }],
    });
  });

  it("tells of a home page all its feeds", async () => {
    const on = await stranger();
    const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
    on.elsewhere
      .at("https://other.example/", feedAnswer(`<!doctype html>${link("/feed.xml")}${link("/none.xml")}`))
      .at(FEED, feedAnswer(FAULTY));
    const answer = await send(on, '{"url":"https://other.example/"}', { "content-type": "application/json" });
    expect(await answer.json()).toMatchObject({
      documents: [{ url: FEED }],
      page: {
        feeds: [
          { url: FEED, how: "link" },
          { url: "https://other.example/none.xml", trouble: expect.stringContaining("there is no answer") },
        ],
        more_feeds: 0,
      },
    });
  });

  it("tells of one feed what stands beside it", async () => {
    const on = await stranger();
    const link = '<link rel="alternate" type="application/feed+json" href="https://gazette.example/feed.json">';
    const json = {
      version: "https://jsonfeed.org/version/1.1",
      title: "The Gazette",
      items: [{ id: "tag:gazette.example,2026:1" }],
    };
    on.elsewhere
      .at(FEED, feedAnswer(FAULTY))
      .at("https://gazette.example/", feedAnswer(`<!doctype html>${link}`))
      .at("https://gazette.example/feed.json", feedAnswer(JSON.stringify(json)));
    const answer = await send(on, JSON.stringify({ url: FEED }), { "content-type": "application/json" });
    expect(await answer.json()).toMatchObject({
      documents: [
        {
          url: FEED,
          beside: {
            page: "https://gazette.example/",
            formats: [{ url: "https://gazette.example/feed.json", format: "json" }],
            unread: [],
            counts: { "formats/title": 1 },
            findings: [{ rule: "formats/title", says: expect.any(String) }],
          },
        },
      ],
    });
  });

  it.each([
    ["nothing", "", 422],
    ["a private address", '{"url":"http://10.0.0.1/"}', 422],
    ["no address", '{"url":"javascript:1"}', 422],
    ["too much", "x".repeat(5_000_001), 413],
  ])("refuses %s as problem details", async (_, body, status) => {
    const answer = await send(await stranger(), body, { "content-type": "application/json" });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
  });

  it("is for everybody where the masthead says so, within limits, and elsewhere for whoever has the token", async () => {
    const open = await stranger(OPEN);
    const statuses = [];
    for (let time = 0; time < 11; time += 1) statuses.push((await send(open, FAULTY)).status);
    expect(statuses).toEqual([...Array(10).fill(200), 429]);
    expect((await send(open, FAULTY)).headers.get("retry-after")).toMatch(/^\d+$/);
    expect((await send(open, FAULTY, { authorization: "Bearer wrong" })).status).toBe(401);

    const closed = await stranger(SITE);
    expect((await send(closed, FAULTY)).status).toBe(401);
    const answer = await closed.room.request("POST", "/api/proofread", FAULTY);
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as { report: string }).report).toMatch(
      /^https:\/\/feeds\.example\/desk\/proofread\//,
    );
  });

  it("takes no other method", async () => {
    const { room } = await stranger();
    expect((await room.request("GET", "/api/proofread")).status).toBe(405);
  });
});
