import { Hono } from "hono";
import type { Catalog } from "../feed/catalog.ts";
import { elapsed } from "./elapsed.ts";
import type { Database, Home } from "./home.ts";
import { NO_STORE } from "./http/no-store.ts";
import { COLD_PATIENCE, within } from "./patience.ts";
import { listFeedStates } from "./store/feeds.ts";
import { probeWrites } from "./store/probe.ts";
import { StoreFault } from "./store-fault.ts";

/** A feed that stays stale for longer has a publisher that does not come. Milliseconds. */
const MAX_LAG = 120_000;

/** Whether the store can be written to is found out so often at most, whoever asks: it costs a write. Milliseconds. */
const PROBE_INTERVAL = 10_000;

/** `/health`, for machines that watch: whether the store answers and can be written to, how late the publisher is, and each public feed's state. */
export function health(home: Home, { definitions }: Catalog): Hono {
  const probe = probing(home.db);
  return new Hono().get("/", async (c) => {
    try {
      await probe();
      // Partners' feeds are nobody else's business: the desk sees them in `/api/feeds`.
      const states = (await listFeedStates(home.db)).filter(({ slug }) => definitions.has(slug));
      const lag = Math.max(
        0,
        ...states.map((state) => (state.stale_since === null ? 0 : Date.now() - state.stale_since)),
      );
      const feeds = Object.fromEntries(
        states.map((state) => [
          state.slug,
          { edition: state.edition, refused: state.refusal !== null, stale: state.changed > state.composed },
        ]),
      );
      const healthy = lag <= MAX_LAG && states.every((state) => state.refusal === null);
      return c.json({ status: healthy ? "ok" : "degraded", store: "ok", queue_lag_ms: lag, feeds }, 200, NO_STORE);
    } catch (error) {
      const known = error instanceof StoreFault ? { reason: error.trouble, detail: error.message } : {};
      return c.json({ status: "down", store: "unavailable", ...known }, 503, NO_STORE);
    }
  });
}

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
