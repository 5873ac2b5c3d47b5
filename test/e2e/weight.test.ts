import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NodeService, startNode } from "./node-service.ts";
import { sampleArticles, settled, storeAll } from "./sample.ts";

/** A page for readers, as it stands, on the slowest of their phones. */
const MAX_PAGE_BYTES = 30_000;
/** The one line of script that copies an address. */
const MAX_OWN_SCRIPT = 1_000;
/** The same with its style sheet, as a server in front sends both. */
const MAX_SENT_BYTES = 15_000;

let service: NodeService;

beforeAll(async () => {
  service = await startNode();
  await storeAll(service.url, await sampleArticles());
  await settled(service.url);
});
afterAll(() => service.stop());

const textOf = async (path: string): Promise<string> => (await fetch(service.url + path)).text();

describe("a page for readers", () => {
  it("is small, and loads no script", async () => {
    const directory = await textOf("/");
    const links = [...directory.matchAll(/href="(\/feeds\/[\w/-]+)"/g)].map(([, path = ""]) => path);
    const pages = [...new Set(["/", "/proofread", ...links])];
    const style = await textOf(/href="(\/style[^"]+)"/.exec(directory)?.[1] ?? "");
    expect(pages.length).toBeGreaterThan(10);
    for (const path of pages) {
      const html = await textOf(path);
      const scripts = [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].map(([, tag = "", text = ""]) => ({
        tag,
        text,
      }));
      expect([path, scripts.filter(({ tag }) => tag.includes("src="))]).toEqual([path, []]);
      // What copies an address stands on the page itself, and the page's policy names it.
      const own = scripts.filter(({ tag }) => !tag.includes("ld+json"));
      expect(
        own.reduce((sum, { text }) => sum + text.length, 0),
        path,
      ).toBeLessThanOrEqual(MAX_OWN_SCRIPT);
      expect(Buffer.byteLength(html), path).toBeLessThanOrEqual(MAX_PAGE_BYTES);
      expect(gzipSync(html).byteLength + gzipSync(style).byteLength, path).toBeLessThanOrEqual(MAX_SENT_BYTES);
    }
  });
});
