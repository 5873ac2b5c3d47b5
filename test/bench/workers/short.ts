import { env } from "cloudflare:workers";
import type { Env } from "../../../src/edge/home.ts";
import { worker } from "../../../src/edge/worker.ts";
import { SITE } from "../../site.ts";

/** Documents of some kilobytes: a load test of pollers, not of the wire. */
export default worker(env as unknown as Env, SITE, [
  { slug: "all", title: "Everything", description: "All the news", entries: 10 },
]);
