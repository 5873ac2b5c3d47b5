import { availableParallelism } from "node:os";
import { join } from "node:path";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import type { PluginOption } from "vite";
import { defineConfig } from "vitest/config";
import { readMigrations } from "./migrations.ts";

const root = new URL("..", import.meta.url).pathname;

/** What needs neither a service nor a machine: the same input gives the same output. */
const PURE =
  "test/{article,audience,edition,feed,hub,import,media,partner,people,proofread,render,verify}/**/*.test.ts";
const SERVICE = "test/service/**/*.test.ts";
const EDGE = "test/edge/**/*.test.ts";

/** No test is about its own time: a limit only ends what hangs, also on a busy machine. */
const PATIENT = { testTimeout: 600_000, hookTimeout: 600_000 };

/** Where the service runs: all of its tests run in each. `module` is what they get as `test/homes/here.ts`. */
const HOMES: {
  name: string;
  module: string;
  include: string[];
  plugins?: PluginOption[];
  setup?: string;
  lives: number;
}[] = [
  {
    name: "service",
    module: "test/homes/edge.ts",
    include: [SERVICE, EDGE],
    plugins: [cloudflareTest(() => ({ main: "src/edge/index.ts", wrangler: { configPath: "./wrangler.toml" } }))],
    setup: "test/homes/browser-files.ts",
    lives: 5,
  },
  {
    name: "service-on-node",
    module: "test/homes/node.ts",
    include: [SERVICE],
    setup: "test/homes/folder.ts",
    lives: 15,
  },
];

export default defineConfig({
  root,
  test: {
    silent: "passed-only",
    // Many tests wait for a service more than they compute: one for each core leaves nearly half of the machine idle.
    maxWorkers: availableParallelism() + 1,
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
          exclude: [PURE, SERVICE, EDGE],
          ...PATIENT,
        },
      },
      ...HOMES.map(({ name, module, include, plugins, setup, lives }) => ({
        root,
        plugins,
        resolve: { alias: [{ find: /^(\.\.?\/)+(homes\/)?here\.ts$/, replacement: join(root, module) }] },
        test: {
          name,
          include,
          globalSetup: setup,
          provide: {
            migrations: readMigrations(),
            // How many random lives of stories are tried, fewer where each takes longer: `SEQUENCES=5000 npx vitest …` for a long run.
            sequences: Number(process.env.SEQUENCES ?? lives),
          },
          // A newsroom begins with an empty store, so that files can follow each other in one process.
          isolate: false,
          ...PATIENT,
        },
      })),
    ],
  },
});
