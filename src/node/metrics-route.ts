import { Hono } from "hono";
import type { Secrets } from "../service/home.ts";
import { authorize } from "../service/http/authorize.ts";
import type { Metrics } from "./metrics.ts";

/** `/metrics`, for who has the publish token or the one for it. */
export const metricsRoute = (
  { publishToken }: Secrets,
  token: string | undefined,
  metrics: () => Promise<Pick<Metrics, "answer">>,
): Hono => new Hono().get("/metrics", authorize(token, publishToken), async () => (await metrics()).answer());
