import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkReach } from "../../src/cli/verify/reach/check.ts";
import { FORMATS } from "../../src/feed/feed.ts";
import { PATIENT_READERS } from "../cli/verify/reach/told.ts";
import { startNode } from "./node-service.ts";
import { sampleArticles, settled, storeAll } from "./sample.ts";
import { startService } from "./service.ts";

/** Where a home answers, and how it ends. */
interface Home {
  url: string;
  stop(): Promise<void>;
}

const HOMES: [name: string, start: () => Promise<Home>][] = [
  ["one machine", () => startNode({ sample: true })],
  [
    "the edge",
    async () => {
      const service = await startService();
      await storeAll(service.url, await sampleArticles());
      await settled(service.url);
      return service;
    },
  ],
];

describe.each(HOMES)("readers poll %s", (_, start) => {
  let home: Home;

  beforeAll(async () => {
    home = await start();
  });
  afterAll(() => home?.stop());

  it.each(FORMATS)("and nothing is wrong with how they get %s, new and unchanged", async (format) => {
    const url = `${home.url}/feeds/everything.${format}`;
    const { checked } = await checkReach([url], PATIENT_READERS);
    expect(checked).toEqual([
      {
        name: url,
        what: expect.stringMatching(/^12 readers: 12 feeds; 304 for 11 of 11 who ask whether it has changed; /),
        ...{ discrepancies: [], findings: [], troubles: [] },
      },
    ]);
  });
});
