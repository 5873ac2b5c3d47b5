import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { Conflict } from "../../src/service/conflict.ts";
import type { Home } from "../../src/service/home.ts";
import { type Service, service } from "../../src/service/service.ts";
import { migrate } from "../../src/service/store/apply-migrations.ts";
import { readMigrations } from "../migrations.ts";
import { SITE } from "../site.ts";
import { sqliteHome } from "./sqlite-home.ts";

const catalog = parseCatalog(SITE, [{ slug: "all", title: "Everything", description: "All the news" }]);
const STORY = {
  url: "https://gazette.example/first-boat",
  title: "The first boat out",
  content_html: "<p>She left at dawn.</p>",
  published_at: "2026-03-13T06:10:00Z",
};

let home: Home;
let wakes: number[];
let running: Service;

beforeEach(async () => {
  ({ home, wakes } = sqliteHome());
  await migrate(home.db, readMigrations());
  running = service(home, catalog);
});

const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  running.fetch(
    new Request(`https://feeds.example${path}`, {
      method,
      headers: { authorization: "Bearer test-token", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
  );

describe("the service on Node and SQLite", () => {
  it("takes a PUT, publishes, and answers polls: 200, 304 by the tag it gave, and gzip", async () => {
    const saved = await ask("PUT", "/api/articles/first-boat", STORY);
    expect([saved.status, await saved.json()]).toEqual([
      201,
      { status: "created", id: "first-boat", revision: 1, feeds: ["all"], removed: [] },
    ]);
    expect(wakes).toContain(0);
    await running.publish();
    const whole = await ask("GET", "/feeds/all.rss");
    expect([whole.status, whole.headers.get("content-type")]).toEqual([200, "application/rss+xml; charset=utf-8"]);
    const text = await whole.text();
    expect(text).toContain("The first boat out");
    const unchanged = { "if-none-match": whole.headers.get("etag") ?? "" };
    expect((await ask("GET", "/feeds/all.rss", undefined, unchanged)).status).toBe(304);
    const packed = await ask("GET", "/feeds/all.rss", undefined, { "accept-encoding": "gzip" });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(text);
  });

  it("keeps a second save with an old tag out, and what it takes back is a notice", async () => {
    await ask("PUT", "/api/articles/first-boat", STORY);
    await running.publish();
    const late = await ask("PUT", "/api/articles/first-boat", { ...STORY, title: "Late" }, { "if-match": '"7"' });
    expect([late.status, late.headers.get("etag")]).toEqual([412, '"1"']);
    expect((await ask("DELETE", "/api/articles/first-boat?reason=Wrong")).status).toBe(200);
    await running.publish();
    const text = await (await service(home, catalog).fetch(new Request("https://feeds.example/feeds/all.json"))).text();
    expect(text).not.toContain("first boat out");
    expect(text).toContain("Reason: Wrong");
  });

  it("sweeps, and shows the feed to people", async () => {
    await ask("PUT", "/api/articles/first-boat", STORY);
    await running.sweep();
    const page = await ask("GET", "/feeds/all");
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("The first boat out")]);
  });

  it("says by table which constraint kept a batch out, which is undone whole", async () => {
    const insert = home.db.prepare("INSERT INTO audience_batch (day, id) VALUES (?, ?)");
    const fault = await home.db
      .batch([insert.bind("2026-01-01", "a"), insert.bind("2026-01-01", "a")])
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Conflict);
    expect(fault).toMatchObject({ table: "audience_batch" });
    expect(await home.db.prepare("SELECT id FROM audience_batch").all()).toMatchObject({ results: [] });
  });
});
