import { Hono } from "hono";
import * as z from "zod";
import type { Catalog } from "../feed/catalog.ts";
import { locate } from "../feed/locate.ts";
import { answersJson } from "./describe/answers.ts";
import { describes } from "./describe/describes.ts";
import { count } from "./describe/schemas.ts";
import { elapsed } from "./elapsed.ts";
import type { Database, Home } from "./home.ts";
import { NO_STORE } from "./http/no-store.ts";
import { COLD_PATIENCE, within } from "./patience.ts";
import { type FeedHealth, listHealth } from "./store/feed-health.ts";
import { probeWrites } from "./store/probe.ts";
import { listFailing } from "./store/sources.ts";
import { MAX_LAG } from "./store/stale.ts";
import { StoreFault } from "./store-fault.ts";

/** Public feeds whose states are told one by one, and feeds of each kind of trouble where there are more: as many as anybody reads. */
const MAX_LISTED = 100;

/** Whether the store can be written to is found out so often at most, whoever asks: it costs a write. Milliseconds. */
const PROBE_INTERVAL = 10_000;

/**
 * `/health`, for machines that watch: whether the store answers and can be written to, how late the publisher is, and the states of the
 * public feeds. Of many only those are told that are not as they should be: it costs the same however many there are.
 */
export function health(home: Home, catalog: Catalog): Hono {
  const { definitions } = catalog;
  const probe = probing(home.db);
  const areFew = definitions.size <= MAX_LISTED;
  const named = areFew ? [...definitions.keys()] : [];
  // Until the definitions are taken up, the store has feeds that are none any more.
  const published = (feeds: FeedHealth[]) =>
    feeds.filter(({ slug }) => locate(catalog, slug, "public").status === "feed");
  return new Hono().get(
    "/",
    describes(() => ({
      operationId: "getHealth",
      part: "Service",
      summary: "For machines that watch: store, publisher, the feeds' states",
      answers: {
        200: answersJson("It answers.", healthReport()),
        503: answersJson("The store is down, or takes no writes.", healthReport()),
      },
    })),
    async (c) => {
      try {
        await probe();
        // Partners' feeds are nobody else's business: the desk sees them in `/api/feeds`.
        const [known, failing] = await Promise.all([
          listHealth(home.db, named),
          catalog.sources.size === 0 ? undefined : listFailing(home.db),
        ]);
        const [refused, stale] = [published(known.refused), published(known.stale)];
        const listed = [...known.named, ...refused.slice(0, MAX_LISTED), ...stale.slice(0, MAX_LISTED)];
        const lag = Math.max(0, Date.now() - (stale[0]?.stale_since ?? Date.now()));
        const body = {
          status: lag <= MAX_LAG && refused.length === 0 ? "ok" : "degraded",
          store: "ok",
          queue_lag_ms: lag,
          refused: refused.length,
          stale: stale.length,
          // No reason to say that the service fails: what it has, it serves.
          failing_sources: failing?.length,
          listed: areFew ? "all" : "trouble",
          feeds: Object.fromEntries(listed.map((feed) => [feed.slug, describe(feed)])),
        };
        return c.json(body, 200, NO_STORE);
      } catch (error) {
        const known = error instanceof StoreFault ? { reason: error.trouble, detail: error.message } : {};
        return c.json({ status: "down", store: "unavailable", ...known }, 503, NO_STORE);
      }
    },
  );
}

/** What `/health` answers. */
const healthReport = () =>
  z
    .strictObject({
      status: z.enum(["ok", "degraded", "down"]),
      store: z.enum(["ok", "unavailable"]),
      reason: z.string().optional().meta({ description: "What kind of trouble the store has." }),
      detail: z.string().optional().meta({ description: "What is wrong with the store." }),
      queue_lag_ms: count()
        .optional()
        .meta({ description: "How long that feed has waited to be published which has waited longest." }),
      refused: count()
        .optional()
        .meta({ description: "Feeds whose newest edition was refused. 1000: so many, or more." }),
      stale: count().optional().meta({ description: "Feeds that wait to be published. 1000: so many, or more." }),
      failing_sources: count()
        .optional()
        .meta({ description: "Sources that failed when they were last asked. Absent: there are no sources." }),
      listed: z.enum(["all", "trouble"]).optional().meta({
        description:
          "`trouble`: the feeds are many, and only those are listed that are refused or stale, a hundred of each at most.",
      }),
      feeds: z
        .record(z.string(), z.strictObject({ edition: count(), refused: z.boolean(), stale: z.boolean() }))
        .optional()
        .meta({ description: "Public feeds, by slug." }),
    })
    .meta({ ref: "Health" });

const describe = ({ edition, refused, stale_since }: FeedHealth) => ({
  edition,
  refused: refused === 1,
  stale: stale_since !== null,
});

/** @returns what throws where the store could not be written to when that was last tried */
function probing(db: Database): () => Promise<void> {
  let [triedAt, fault]: [number, unknown] = [Number.NEGATIVE_INFINITY, undefined];
  return async () => {
    const now = elapsed();
    if (now - triedAt >= PROBE_INTERVAL) {
      // Race: whoever asks meanwhile is told what was found the last time. On Cloudflare they must not wait for one another's I/O.
      triedAt = now;
      fault = await within(COLD_PATIENCE, probeWrites(db), true).then(
        () => undefined,
        (error: unknown) => error,
      );
    }
    if (fault !== undefined) throw fault;
  };
}
