import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Env } from "../../src/edge/home.ts";
import { worker } from "../../src/edge/worker.ts";
import type { DefinitionInput } from "../../src/feed/definition.ts";
import { here } from "../homes/here.ts";
import { subscribed } from "../service/hub/subscribers.ts";
import { emptyStore } from "../service/store/rows.ts";
import { SITE } from "../site.ts";

const FEEDS: DefinitionInput[] = [{ slug: "all", title: "Everything", description: "All the news" }];
const STORY = {
  url: "https://gazette.example/a",
  title: "The first boat out",
  content_html: "<p>She left at dawn.</p>",
  published_at: "2026-03-01T08:00:00Z",
};

let sent: unknown[];
const start = (more: Partial<Env> = {}, feeds = FEEDS, site = SITE) =>
  worker(
    {
      ...{ DB: env.DB, PUBLISH_TOKEN: "test-4f9c2e7b1d806a35e7c1" },
      PUBLISH_QUEUE: { send: async (_: unknown, options: unknown) => void sent.push(options) } as unknown as Queue,
      ...more,
    },
    site,
    feeds,
  );

beforeEach(async () => {
  await emptyStore();
  sent = [];
  vi.spyOn(console, "log").mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const ask = async (running: ReturnType<typeof start>, path: string, init: RequestInit = {}, host = "feeds.example") =>
  running.fetch(
    new Request(`https://${host}${path}`, init as RequestInit<RequestInitCfProperties>) as Parameters<
      typeof running.fetch
    >[0],
  );
const batch = (...bodies: unknown[]) =>
  ({ messages: bodies.map((body) => ({ body })) }) as unknown as MessageBatch<unknown>;
const status = async (running: ReturnType<typeof start>, path: string) => (await ask(running, path)).status;
const put = (running: ReturnType<typeof start>) =>
  ask(running, "/api/articles/a", {
    method: "PUT",
    headers: { authorization: "Bearer test-4f9c2e7b1d806a35e7c1" },
    body: JSON.stringify(STORY),
  });

describe("the worker", () => {
  it("takes an article, wakes its queue, publishes for the message, and serves the feed", async () => {
    const running = start();
    expect((await put(running)).status).toBe(201);
    expect(sent).toContainEqual({ delaySeconds: 0 });
    expect((await ask(running, "/feeds/all.rss")).status).toBe(503);
    await running.queue(batch({}));
    const response = await ask(running, "/feeds/all.rss");
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("The first boat out")]);
  });

  it("publishes one feed for a message that names it, and no other", async () => {
    const running = start({}, [...FEEDS, { slug: "sport", title: "Sport", description: "Games" }]);
    await put(running);
    await running.queue(batch({ slug: "sport" }));
    expect([await status(running, "/feeds/sport.rss"), await status(running, "/feeds/all.rss")]).toEqual([200, 503]);
  });

  it("publishes a feed that is handed over to a queue, from its message", async () => {
    const names = Array.from({ length: 9 }, (_, index) => `feed-${index}`);
    const handed: { body: unknown }[][] = [];
    const FEED_QUEUE = { sendBatch: async (some: { body: unknown }[]) => void handed.push(some) } as unknown as Queue;
    const running = start(
      { FEED_QUEUE },
      names.map((slug) => ({ slug, title: slug, description: slug })),
    );
    await put(running);
    await running.queue(batch({}));
    const statuses = () => Promise.all(names.map((slug) => status(running, `/feeds/${slug}.rss`)));
    expect((await statuses()).filter((one) => one === 503)).toHaveLength(5);
    expect(handed).toEqual([names.slice(4).map((slug) => ({ body: { slug } }))]);
    for (const { body } of handed.flat()) await running.queue(batch(body));
    expect(new Set(await statuses())).toEqual(new Set([200]));
  });

  describe("that somebody is subscribed to", () => {
    const queued: { body: unknown; delaySeconds: number }[] = [];
    const SEND_QUEUE = {
      send: async (body: unknown, { delaySeconds }: { delaySeconds: number }) =>
        void queued.push({ body, delaySeconds }),
    } as unknown as Queue;
    const pushed: string[] = [];
    const subscribe = async (count: number) => {
      for (let index = 0; index < count; index += 1)
        await subscribed({ callback: `https://reader-${index}.example/callback`, feed: "all", format: "json" });
    };
    beforeEach(() => {
      queued.length = pushed.length = 0;
      vi.spyOn(globalThis, "fetch").mockImplementation(async (url) => {
        pushed.push(String(url));
        return new Response();
      });
    });

    it("wakes the sender when it is current, and is sent for that message, once to each", async () => {
      const running = start({ SEND_QUEUE });
      await subscribe(9);
      await put(running);
      await running.queue(batch({}));
      expect(queued).toEqual([{ body: { send: true }, delaySeconds: 0 }]);
      expect(pushed).toEqual([]);
      await running.queue(batch({ send: true }));
      expect([pushed.length, new Set(pushed).size]).toEqual([9, 9]);
      // A message may come twice, and does no harm.
      await running.queue(batch({ send: true }));
      expect(pushed).toHaveLength(9);
    });

    it("wakes nobody where it is of another feed", async () => {
      const running = start({ SEND_QUEUE }, [...FEEDS, { slug: "sport", title: "Sport", description: "Games" }]);
      await subscribe(1);
      await put(running);
      await running.queue(batch({ slug: "sport" }));
      expect(queued).toEqual([]);
    });

    it("is shared between messages where one cannot send it to all", async () => {
      const running = start({ SEND_QUEUE });
      await subscribe(450);
      await put(running);
      await running.queue(batch({}));
      let messages = 0;
      while (queued.length > 0) {
        // As they come, all of them at once.
        const now = queued.splice(0);
        messages += now.length;
        await Promise.all(now.map(({ body }) => running.queue(batch(body))));
      }
      expect([pushed.length, new Set(pushed).size]).toEqual([450, 450]);
      expect(messages).toBeGreaterThan(2);
      expect(messages).toBeLessThan(12);
    });

    it("is sent though the message was lost: the cron finds what is due, and wakes nobody where nothing is", async () => {
      const running = start({ SEND_QUEUE });
      await running.scheduled();
      await subscribe(1);
      await running.scheduled();
      expect(queued).toEqual([]);
      await put(running);
      await running.queue(batch({}));
      queued.length = 0;
      await running.scheduled();
      expect(queued).toEqual([{ body: { send: true }, delaySeconds: 0 }]);
    });
  });

  it.each([[{}], [null], ["all"], [{ slug: 7 }], [{ feed: "all" }]])(
    "takes a message that names no feed for a wake: %j",
    async (body) => {
      const running = start();
      await put(running);
      await running.queue(batch(body));
      expect(await status(running, "/feeds/all.rss")).toBe(200);
    },
  );

  it("does nothing for a message of a feed that there is none of", async () => {
    const running = start();
    await put(running);
    await running.queue(batch({ slug: "' OR 1=1 --" }));
    expect(await status(running, "/feeds/all.rss")).toBe(503);
  });

  it("publishes with the cron what a lost message left stale", async () => {
    const running = start();
    await put(running);
    await running.scheduled();
    expect((await ask(running, "/feeds/all.rss")).status).toBe(200);
  });

  it.each([{}, { slug: "all" }])(
    "fails a message that it could not serve, so that it comes again: %j",
    async (body) => {
      const prepare = () => {
        throw new Error("D1_ERROR: no connection");
      };
      const running = start({ DB: { withSession: () => ({ prepare }) } as unknown as D1Database });
      await expect(running.queue(batch(body))).rejects.toThrow("no connection");
    },
  );

  it("names itself by the address that the deployment says, where it says one", async () => {
    const running = start({ BASE_URL: "https://news.example/" });
    await put(running);
    await running.queue(batch({}));
    expect(await (await ask(running, "/feeds/all.json")).json()).toMatchObject({
      feed_url: "https://news.example/feeds/all.json",
    });
  });

  it("makes its store itself: nothing has to be done before the first request", async () => {
    await here.reset();
    const running = start();
    expect((await put(running)).status).toBe(201);
    await running.queue(batch({}));
    expect(await status(running, "/feeds/all.rss")).toBe(200);
  });

  it("answers two first requests of a new store at once", async () => {
    await here.reset();
    const [one, other] = [start(), start()];
    expect(await Promise.all([status(one, "/feeds/all.rss"), status(other, "/feeds/all.rss")])).toEqual([503, 503]);
    expect((await put(one)).status).toBe(201);
  });

  it("serves from a store of a later version, as after a rollback", async () => {
    const running = start();
    await put(running);
    await running.queue(batch({}));
    await here.db.prepare("INSERT INTO d1_migrations (name) VALUES ('9999_later.sql')").run();
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const before = start();
    expect(await status(before, "/feeds/all.rss")).toBe(200);
    expect((await put(before)).status).toBe(200);
  });

  describe("where nobody has set an address", () => {
    const LOCAL = { ...SITE, base: "http://localhost:8787" };
    const feedUrl = async (running: ReturnType<typeof start>) =>
      ((await (await ask(running, "/feeds/all.json")).json()) as { feed_url: string }).feed_url;

    it("publishes nothing until it is let in somewhere, and then there", async () => {
      const running = start({}, FEEDS, LOCAL);
      await running.scheduled();
      await running.queue(batch({}, { slug: "all" }));
      expect(await here.db.prepare("SELECT 1 FROM feed").first()).toBeNull();
      expect(await status(running, "/feeds/all.json")).toBe(503);
      expect((await put(running)).status).toBe(201);
      await running.queue(batch({}));
      expect(await feedUrl(running)).toBe("https://feeds.example/feeds/all.json");
    });

    it("is known to every other instance, its cron and its queue, too", async () => {
      await put(start({}, FEEDS, LOCAL));
      const other = start({}, FEEDS, LOCAL);
      await other.scheduled();
      expect(await feedUrl(start({}, FEEDS, LOCAL))).toBe("https://feeds.example/feeds/all.json");
    });

    it("composes every document anew once one is set", async () => {
      const running = start({}, FEEDS, LOCAL);
      await put(running);
      await running.queue(batch({}));
      const moved = start({ BASE_URL: "https://news.example" }, FEEDS, LOCAL);
      await moved.scheduled();
      expect(await feedUrl(moved)).toBe("https://news.example/feeds/all.json");
    });
  });

  it("is not deployed where a definition has a fault, which one line tells", () => {
    expect(() => start({}, [...FEEDS, ...FEEDS])).toThrow('feeds: two feeds have the slug "all"');
  });
});
