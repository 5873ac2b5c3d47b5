import { applyD1Migrations, createExecutionContext, createScheduledController, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { DefinitionInput, SiteInput } from "../../src/feed/definition.ts";
import { worker } from "../../src/service/service.ts";
import { SITE } from "../site.ts";

export const FEEDS: DefinitionInput[] = [
  { slug: "all", title: "Everything", description: "All the news", entries: 10 },
  { slug: "politics", title: "Politics", description: "Votes", select: { any: [{ section: "Politics" }] } },
  { slug: "sport", title: "Sport", description: "Games", content: "summary", select: { any: [{ section: "Sport" }] } },
];

export interface Newsroom {
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  put(article: { id: string } & Record<string, unknown>): Promise<Response>;
  /** What the queue's consumer does on a wake. */
  publish(): Promise<void>;
  /** What the cron does. */
  sweep(): Promise<void>;
  document(path: string): Promise<string>;
  /** The items of a feed's JSON document. */
  items(slug: string): Promise<Record<string, unknown>[]>;
}

/** A worker of its own definitions on the test's real D1. */
export async function newsroom(
  definitions: DefinitionInput[] = FEEDS,
  site: SiteInput = SITE,
  bindings: object = {},
  { keep = false } = {},
): Promise<Newsroom> {
  if (!keep) await reset();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const service = worker(site, definitions);
  const bound = { ...env, PUBLISH_QUEUE: SILENT_QUEUE, ...bindings };
  const request: Newsroom["request"] = async (method, path, body, headers = {}) =>
    service.fetch(
      new Request(`https://feeds.example${path}`, {
        method,
        headers: { authorization: "Bearer test-token", ...headers },
        body:
          body === undefined || typeof body === "string" || body instanceof ReadableStream
            ? body
            : JSON.stringify(body),
      }),
      bound,
      createExecutionContext(),
    );
  // A cold isolate each time: a hot one may serve what it holds for a moment longer.
  const document = async (path: string) =>
    (
      await worker(site, definitions).fetch(
        new Request(`https://feeds.example${path}`),
        bound,
        createExecutionContext(),
      )
    ).text();
  return {
    request,
    put: ({ id, ...article }) => request("PUT", `/api/articles/${encodeURIComponent(id)}`, article),
    publish: () => service.queue({ messages: [] } as unknown as MessageBatch, bound, createExecutionContext()),
    sweep: () => service.scheduled(createScheduledController(), bound, createExecutionContext()),
    document,
    items: async (slug) =>
      (JSON.parse(await document(`/feeds/${slug}.json`)) as { items: Record<string, unknown>[] }).items,
  };
}

/** The queue's own consumer has the sample's definitions: here `publish` is called by hand. */
const SILENT_QUEUE = { send: async () => undefined } as unknown as Queue;

let minutes = 0;

/** An article, each a minute newer than the last. */
export const article = (id: string, fields: Record<string, unknown> = {}) => ({
  id,
  url: `https://gazette.example/${encodeURIComponent(id)}`,
  title: `Title of ${id}`,
  content_html: `<p>Text of ${id}.</p>`,
  published_at: new Date(Date.UTC(2026, 0, 1) + ++minutes * 60_000).toISOString(),
  ...fields,
});
