import type { Env as WorkerEnv } from "../../src/edge/home.ts";
import type { Migration } from "../../src/service/store/apply-migrations.ts";

declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {
      MIGRATIONS: Migration[];
      SEQUENCES: string;
    }
  }
}
