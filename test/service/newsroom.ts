import { inject } from "vitest";
import { type FeedInput, parseCatalog } from "../../src/feed/catalog.ts";
import type { DefinitionInput, SiteInput } from "../../src/feed/definition.ts";
import type { SourceInput } from "../../src/feed/source.ts";
import type { Home } from "../../src/service/home.ts";
import { type Service, service } from "../../src/service/service.ts";
import { migrate } from "../../src/service/store/apply-migrations.ts";
import { here } from "../homes/here.ts";
import { TOKEN } from "../homes/home.ts";
import { SITE } from "../site.ts";

export const FEEDS: DefinitionInput[] = [
  { slug: "all", title: "Everything", description: "All the news", entries: 10 },
  { slug: "politics", title: "Politics", description: "Votes", select: { any: [{ section: "Politics" }] } },
  { slug: "sport", title: "Sport", description: "Games", content: "summary", select: { any: [{ section: "Sport" }] } },
];

/** A newsroom at work: its desk, its publisher, and its readers. */
export interface Newsroom {
  /** Asks the newsroom's one instance, with its token. */
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Asks it without anything added. */
  fetch(request: Request): Response | Promise<Response>;
  put(article: { id: string } & Record<string, unknown>): Promise<Response>;
  /** What the queue's consumer does on a wake. */
  publish(): Promise<void>;
  /** What the cron does. */
  sweep(): Promise<void>;
  /** What the sender does on a wake. */
  send(): Promise<void>;
  /** What the cron does beside. */
  pollSources(): Promise<void>;
  /** What a reader is served who comes to an instance that knows nothing yet. */
  document(path: string): Promise<string>;
  /** The items of a feed's JSON document. */
  items(slug: string): Promise<Record<string, unknown>[]>;
}

/** The home that this run is about, with some parts of the test's own. */
export function homeOn({ secrets, ...parts }: Partial<Home> = {}): Home {
  const home = here.make();
  return { ...home, ...parts, secrets: { ...home.secrets, ...secrets } };
}

/** An instance of the service that knows nothing yet. */
export const instance = (
  definitions: FeedInput[] = FEEDS,
  site: SiteInput = SITE,
  home: Home = homeOn(),
  sources: SourceInput[] = [],
): Service => service(home, parseCatalog(site, definitions, undefined, sources));

/**
 * A newsroom with feeds of its own on the test's store, which is emptied for it.
 *
 * @param keep the store stays as it is, as after a deploy
 */
export async function newsroom(
  definitions: FeedInput[] = FEEDS,
  site: SiteInput = SITE,
  parts: Partial<Home> = {},
  { keep = false, sources = [] }: { keep?: boolean; sources?: SourceInput[] } = {},
): Promise<Newsroom> {
  if (!keep) await here.reset();
  await migrate(here.db, inject("migrations"));
  const home = homeOn(parts);
  const running = instance(definitions, site, home, sources);
  const request: Newsroom["request"] = async (method, path, body, headers = {}) => {
    const init = {
      method,
      // What a stream needs (fetch.spec.whatwg.org/#dom-requestinit-duplex).
      duplex: "half",
      headers: { authorization: `Bearer ${TOKEN}`, ...headers },
      body:
        body === undefined || typeof body === "string" || body instanceof ReadableStream ? body : JSON.stringify(body),
    } as const;
    return running.fetch(new Request(`https://feeds.example${path}`, init));
  };
  // Not from the newsroom's instance, which may serve what it holds for a moment longer.
  const document = async (path: string) =>
    (await instance(definitions, site, home).fetch(new Request(`https://feeds.example${path}`))).text();
  return {
    request,
    fetch: running.fetch,
    put: ({ id, ...article }) => request("PUT", `/api/articles/${encodeURIComponent(id)}`, article),
    publish: () => running.publish(),
    sweep: () => running.sweep(),
    send: () => running.send(),
    pollSources: () => running.pollSources(),
    document,
    items: async (slug) =>
      (JSON.parse(await document(`/feeds/${slug}.json`)) as { items: Record<string, unknown>[] }).items,
  };
}

let minutes = 0;

/** An article, each a minute newer than the last: a test that names its date states it. */
export const article = (id: string, fields: Record<string, unknown> = {}) => ({
  id,
  url: `https://gazette.example/${encodeURIComponent(id)}`,
  title: `Title of ${id}`,
  content_html: `<p>Text of ${id}.</p>`,
  published_at: new Date(Date.UTC(2026, 0, 1) + ++minutes * 60_000).toISOString(),
  ...fields,
});
