import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FeedInput } from "../../../../src/feed/catalog.ts";
import { MAX_REFUSALS } from "../../../../src/service/http/strangers.ts";
import { MAX_WOKEN } from "../../../../src/service/store/sleep.ts";
import { here } from "../../../homes/here.ts";
import { TOKEN } from "../../../homes/home.ts";
import { SITE } from "../../../site.ts";
import { pass, startClock } from "../../clock.ts";
import { coldPoll, FORMATS, type Poll } from "../../cold-poll.ts";
import { article, newsroom } from "../../newsroom.ts";
import { newSigningKey } from "../../signing-key.ts";
import { basic, bearer, type Desk, type Minted, syndicate } from "../syndicate.ts";
import { wholeOf } from "../two-partners.ts";

const TAGS: FeedInput = {
  ...{ by: "tag", slug: "radio/tag/{value}", title: "{value} for the radio", description: "On {value}", least: 2 },
  ...{ access: "partner", partner: "radio", formerly: ["radio/topic/{value}"] },
};
const FEEDS: FeedInput[] = [
  { slug: "all", title: "All", description: "All" },
  { slug: "radio", title: "For the radio", description: "All", access: "partner", partner: "radio" },
  { slug: "paper", title: "For the paper", description: "All", access: "partner", partner: "paper" },
  TAGS,
  {
    ...{ by: "author", slug: "radio/old/{value}", title: "T", description: "D" },
    ...{ access: "partner", partner: "radio", retired: true },
  },
];

let desk: Desk;
let poll: Poll;
let radio: Minted;
let paper: Minted;

