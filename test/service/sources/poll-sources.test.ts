import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SourceInput } from "../../../src/feed/source.ts";
import { backoffOf } from "../../../src/service/sources/poll-sources.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { pass, startClock } from "../clock.ts";
import { FEEDS, type Newsroom, newsroom } from "../newsroom.ts";
import { PATIENT } from "../patient.ts";
import { Elsewhere, feedAnswer, rssOf } from "./a-feed.ts";

const URL_OF_FEED = "https://other.example/feed";
const OTHER: SourceInput = { kind: "feed", name: "other", url: URL_OF_FEED, every: 10 };
const MINUTE = 60_000;

interface Told {
  status: string;
  fault?: string;
  next_at?: string;
  moved_to?: string;
  failures: number;
  refusals: { item: string; reason: string }[];
  kept_out: { id: string }[];
  [count: string]: unknown;
}

describe("a feed that stays where it is", () => {
  let elsewhere: Elsewhere;
  let room: Newsroom;

  async function open(...sources: SourceInput[]): Promise<void> {
    room = await newsroom(FEEDS, SITE, { fetchOut: elsewhere.fetchOut }, { sources });
  }

  /** Time passes until the source is due again, and it is asked. */
  async function pollLater(milliseconds = 10 * MINUTE): Promise<void> {
    pass(milliseconds);
    await room.pollSources();
  }

  const told = async (name = "other"): Promise<Told> =>
    (await room.request("GET", `/api/sources/${name}`)).json() as Promise<Told>;

  async function titles(): Promise<unknown[]> {
    await room.publish();
    return (await room.items("all")).map(({ title }) => title).sort();
  }

  /** The id here of what the source calls so. */
  async function idOf(item: string): Promise<string> {
    const found = await here.db
      .prepare("SELECT article_id FROM source_item WHERE item = ?")
      .bind(item)
      .first<{ article_id: string }>();
    return found?.article_id ?? "";
  }

  beforeEach(async () => {
    startClock(Date.UTC(2026, 2, 10));
    elsewhere = new Elsewhere().at(URL_OF_FEED, feedAnswer(rssOf([{ id: "a" }, { id: "b" }]), { etag: '"1"' }));
    await open(OTHER);
  });
  afterEach(() => void vi.useRealTimers());

  it("brings its stories", async () => {
    await room.pollSources();
    expect(await titles()).toEqual(["Title of a", "Title of b"]);
    expect(await told()).toMatchObject({ status: "well", created: 2, changed: 0, taken_back: 0, refused: 0 });
  });

  it("is asked when it is due, and not before", async () => {
    await room.pollSources();
    await pollLater(9 * MINUTE);
    expect(elsewhere.asked).toHaveLength(1);
    await pollLater(1 * MINUTE);
    expect(elsewhere.asked).toHaveLength(2);
  });

  it("is asked by the service's name, and whether it has changed", async () => {
    await room.pollSources();
    elsewhere.at(URL_OF_FEED, () => new Response(null, { status: 304 }));
    await pollLater();
    expect(elsewhere.asked[0]?.headers["user-agent"]).toBe(`Wireproof (+${SITE.base})`);
    expect(elsewhere.asked[1]?.headers["if-none-match"]).toBe('"1"');
    expect(await told()).toMatchObject({ status: "well", created: 2 });
    await pollLater();
    expect(elsewhere.asked[2]?.headers["if-none-match"]).toBe('"1"');
  });

  it("brings a change as a revision, and the same again as nothing", async () => {
    await room.pollSources();
    await pollLater();
    expect(await told()).toMatchObject({ created: 2, changed: 0 });
    elsewhere.at(URL_OF_FEED, feedAnswer(rssOf([{ id: "a", title: "Another" }, { id: "b" }])));
    await pollLater();
    expect(await titles()).toEqual(["Another", "Title of b"]);
    expect(await told()).toMatchObject({ created: 2, changed: 1 });
  });

  it("keeps what has fallen out of its window", async () => {
    await room.pollSources();
    elsewhere.at(URL_OF_FEED, feedAnswer(rssOf([{ id: "b" }])));
    await pollLater();
    expect(await titles()).toEqual(["Title of a", "Title of b"]);
  });

  it("takes back what it says it has deleted (RFC 6721)", async () => {
    await room.pollSources();
    elsewhere.at(
      URL_OF_FEED,
      feedAnswer(rssOf([{ id: "b" }], '<at:deleted-entry ref="a" when="2026-03-10T00:00:00Z"/>')),
    );
    await pollLater();
    expect(await told()).toMatchObject({ taken_back: 1 });
    expect(await titles()).not.toContain("Title of a");
    // It comes back: the source shows it again.
    elsewhere.at(URL_OF_FEED, feedAnswer(rssOf([{ id: "a" }, { id: "b" }])));
    await pollLater();
    expect(await titles()).toContain("Title of a");
  });

  it("stops at nothing for one story that cannot be taken in, and tells which it was", async () => {
    elsewhere.at(URL_OF_FEED, feedAnswer(rssOf([{ id: "a" }, { id: "x".repeat(3_000) }, { id: "b" }])));
    await pollLater();
    expect(await titles()).toEqual(["Title of a", "Title of b"]);
    const { refusals, refused } = await told();
    expect(refused).toBe(1);
    expect(refusals[0]?.reason).toMatch(/longer than/);
    elsewhere.at(URL_OF_FEED, feedAnswer(rssOf([{ id: "a" }])));
    await pollLater();
    expect(await told()).toMatchObject({ refused: 0, refusals: [] });
  });

  it("is asked later and later while it fails, and as before once it answers", async () => {
    elsewhere.at(URL_OF_FEED, new Response("", { status: 500 }));
    await room.pollSources();
    expect(await told()).toMatchObject({ status: "failing", failures: 1, fault: "it answered 500" });
    await pollLater(13 * MINUTE);
    expect(await told()).toMatchObject({ failures: 2 });
    await pollLater(13 * MINUTE);
    expect(elsewhere.asked).toHaveLength(2);
    elsewhere.at(URL_OF_FEED, feedAnswer(rssOf([{ id: "a" }])));
    await pollLater(12 * MINUTE);
    expect(await told()).toMatchObject({ status: "well", failures: 0, created: 1 });
    await pollLater();
    expect(elsewhere.asked).toHaveLength(4);
  });

  it("waits as long as it is asked to: Retry-After, max-age and ttl", async () => {
    elsewhere.at(URL_OF_FEED, new Response("", { status: 503, headers: { "retry-after": "7200" } }));
    await room.pollSources();
    await pollLater(119 * MINUTE);
    expect(elsewhere.asked).toHaveLength(1);
    elsewhere.at(URL_OF_FEED, feedAnswer(rssOf([{ id: "a" }], "<ttl>90</ttl>"), { "cache-control": "max-age=60" }));
    await pollLater(1 * MINUTE);
    await pollLater(89 * MINUTE);
    expect(elsewhere.asked).toHaveLength(2);
    elsewhere.at(URL_OF_FEED, feedAnswer(rssOf([{ id: "a" }]), { "cache-control": "max-age=1800" }));
    await pollLater(1 * MINUTE);
    await pollLater(29 * MINUTE);
    expect(elsewhere.asked).toHaveLength(3);
  });

  it("is asked no more once it says that it has ended (410), until somebody wants it", async () => {
    elsewhere.at(URL_OF_FEED, new Response("", { status: 410 }));
    await room.pollSources();
    expect(await told()).toMatchObject({ status: "ended" });
    expect((await told()).next_at).toBeUndefined();
    await pollLater(1_000 * MINUTE);
    expect(elsewhere.asked).toHaveLength(1);
    elsewhere.at(URL_OF_FEED, feedAnswer(rssOf([{ id: "a" }])));
    expect((await room.request("POST", "/api/sources/other")).status).toBe(202);
    await vi.waitFor(async () => expect(await told()).toMatchObject({ status: "well" }), PATIENT);
  });

  it("is followed where it has moved for good, and says so", async () => {
    elsewhere.at(URL_OF_FEED, new Response(null, { status: 301, headers: { location: "/new" } }));
    elsewhere.at("https://other.example/new", feedAnswer(rssOf([{ id: "a" }])));
    await room.pollSources();
    expect(await told()).toMatchObject({ status: "well", moved_to: "https://other.example/new" });
  });

  it("leaves an editor's words alone, and tells that they differ", async () => {
    await room.pollSources();
    const id = await idOf("a");
    const { edge: _, ...stored } = (await (await room.request("GET", `/api/articles/${id}`)).json()) as Record<
      string,
      unknown
    >;
    await room.request("PUT", `/api/articles/${id}`, { ...stored, title: "An editor's" });
    await pollLater();
    expect(await titles()).toContain("An editor's");
    elsewhere.at(URL_OF_FEED, feedAnswer(rssOf([{ id: "a", title: "The source's" }])));
    await pollLater();
    expect(await titles()).toContain("An editor's");
    expect((await told()).kept_out).toMatchObject([{ id }]);
    // What is taken back at the source is taken back here all the same.
    elsewhere.at(URL_OF_FEED, feedAnswer(rssOf([], '<at:deleted-entry ref="a"/>')));
    await pollLater();
    expect(await titles()).not.toContain("An editor's");
  });

  it("has an editor release its stories where it is to, and brings their changes all the same", async () => {
    await open({ ...OTHER, withhold: true });
    await room.pollSources();
    expect(await titles()).toEqual([]);
    const id = await idOf("a");
    const stored = (await (await room.request("GET", `/api/articles/${id}`)).json()) as Record<string, unknown>;
    await room.request("PUT", `/api/articles/${id}`, { ...stored, status: "usable" });
    elsewhere.at(URL_OF_FEED, feedAnswer(rssOf([{ id: "a", title: "Another" }, { id: "b" }])));
    await pollLater();
    expect(await titles()).toEqual(["Another"]);
  });

  it("does not bring what is another source's: both are told by name", async () => {
    elsewhere.at("https://second.example/feed", feedAnswer(rssOf([{ id: "a", title: "Not mine" }])));
    await open(OTHER, { kind: "feed", name: "second", url: "https://second.example/feed" });
    await room.pollSources();
    await pollLater(20 * MINUTE);
    const [first, second] = [await told(), await told("second")];
    const refusals = [...first.refusals, ...second.refusals];
    expect(refusals.some(({ reason }) => /is the source (other|second)'s, whose words stay/.test(reason))).toBe(true);
  });
});

describe("the pause after failures", () => {
  it("doubles up to six hours, and is never shorter than the source's own", () => {
    const pauses = Array.from({ length: 30 }, (_, failures) => backoffOf(failures, 10 * MINUTE));
    for (const [failures, pause] of pauses.entries()) {
      const least = Math.min(10 * MINUTE * 2 ** failures, 360 * MINUTE);
      expect(pause).toBeGreaterThanOrEqual(least);
      expect(pause).toBeLessThanOrEqual(least * 1.2);
    }
    expect(backoffOf(5, 1_000 * MINUTE)).toBeGreaterThanOrEqual(1_000 * MINUTE);
  });
});
