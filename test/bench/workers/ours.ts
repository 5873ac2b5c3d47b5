import { env } from "cloudflare:workers";
import type { Env } from "../../../src/edge/home.ts";
import { worker } from "../../../src/edge/worker.ts";
import { SITE } from "../../site.ts";
import { WITH_PARTNER } from "./definitions.ts";

export default worker(env as unknown as Env, SITE, WITH_PARTNER);
