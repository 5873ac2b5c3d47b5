import { Hono } from "hono";
import type { Home } from "../service/home.ts";
import { authorize } from "../service/http/authorize.ts";
import { Strangers } from "../service/http/strangers.ts";
import type { Metrics } from "./metrics.ts";

/** `/metrics`, for who has the publish token or the one for it. */
export const metricsRoute = (
  home: Home,
  token: string | undefined,
  metrics: () => Promise<Pick<Metrics, "answer">>,
): Hono => {
  const door = { secrets: home.secrets, otherToken: token, strangers: new Strangers(home, "metrics") };
  return new Hono().get("/metrics", authorize(door), async () => (await metrics()).answer());
};
