import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FeedInput } from "../../src/feed/catalog.ts";
import { SITE } from "../site.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { feedparser } from "./pollers/feedparser.ts";
import { newsboat } from "./pollers/newsboat.ts";
import type { Poller } from "./pollers/poller.ts";
import { type LoggingProxy, startProxy } from "./pollers/proxy.ts";
import { rssParser } from "./pollers/rss-parser.ts";
import { TOKEN } from "./token.ts";

/** Milliseconds: it only ends what hangs. */
const PATIENCE = 120_000;
const DEFINITIONS: FeedInput[] = [
  { slug: "all", title: "Everything", description: "All the news" },
  { by: "tag", slug: "tag/{value}", title: "{value}", description: "Everything on {value}" },
];

const folder = mkdtempSync(join(tmpdir(), "wireproof-sleepers-"));
let service: NodeService;
let proxy: LoggingProxy;

const pollers: Poller[] = [
  rssParser((url) => lastOf(url)?.answered.etag),
  newsboat(join(folder, "newsboat")),
  feedparser(folder),
];
for (const { name, missing } of pollers) if (missing) console.warn(`skipped: ${name}: ${missing}`);

beforeAll(async () => {
  service = await startNode({ feeds: { site: SITE, definitions: DEFINITIONS } });
  proxy = await startProxy(service.url);
});

afterAll(async () => {
  await proxy?.stop();
  await service?.stop();
  await rm(folder, { recursive: true, force: true });
});

// Side by side: each waits for sweeps.
describe.concurrent.each(pollers)("$name", (poller) => {
  it.skipIf(poller.missing !== null).concurrent.each(["rss", "atom"])(
    "polls %s of a feed that sleeps between: it sees nothing twice, loses nothing, and keeps getting 304",
    async (format) => {
      const value = `${poller.name} ${format} 春`;
      const slug = `tag/${poller.name}-${format}-春`;
      const url = `${proxy.url}/feeds/${encodeURI(slug)}.${format}`;
      const put = (id: string, title: string, fields: object = {}) => save(`${slug} ${id}`, value, title, fields);
      const titles = async () => (await poller.poll(url)).map(({ title }) => title).toSorted();
      const lastStatus = () => lastOf(url)?.status;

      for (const id of ["a", "b", "c"]) await put(id, `${id} 1`);
      await isChosen();
      expect(await titles()).toEqual(["a 1", "b 1", "c 1"]);
      for (let polls = 1; polls <= poller.unconditional; polls += 1) await poller.poll(url);
      expect(lastStatus()).toBe(304);

      await fallsAsleep(slug);
      await put("b", "b 2");
      await put("d", "d 1");
      expect(await titles()).toEqual(["a 1", "b 2", "c 1", "d 1"]);
      expect(lastStatus()).toBe(poller.takesDeltas ? 226 : 200);
      expect(await titles()).toHaveLength(4);
      expect(lastStatus()).toBe(304);

      await fallsAsleep(slug);
      expect(await titles()).toHaveLength(4);
      expect(lastStatus(), "nothing has changed").toBe(304);
    },
  );
});

/** The latest poll of a URL, however the reader writes it. */
const lastOf = (url: string) => proxy.log.findLast(({ path }) => decodeURI(url).endsWith(decodeURI(path)));

async function api(path: string, init: RequestInit = {}): Promise<void> {
  const response = await fetch(service.url + path, { ...init, headers: { authorization: `Bearer ${TOKEN}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

let minutes = 0;
const save = (id: string, tag: string, title: string, fields: object) =>
  api(`/api/articles/${encodeURIComponent(id)}`, {
    method: "PUT",
    body: JSON.stringify({
      url: `https://gazette.example/${encodeURIComponent(id)}`,
      title,
      content_html: `<p>${title}</p>`,
      published_at: new Date(Date.UTC(2026, 0, 1) + ++minutes * 60_000).toISOString(),
      tags: [tag],
      ...fields,
    }),
  });

/** What stands in the store now. */
function row(sql: string, ...values: string[]): Record<string, unknown> | undefined {
  const store = new DatabaseSync(service.file, { timeout: 5_000 });
  try {
    return store.prepare(sql).get(...values);
  } finally {
    store.close();
  }
}

async function until(done: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; !done(); await new Promise((resolve) => setTimeout(resolve, 100)))
    if (Date.now() > end) throw new Error(what);
}

const isChosen = () =>
  until(() => row("SELECT 1 FROM family WHERE reselect_after IS NOT NULL") === undefined, "articles are still chosen");

/** A week passes without a poll, as far as the feed knows; the next sweep puts it to sleep. */
async function fallsAsleep(slug: string): Promise<void> {
  row("UPDATE feed SET awake_until = 1 WHERE slug = ? AND NOT asleep", slug);
  await until(() => row("SELECT asleep FROM feed WHERE slug = ?", slug)?.asleep === 1, `${slug} does not sleep`);
  // An instance that held it looks again after two seconds.
  await new Promise((resolve) => setTimeout(resolve, 2_100));
}
