import type { Env as WorkerEnv } from "../../src/edge/home.ts";

declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {}
  }
}
