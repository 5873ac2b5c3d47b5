import { Hono } from "hono";
import type { Catalog } from "../feed/catalog.ts";
import { locate } from "../feed/locate.ts";
import { elapsed } from "./elapsed.ts";
import type { Database, Home } from "./home.ts";
import { NO_STORE } from "./http/no-store.ts";
import { COLD_PATIENCE, within } from "./patience.ts";
import { type FeedHealth, listHealth } from "./store/feed-health.ts";
import { probeWrites } from "./store/probe.ts";
import { listFailing } from "./store/sources.ts";
import { StoreFault } from "./store-fault.ts";

/** A feed that stays stale for longer has a publisher that does not come. Milliseconds. */
const MAX_LAG = 120_000;

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
  return new Hono().get("/", async (c) => {
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
  });
}

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
