import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import type { Database } from "../../../src/service/home.ts";
import { publishFeed } from "../../../src/service/jobs/publish.ts";
import { type FeedState, findFeedState } from "../../../src/service/store/feeds.ts";
import { HeldArticles } from "../../../src/service/store/held-articles.ts";
import { MAX_EDITION_BYTES } from "../../../src/service/store/newest.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { pass, startClock } from "../clock.ts";
import { logged } from "../logged.ts";
import { article, FEEDS, homeOn, type Newsroom, newsroom } from "../newsroom.ts";

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom();
});

const state = async (slug: string): Promise<FeedState> => {
  const found = await findFeedState(here.db, slug);
  if (!found) throw new Error(`no feed ${slug}`);
  return found;
};

const FORMATS = ["rss", "atom", "json"];

describe("an edition", () => {
  it("holds the newest articles of its definition, in all formats", async () => {
    for (let index = 0; index < 12; index += 1)
      await desk.put(article(`n${index}`, { section: index % 2 ? "Politics" : "Sport" }));
    await desk.publish();
    expect((await desk.items("all")).map((item) => item.title)).toEqual(
      [11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((n) => `Title of n${n}`),
    );
    for (const format of FORMATS) {
      const text = await desk.document(`/feeds/politics.${format}`);
      for (const n of [1, 3, 5, 7, 9, 11]) expect(text).toContain(`Title of n${n}`);
      expect(text).not.toContain("Title of n2");
    }
  });

  it("is composed a few times for a burst of changes, not once a change", async () => {
    let calls = 0;
    const counted = await newsroom(FEEDS, SITE, { wake: async () => void calls++ });
    const lines = Array.from({ length: 1_000 }, (_, index) => JSON.stringify(article(`n${index}`)));
    await Promise.all(
      [0, 250, 500, 750].map(async (start) =>
        (await counted.request("POST", "/api/articles", lines.slice(start, start + 250).join("\n"))).text(),
      ),
    );
    await counted.publish();
    expect((await state("all")).edition).toBeLessThanOrEqual(3);
    expect(calls).toBeLessThanOrEqual(5);
    expect((await counted.items("all"))[0]?.title).toBe("Title of n999");
  });

  it("of the same bytes is no new one, Last-Modified included", async () => {
    for (let index = 0; index < 11; index += 1) await desk.put(article(`n${index}`));
    await desk.publish();
    const before = await desk.request("GET", "/feeds/sport.rss");
    const { edition } = await state("sport");
    await desk.put(article("old", { section: "Sport", embargo_until: "2099-01-01T00:00:00Z" }));
    await desk.publish();
    const after = await desk.request("GET", "/feeds/sport.rss");
    expect(await after.text()).toBe(await before.text());
    for (const validator of ["etag", "last-modified"])
      expect(after.headers.get(validator)).toBe(before.headers.get(validator));
    expect(await state("sport")).toMatchObject({ edition, stale_since: null });
  });

  it("made from an older selection never follows a newer one", async () => {
    const catalog = parseCatalog(SITE, FEEDS);
    const definition = catalog.all.get("all");
    if (!definition) throw new Error("no feed all");
    await desk.put(article("a"));
    const slow = await state("all");
    const newer = article("b");
    await desk.put(newer);
    await desk.publish();
    expect(
      await publishFeed(
        { home: homeOn(), catalog, held: new HeldArticles() },
        definition,
        slow,
        Date.parse(newer.published_at) - 1,
      ),
    ).toEqual({
      slug: "all",
      outcome: "outrun",
    });
    expect((await desk.items("all")).map((item) => item.title)).toEqual(["Title of b", "Title of a"]);
  });

  it("is made once when publishers race, and nothing stays stale", async () => {
    await desk.put(article("a"));
    await Promise.all([desk.publish(), desk.publish(), desk.publish()]);
    expect(await state("all")).toMatchObject({ edition: 1, entries: 1, stale_since: null });
  });

  it("is refused whole for one discrepancy; the last good one stays, and the desk learns why", async () => {
    await desk.put(article("a"));
    await desk.publish();
    const good = await Promise.all(FORMATS.map((format) => desk.document(`/feeds/all.${format}`)));
    await here.db
      .prepare("UPDATE revision SET body = json_set(body, '$.title', 'Bad \u0001 title') WHERE article_id = 'a'")
      .run();
    await desk.put(article("b"));
    await desk.publish();
    expect(await Promise.all(FORMATS.map((format) => desk.document(`/feeds/all.${format}`)))).toEqual(good);
    const { feeds } = (await (await desk.request("GET", "/api/feeds")).json()) as { feeds: Record<string, unknown>[] };
    expect(feeds[0]).toMatchObject({ slug: "all", state: "refused", edition: 1, stale: false });
    expect(feeds[0]?.discrepancies).toContainEqual(
      expect.objectContaining({ feed: "all", format: "rss", field: expect.any(String) }),
    );
    await desk.put({ ...article("a"), title: "Mended" });
    await desk.publish();
    expect((await desk.items("all")).map((item) => item.title)).toEqual(["Mended", "Title of b"]);
  });

  it("too large for one row of the store comes back whole", async () => {
    const body = "é😀".repeat(60_000);
    for (const id of ["a", "b", "c", "d"]) await desk.put(article(id, { content_html: `<p>${id} ${body}</p>` }));
    await desk.publish();
    const items = await desk.items("all");
    expect(items.map((item) => item.content_html)).toEqual(["d", "c", "b", "a"].map((id) => `<p>${id} ${body}</p>`));
    expect((await desk.document("/feeds/all.rss")).length).toBeGreaterThan(4 * body.length);
  });

  it("leaves out its oldest articles rather than grow without bound", async () => {
    const body = "x".repeat(900_000);
    for (let index = 0; index < 6; index += 1) await desk.put(article(`n${index}`, { content_html: `<p>${body}</p>` }));
    await desk.publish();
    expect((await desk.items("all")).map((item) => item.title)).toEqual([
      "Title of n5",
      "Title of n4",
      "Title of n3",
      "Title of n2",
    ]);
    expect(MAX_EDITION_BYTES).toBeLessThan(6 * body.length);
  });
});

describe("what may be seen", () => {
  const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

  it.each([
    ["withheld", { status: "withheld" }],
    ["canceled", { status: "canceled" }],
    ["embargoed", { embargo_until: soon(3_600_000) }],
    ["dated in the future", { published_at: soon(3_600_000) }],
    ["expired", { published_at: "2026-01-01T00:00:00Z", expires_at: "2026-01-02T00:00:00Z" }],
  ])("is nothing that is %s", async (_, fields) => {
    await desk.put(article("open"));
    await desk.put(article("unseen", fields));
    await desk.publish();
    for (const format of FORMATS) expect(await desk.document(`/feeds/all.${format}`)).not.toContain("unseen");
    expect(await desk.document("/feeds/all")).not.toContain("unseen");
  });

  it("changes when its time comes, with the sweep", async () => {
    startClock(Date.now());
    onTestFinished(() => void vi.useRealTimers());
    const clocked = await newsroom(FEEDS, SITE, { wait: async (milliseconds) => pass(milliseconds) });
    await clocked.put(article("later", { embargo_until: soon(60_000) }));
    await clocked.put(article("brief", { expires_at: soon(60_000) }));
    await clocked.publish();
    expect((await clocked.items("all")).map((item) => item.title)).toEqual(["Title of brief"]);
    pass(60_000);
    await clocked.sweep();
    expect((await clocked.items("all")).map((item) => item.title)).toEqual(["Title of later"]);
  });
});

describe("a changed definition", () => {
  it("chooses its articles anew, without touching them", async () => {
    for (let index = 0; index < 1_100; index += 1)
      if (index % 100 === 0) await desk.put(article(`n${index}`, { section: "Sport", tags: ["cup"] }));
    await desk.publish();
    const changed = await newsroomWithout(["politics"], {
      slug: "cups",
      title: "Cups",
      description: "Cups",
      select: { all: [{ tag: "cup" }] },
      entries: 5,
    });
    await changed.sweep();
    expect((await changed.items("cups")).length).toBe(5);
    expect((await changed.request("GET", "/feeds/politics.rss")).status).toBe(404);
    expect((await (await changed.request("GET", "/api/articles/n0")).headers).get("etag")).toBe('"1"');
  });

  it("that was gone and comes back has its articles and editions again", async () => {
    await desk.put(article("a"));
    await desk.publish();
    const without = await newsroom(FEEDS.slice(1), SITE, {}, { keep: true });
    await without.sweep();
    expect((await without.request("GET", "/feeds/all.json")).status).toBe(404);
    const again = await newsroom(FEEDS, SITE, {}, { keep: true });
    await again.sweep();
    expect((await again.items("all")).map(({ title }) => title)).toEqual(["Title of a"]);
    expect(await state("all")).toMatchObject({ edition: 3, stale_since: null, refusal: null });
  });

  it("takes up a new title", async () => {
    await desk.put(article("a"));
    await desk.publish();
    const renamed = await newsroomWithout(["all"], { slug: "all", title: "All & more", description: "News" });
    await renamed.sweep();
    expect(JSON.parse(await renamed.document("/feeds/all.json"))).toMatchObject({ title: "All & more" });
  });

  /** The same store under other definitions, as after a deploy. */
  const newsroomWithout = (slugs: string[], added: (typeof FEEDS)[number]) =>
    newsroom([...FEEDS.filter(({ slug }) => !slugs.includes(slug)), added], SITE, {}, { keep: true });
});

describe("the service's own word", () => {
  it("is 503 before the first edition, and 404 for what is no feed", async () => {
    expect((await desk.request("GET", "/feeds/all.rss")).status).toBe(503);
    expect((await desk.request("GET", "/feeds/nothing.rss")).status).toBe(404);
    expect((await desk.request("GET", "/feeds/nothing")).status).toBe(404);
    expect((await desk.request("GET", "/nothing")).status).toBe(404);
  });

  it("answers 304 to the tag it gave", async () => {
    await desk.put(article("a"));
    await desk.publish();
    for (const format of FORMATS) {
      const first = await desk.request("GET", `/feeds/all.${format}`);
      const etag = first.headers.get("etag") ?? "";
      const second = await desk.request("GET", `/feeds/all.${format}`, undefined, {
        "if-none-match": `"x", ${etag}`,
      });
      expect([second.status, second.headers.get("etag"), await second.text()]).toEqual([304, etag, ""]);
    }
  });

  it("shows its health", async () => {
    await desk.put(article("a"));
    await desk.publish();
    expect(await (await desk.request("GET", "/health")).json()).toMatchObject({
      status: "ok",
      store: "ok",
      queue_lag_ms: 0,
    });
  });
});

describe("one of many that breaks the code which publishes it", () => {
  it("an article is left out alone, by name, and the others go out", async () => {
    for (const id of ["a", "bad", "b"]) await desk.put(article(id, { section: "Sport" }));
    // As an old version may have stored it.
    await here.db.prepare("UPDATE revision SET body = json_remove(body, '$.tags') WHERE article_id = 'bad'").run();
    await desk.publish();
    for (const slug of ["all", "sport"])
      expect((await desk.items(slug)).map(({ title }) => title)).toEqual(["Title of b", "Title of a"]);
    const { feeds } = (await (await desk.request("GET", "/api/feeds")).json()) as { feeds: Record<string, unknown>[] };
    expect(feeds.find(({ slug }) => slug === "sport")).toMatchObject({
      discrepancies: [{ entry: expect.stringContaining("bad"), read: expect.stringMatching(/^TypeError/) }, {}, {}],
    });
  });

  it("a feed is set aside until the next run, and the others go out", async () => {
    const log = logged();
    let isBroken = true;
    const db: Database = {
      batch: (statements) => here.db.batch(statements),
      prepare(sql) {
        const statement = here.db.prepare(sql);
        if (!sql.startsWith("UPDATE feed SET edition")) return statement;
        return {
          first: () => statement.first(),
          all: () => statement.all(),
          run: () => statement.run(),
          bind(slug, ...values) {
            if (isBroken && slug === "politics") throw new TypeError("a fault");
            return statement.bind(slug, ...values);
          },
        };
      },
    };
    const other = await newsroom(FEEDS, SITE, { db });
    for (const section of ["Politics", "Sport"]) await other.put(article(section, { section }));
    await other.publish();
    expect(await other.items("sport")).toHaveLength(1);
    expect(await other.document("/feeds/politics.json")).not.toContain("Title of Politics");
    expect(log.filter(({ event }) => event === "feed failed")).toEqual([expect.objectContaining({ slug: "politics" })]);
    isBroken = false;
    await other.publish();
    expect(await other.items("politics")).toHaveLength(1);
  });
});