beforeEach(async () => {
  startClock(Date.UTC(2026, 5, 1, 12));
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  desk = await syndicate(FEEDS, {
    wait: async (milliseconds) => pass(milliseconds),
    secrets: { signingKey: newSigningKey() },
  });
  await desk.partner("radio");
  await desk.partner("paper");
  [radio, paper] = [await desk.key("radio"), await desk.key("paper")];
  for (const id of ["a", "b"]) await desk.put(article(id, { tags: ["Zürich", "政治"] }));
  await desk.put(article("c", { tags: ["Once"], authors: [{ name: "Ana" }] }));
  await desk.publish();
  poll = coldPoll(here.db, FEEDS);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const status = async (path: string, key: string): Promise<number> =>
  (await poll(`/partner/radio/${path}`, basic(key))).status;

describe("a feed of a partner's family", () => {
  it.each(FORMATS)("is woken by the partner's poll, and named by its own URL (%s)", async (format) => {
    for (const value of ["zurich", encodeURI("政治")]) {
      const answer = await poll(`/partner/radio/tag/${value}.${format}`, basic(radio.key));
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
      const text = await answer.text();
      expect(text).toContain(`https://feeds.example/partner/radio/tag/${value}.${format}`);
      expect(text).toContain("Title of b");
    }
  });

  it("is none below its family's least, and of a value that nobody has, for its partner alone to know", async () => {
    for (const value of ["once", "none"]) expect(await status(`tag/${value}.rss`, radio.key)).toBe(404);
    const refused = await wholeOf(await poll("/partner/nothing.rss", basic(paper.key)));
    for (const path of ["radio/tag/zurich.rss", "radio/tag/none.rss", "radio/topic/zurich.rss", "radio/old/ana.rss"])
      expect(await wholeOf(await poll(`/partner/${path}`, basic(paper.key)))).toEqual(refused);
    const row = await here.db
      .prepare("SELECT count(*) AS awake FROM feed WHERE family IS NOT NULL AND NOT asleep")
      .first();
    expect(row).toEqual({ awake: 0 });
    for (const path of ["/feeds/radio/tag/zurich.rss", "/feeds/radio/tag/zurich"])
      expect((await poll(path)).status).toBe(404);
  });

  it("is opened by a key that names it, or its family; not by one that names a feed above it", async () => {
    const opens = async (...feeds: string[]) => {
      const { key } = await desk.key("radio", { feeds });
      return [await status("tag/zurich.rss", key), await status(`tag/${encodeURI("政治")}.rss`, key)];
    };
    expect(await opens("radio/tag")).toEqual([200, 200]);
    expect(await opens("radio/tag/zurich")).toEqual([200, 403]);
    expect(await opens("radio")).toEqual([403, 403]);
  });

  it("has moved with its family, and has ended with it", async () => {
    const moved = await poll("/partner/radio/topic/zurich.atom", basic(radio.key));
    expect([moved.status, moved.headers.get("location")]).toEqual([
      301,
      "https://feeds.example/partner/radio/tag/zurich.atom",
    ]);
    expect(await status("old/ana.rss", radio.key)).toBe(410);
  });

  it("is opened by the publish token, which leaves no receipt", async () => {
    expect((await poll("/partner/radio/tag/zurich.rss", bearer(TOKEN))).status).toBe(200);
    expect((await desk.api("GET", "/api/articles/a/receipts")).body).toMatchObject({ complete: false });
    const rows = await here.db.prepare("SELECT count(*) AS receipts FROM receipt").first();
    expect(rows).toEqual({ receipts: 0 });
  });

  it("is served with receipts and deltas, cold and hot, and proven by a statement", async () => {
    await status("tag/zurich.json", radio.key);
    const first = await poll("/partner/radio/tag/zurich.json", basic(radio.key));
    const etag = first.headers.get("etag") ?? "";
    expect((await poll("/partner/radio/tag/zurich.json", { ...basic(radio.key), "if-none-match": etag })).status).toBe(
      304,
    );
    await desk.put(article("d", { tags: ["zürich"] }));
    await desk.publish();
    pass(2_000);
    const delta = await poll("/partner/radio/tag/zurich.json", {
      ...basic(radio.key),
      ...{ "if-none-match": etag, "a-im": "feed" },
    });
    expect(delta.status).toBe(226);
    expect(((await delta.json()) as { items: object[] }).items).toMatchObject([{ title: "Title of d" }]);
    const { body } = await desk.api<{ revisions: { deliveries: object[] }[] }>("GET", "/api/articles/d/receipts");
    expect(body.revisions[0]?.deliveries).toContainEqual(
      expect.objectContaining({
        feed: "radio/tag/zurich",
        partner: "radio",
        received: expect.objectContaining({ edition: 2 }),
      }),
    );
    expect((await desk.api("GET", "/api/articles/d/receipts/statement")).status).toBe(200);
  });

  it("is woken for a key however many its address has woken, and for nobody where too many have been in all", async () => {
    const tags = Array.from({ length: MAX_REFUSALS + 1 }, (_, n) => `t${n}`);
    for (const id of ["x", "y"]) await desk.put(article(id, { tags }));
    await desk.publish();
    const ask = async (value: string) => poll(`/partner/radio/tag/${value}.rss`, basic(radio.key), "GET", "192.0.2.1");
    for (const value of tags) expect((await ask(value)).status).toBe(200);
    await here.db
      .prepare(
        `INSERT INTO feed (slug, selection, presentation, page_size, woken_at)
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MAX_WOKEN}) SELECT 'w' || i, '', '', 1, ? FROM n`,
      )
      .bind(Date.now())
      .run();
    const busy = await ask("zurich");
    expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "60"]);
    pass(61_000);
    expect((await ask("zurich")).status).toBe(200);
  });

  it("wakes for what is taken back, so that it is told who still has it", async () => {
    expect(await status("tag/zurich.rss", radio.key)).toBe(200);
    pass(9 * 86_400_000);
    await desk.sweep();
    const isAsleep = () => here.db.prepare("SELECT asleep FROM feed WHERE slug = 'radio/tag/zurich'").first();
    await desk.put(article("d", { tags: ["Zürich"] }));
    await desk.publish();
    expect(await isAsleep()).toEqual({ asleep: 1 });
    await desk.request("DELETE", "/api/articles/b?reason=Wrong");
    await desk.publish();
    expect(await isAsleep()).toEqual({ asleep: 0 });
    const { body } = await desk.api<{ revisions: { deliveries: object[] }[] }>("GET", "/api/articles/b/receipts");
    expect(body.revisions[1]?.deliveries).toContainEqual(
      expect.objectContaining({ feed: "radio/tag/zurich", what: "retracted", state: "waiting" }),
    );
  });

  it("sleeps and wakes without a receipt more or less than it served", async () => {
    await status("tag/zurich.rss", radio.key);
    const etag = (await poll("/partner/radio/tag/zurich.rss", basic(radio.key))).headers.get("etag") ?? "";
    pass(8 * 86_400_000);
    await desk.sweep();
    const again = await poll("/partner/radio/tag/zurich.rss", { ...basic(radio.key), "if-none-match": etag });
    expect(again.status).toBe(304);
    const { results } = await here.db.prepare("SELECT feed, edition FROM receipt").all();
    expect(results[0]).toEqual({ feed: "radio/tag/zurich", edition: 1 });
  });
});

describe("a family that is given to another partner", () => {
  it("serves nothing of what it made for the one before", async () => {
    expect(await status("tag/zurich.rss", radio.key)).toBe(200);
    const given = FEEDS.map((input) => (input === TAGS ? ({ ...TAGS, partner: "paper" } as FeedInput) : input));
    const next = await newsroom(given, SITE, {}, { keep: true });
    await next.sweep();
    poll = coldPoll(here.db, given);
    expect(await status("tag/zurich.rss", radio.key)).toBe(403);
    expect(await status("tag/zurich.rss", paper.key)).toBe(200);
    const { results } = await here.db.prepare("SELECT feed, edition, partner FROM receipt ORDER BY edition").all();
    expect(results).toMatchObject([{ partner: "radio" }, { partner: "paper" }]);
  });
});
