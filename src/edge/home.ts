import { cache, waitUntil } from "cloudflare:workers";
import { variablesIn } from "../feed/source.ts";
import type { Home, PollRequest } from "../service/home.ts";
import { logFault } from "../service/log.ts";
import { tokenFault } from "../service/token-fault.ts";
import { browserFiles } from "./browser-files.ts";
import { d1 } from "./d1.ts";
import { bucketFiles } from "./files.ts";

/** The bindings of `wrangler.toml`, and the secrets and variables of the deployment. */
export interface Env {
  DB: D1Database;
  PUBLISH_QUEUE: Queue;
  /** Absent: all feeds are published where the wake comes. */
  FEED_QUEUE?: Queue;
  /** Absent: what is due to subscribers and webhooks is sent where the publisher is woken. */
  SEND_QUEUE?: Queue;
  /** Where uploaded files are. Absent: nothing can be uploaded. */
  FILES?: R2Bucket;
  /** Where the service is reached, if not where `feeds/site.ts` says. */
  BASE_URL?: string;
  /** `1`: browsers are to ask all subdomains by HTTPS alone. */
  HSTS_SUBDOMAINS?: string;
  /** The newsroom's secret for `/api` and the desk. */
  PUBLISH_TOKEN?: string;
  /** A private Ed25519 key in PKCS #8. */
  SIGNING_KEY?: string;
  /** Where the desk's own system hears of partners, and the secret by which it knows who tells it: both, or neither. */
  ALERT_WEBHOOK_URL?: string;
  ALERT_WEBHOOK_SECRET?: string;
  /** Cloudflare's rate limiter, set to `DEFAULT_REQUESTS_PER_MINUTE`: it counts for all isolates of a place. */
  PARTNER_LIMIT?: { limit(options: { key: string }): Promise<{ success: boolean }> };
}

/**
 * The service's home on Cloudflare.
 *
 * @param isLocal whether this is a development machine, which is one place with one isolate
 * @param variables the names of those that hold what sources ask for
 */
export function edgeHome(env: Env, isLocal: boolean, variables: string[] = []): Home {
  const {
    FEED_QUEUE: feeds,
    PUBLISH_TOKEN: token,
    ALERT_WEBHOOK_URL: url,
    ALERT_WEBHOOK_SECRET: secret,
    PARTNER_LIMIT: limiter,
  } = env;
  const fault = token ? tokenFault(token) : null;
  // Readers are served all the same.
  if (fault !== null) logFault("nobody gets in", { reason: `PUBLISH_TOKEN ${fault}` });
  return {
    db: d1(env.DB),
    secrets: {
      publishToken: fault === null ? token : undefined,
      tokenFault: fault ?? undefined,
      signingKey: env.SIGNING_KEY,
      webhook: url && secret ? { url, secret } : undefined,
      ofSources: variablesIn(variables, (name) => Reflect.get(env, name)),
    },
    hstsSubdomains: env.HSTS_SUBDOMAINS === "1",
    async wake(delaySeconds) {
      await env.PUBLISH_QUEUE.send({}, { delaySeconds });
    },
    hand: feeds && (async (slugs) => void (await feeds.sendBatch(slugs.map((slug) => ({ body: { slug } }))))),
    wakeSender: async (delaySeconds) =>
      void (await (env.SEND_QUEUE ?? env.PUBLISH_QUEUE).send({ send: true }, { delaySeconds })),
    wait: (milliseconds) => scheduler.wait(milliseconds),
    afterAnswer: (work) => waitUntil(work),
    // Workers Cache stands before deployed workers only (developers.cloudflare.com/workers/cache).
    purge: "purge" in cache ? purge : undefined,
    files: env.FILES && bucketFiles(env.FILES),
    // Cloudflare's network reaches public addresses only, whatever a name stands for.
    fetchOut: (address, { method, headers, body, signal }) =>
      fetch(address, { method, headers, body: body as BodyInit | undefined, signal, redirect: "manual" }),
    browserFiles,
    limiter: limiter && !isLocal ? async (key) => (await limiter.limit({ key })).success : undefined,
    addressOf: (request) => request.headers.get("cf-connecting-ip"),
    acceptEncodingOf,
    encoded: (body, init) => new Response(body && streamOf(body), { ...init, encodeBody: "manual" }),
  };
}

/** A refused one resolves as well (developers.cloudflare.com/workers/cache/purge, "Return value"). */
async function purge(tags: string[]): Promise<string | null> {
  const { success, errors } = await cache.purge({ tags });
  return success ? null : errors.map(({ code, message }) => `${code} ${message}`).join("; ") || "refused";
}

/**
 * Cloudflare's edge, and the dev server as it, puts its own `br, gzip` into the header and keeps the client's beside the
 * request; but of Atom and JSON Feed it does not know that they may be recoded, and a client that reads no Brotli would get it.
 */
function acceptEncodingOf(request: PollRequest): string | null {
  const { cf } = request as Request;
  const own: unknown = cf && Reflect.get(cf, "clientAcceptEncoding");
  return typeof own === "string" ? own : request.headers.get("accept-encoding");
}

/** What each body is sent from, as long as somebody holds it. */
const blobs = new WeakMap<Uint8Array, Blob>();

/**
 * A body as a stream that copies nothing. workerd gives every `Response` that is made of bytes a copy of them, which V8 does not
 * know the size of and which lasts until it collects the `Response`: a gigabyte of copies, where a document is polled without pause.
 */
function streamOf(body: Uint8Array): ReadableStream {
  const blob = blobs.get(body) ?? new Blob([body]);
  blobs.set(body, blob);
  return blob.stream();
}
