import { Hono } from "hono";
import { listFeedStates } from "../store/feeds.ts";

/** A feed that stays stale for longer has a publisher that does not come. Milliseconds. */
const MAX_LAG = 120_000;

/** `/health`, for machines that watch. */
export const health = new Hono<{ Bindings: { DB: D1Database } }>().get("/", async (c) => {
  try {
    const states = await listFeedStates(c.env.DB);
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
    return c.json({ status: healthy ? "ok" : "degraded", store: "ok", queue_lag_ms: lag, feeds }, 200, {
      "cache-control": "no-store",
    });
  } catch {
    return c.json({ status: "down", store: "unavailable" }, 503, { "cache-control": "no-store" });
  }
});
