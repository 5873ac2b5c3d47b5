import { Hono } from "hono";
import type { Catalog } from "../feed/catalog.ts";
import type { Home } from "./home.ts";
import { NO_STORE } from "./http/no-store.ts";
import { listFeedStates } from "./store/feeds.ts";

/** A feed that stays stale for longer has a publisher that does not come. Milliseconds. */
const MAX_LAG = 120_000;

/** `/health`, for machines that watch: whether the store answers, how late the publisher is, and each public feed's state. */
export const health = (home: Home, { definitions }: Catalog): Hono =>
  new Hono().get("/", async (c) => {
    try {
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
    } catch {
      return c.json({ status: "down", store: "unavailable" }, 503, NO_STORE);
    }
  });
