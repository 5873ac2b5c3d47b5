import { availableParallelism } from "node:os";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { readMigrations } from "./migrations.ts";

const root = new URL("..", import.meta.url).pathname;

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
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/service/**", "test/edge/**"],
          testTimeout: 30_000,
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
          include: ["test/{service,edge}/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
