import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DefinitionInput } from "../../src/feed/definition.ts";
import type { Feed } from "../../src/feed/feed.ts";
import { SITE } from "../site.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { feedparser } from "./pollers/feedparser.ts";
import { newsboat } from "./pollers/newsboat.ts";
import type { Poller, Seen } from "./pollers/poller.ts";
import { type Exchange, type LoggingProxy, startProxy } from "./pollers/proxy.ts";
import { rssParser } from "./pollers/rss-parser.ts";
import { TOKEN } from "./token.ts";

/** Milliseconds: it only ends what hangs. */
const PATIENCE = 120_000;
const DEFINITIONS: DefinitionInput[] = [{ slug: "all", title: "Everything", description: "All the news" }];
const TITLES = [
  "Pier & harbour: 5 < 6 > 4",
  'The "new" pier’s <b>opening</b>',
  "春の港、再び開く 😀",
  "الميناء يفتح أبوابه",
  "Ñandú &amp; Zoë",
];

const folder = mkdtempSync(join(tmpdir(), "wireproof-pollers-"));
let service: NodeService;
let proxy: LoggingProxy;

const pollers: Poller[] = [
  rssParser((url) => proxy.log.findLast(({ path }) => url.endsWith(path))?.answered.etag),
  newsboat(join(folder, "newsboat")),
  feedparser(folder),
];
for (const { name, missing } of pollers) if (missing) console.warn(`skipped: ${name}: ${missing}`);

beforeAll(async () => {
  service = await startNode({ feeds: { site: SITE, definitions: DEFINITIONS } });
  proxy = await startProxy(service.url);
  for (const [index, title] of TITLES.entries()) await put(index, title);
  await settled();
});

afterAll(async () => {
  await proxy?.stop();
  await service?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.each(pollers)("$name", (poller) => {
  describe.skipIf(poller.missing !== null).each(["rss", "atom"])("polling %s", (format) => {
    // A query of its own, as some readers add one, tells this reader's polls from the others'.
    const path = `/feeds/all.${format}?reader=${poller.name}`;

    async function poll(): Promise<{ seen: Seen[]; exchange: Exchange }> {
      const before = proxy.log.length;
      const seen = await poller.poll(proxy.url + path);
      const [exchange, ...others] = proxy.log.slice(before);
      if (!exchange || others.length > 0) throw new Error(`one request was due: ${JSON.stringify(others)}`);
      return { seen: seen.toSorted(byId), exchange };
    }

    it("reads every entry as it is stored", async () => {
      const { seen, exchange } = await poll();
      expect(exchange.status).toBe(200);
      expect(exchange.answered["content-length"]).toBe(String(exchange.bodyBytes));
      expect(seen).toEqual(await stored());
      expect(seen.length).toBeGreaterThanOrEqual(TITLES.length);
    });

    it("gets 304 as soon as it sends a validator, without a byte of body, and loses nothing (RFC 9110 §15.4.5)", async () => {
      for (let polls = 1; polls < poller.unconditional; polls += 1) await poll();
      const { seen, exchange } = await poll();
      expect(exchange.asked["if-none-match"]).toMatch(/^W\/"[0-9a-f]+"$/);
      expect([exchange.status, exchange.bodyBytes]).toEqual([304, 0]);
      expect(seen).toEqual(await stored());
    });

    it("learns of a correction and of a new entry, and still has the others (RFC 3229 §10.5.3)", async () => {
      const turn = pollers.indexOf(poller) * 2 + (format === "rss" ? 0 : 1);
      await put(0, `${TITLES[0]}, corrected ${turn}`);
      await put(100 + turn, `New ${turn}`);
      await settled();
      const { seen, exchange } = await poll();
      expect(exchange.status).toBe(poller.takesDeltas ? 226 : 200);
      expect(seen).toEqual(await stored());
      expect((await poll()).exchange.status).toBe(304);
    });
  });
});

async function api<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(service.url + path, { ...init, headers: { authorization: `Bearer ${TOKEN}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

const put = (index: number, title: string) =>
  api(`/api/articles/n${index}`, {
    method: "PUT",
    body: JSON.stringify({
      url: `https://gazette.example/n${index}?a=1&b=2`,
      title,
      content_html: `<p>${title.replace(/[&<>]/g, " ")}</p>`,
      published_at: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
    }),
  });

async function settled(): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const { feeds } = await api<{ feeds: { stale: boolean; edition: number; published_at: string }[] }>("/api/feeds");
    const [feed] = feeds;
    // A hot instance serves the edition before for a moment longer.
    if (feed && !feed.stale && feed.edition > 0 && Date.parse(feed.published_at) + 2_000 < Date.now()) return;
  }
  throw new Error("no edition came");
}

async function stored(): Promise<Seen[]> {
  const { feed } = await api<{ feed: Feed }>("/api/feeds/all");
  return feed.entries
    .map(({ id, title, url, published }) => ({ id, title, link: url, published: Date.parse(published) / 1000 }))
    .toSorted(byId);
}

const byId = (a: Seen, b: Seen): number => (a.id < b.id ? -1 : 1);
