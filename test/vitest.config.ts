import { availableParallelism } from "node:os";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { readMigrations } from "./migrations.ts";

const root = new URL("..", import.meta.url).pathname;

/** What needs neither a service nor a machine: the same input gives the same output. */
const PURE = "test/{article,audience,edition,feed,import,partner,proofread,render,verify}/**/*.test.ts";
const IN_WORKERD = "test/{service,edge}/**/*.test.ts";

/** No test is about its own time: a limit only ends what hangs, also on a busy machine. */
const PATIENT = { testTimeout: 600_000, hookTimeout: 600_000 };

export default defineConfig({
  root,
  test: {
    silent: "passed-only",
    // Vitest leaves a core to the system. Many tests wait for a service, so on a small machine two at a time are not one too many.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        root,
        test: {
          name: "pure",
          include: [PURE],
          // They only compute, so they need no process each.
          isolate: false,
          ...PATIENT,
        },
      },
      {
        root,
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: [PURE, IN_WORKERD],
          ...PATIENT,
        },
      },
      {
        root,
        plugins: [
          cloudflareTest(() => ({
            main: "src/edge/index.ts",
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                PUBLISH_TOKEN: "test-token",
                // How many random lives of stories are tried: `SEQUENCES=5000 npx vitest …` for a long run.
                SEQUENCES: process.env.SEQUENCES ?? "15",
                MIGRATIONS: readMigrations().map((migration) => ({ ...migration })),
              },
            },
          })),
        ],
        test: {
          name: "service",
          include: [IN_WORKERD],
          // A newsroom begins with an empty store, so that files can follow each other in one workerd.
          isolate: false,
          ...PATIENT,
        },
      },
    ],
  },
});
