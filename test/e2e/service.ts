import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import site from "../../feeds/site.ts";
import { type BundledModule, deployedBundle } from "../../src/cli/edge/bundle.ts";
import { TOKEN } from "./token.ts";

export interface RunningService {
  /** `http://127.0.0.1:port`, straight into workerd. */
  url: string;
  miniflare: Miniflare;
  stop(): Promise<void>;
}

interface Options {
  /** The worker's entry module. */
  entry?: string;
  bindings?: Record<string, string>;
  /** Keeps the store over a restart; otherwise it is in memory. */
  persist?: string;
  port?: number;
}

/** The bundle that would be deployed, in workerd, with D1 and its queue: no dev server in between. */
export async function startService({
  entry = "src/edge/index.ts",
  bindings = {},
  persist,
  port = 0,
}: Options = {}): Promise<RunningService> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      port,
      modules: await bundleOf(entry),
      compatibilityDate: "2026-11-01",
      compatibilityFlags: ["nodejs_compat"],
      d1Databases: { DB: "wireproof" },
      d1Persist: persist ?? false,
      queueProducers: {
        PUBLISH_QUEUE: "wireproof-publish",
        FEED_QUEUE: "wireproof-feeds",
        SEND_QUEUE: "wireproof-send",
      },
      queueConsumers: {
        "wireproof-publish": { maxBatchSize: 100, maxBatchTimeout: 0, maxRetries: 3 },
        "wireproof-feeds": { maxBatchSize: 1, maxBatchTimeout: 0, maxRetries: 3 },
        "wireproof-send": { maxBatchSize: 1, maxBatchTimeout: 0, maxRetries: 3 },
      },
      bindings: { PUBLISH_TOKEN: TOKEN, BASE_URL: site.base, ...bindings },
    }),
  );
  const url = (await miniflare.ready).origin;
  return { url, miniflare, stop: () => miniflare.dispose() };
}

const bundles = new Map<string, Promise<BundledModule[]>>();

/** The bundle that `wrangler deploy` would send, made once. */
export function bundleOf(entry: string): Promise<BundledModule[]> {
  const known = bundles.get(entry) ?? deployedBundle(entry);
  bundles.set(entry, known);
  return known;
}
