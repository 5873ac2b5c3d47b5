import { afterAll, beforeAll, expect, it } from "vitest";
import { fuzz } from "../fuzz/run.ts";
import { hasXmllint } from "../fuzz/well-formed.ts";
import { type NodeService, startNode } from "./node-service.ts";

/** `REQUESTS=1000000 ARTICLES=100000 SECONDS=3600 npx vitest run … test/e2e/fuzz.test.ts` for a long run, `SEED=…` for the same one again. */
const LONG = {
  seed: Number(process.env.SEED ?? 1),
  requests: Number(process.env.REQUESTS ?? 2_000),
  articles: Number(process.env.ARTICLES ?? 500),
  seconds: Number(process.env.SECONDS ?? 120),
};

let service: NodeService;

beforeAll(async () => {
  service = await startNode();
});

afterAll(() => service.stop());

it(
  `any requests and any articles, of seed ${LONG.seed}: all are answered, none by a fault of ours, and every document is well-formed`,
  async () => {
    const { faults, ...found } = await fuzz(service.url, LONG);
    console.info(
      JSON.stringify(found),
      hasXmllint ? "" : "xmllint is not installed: expat alone has read the documents",
    );
    expect([...faults]).toEqual([]);
    expect(found.answers[200]).toBeGreaterThan(0);
    expect(found.lines.created).toBeGreaterThan(0);
    expect(found.documents).toBeGreaterThan(10);
  },
  LONG.seconds * 10_000,
);
