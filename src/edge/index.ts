import { env } from "cloudflare:workers";
import { definitions } from "../../feeds/index.ts";
import site from "../../feeds/site.ts";
import { sources } from "../../feeds/sources.ts";
import type { Env } from "./home.ts";
import { worker } from "./worker.ts";

export default worker(env as unknown as Env, site, definitions, sources);
