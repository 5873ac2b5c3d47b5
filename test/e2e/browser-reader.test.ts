import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../free-port.ts";
import { CHROMIUM, launch } from "./browser.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { sampleArticles, settled, storeAll } from "./sample.ts";

const missing = existsSync(CHROMIUM) ? null : `${CHROMIUM} is not installed (Debian: chromium)`;
if (missing) console.warn(`skipped: a reader in a browser: ${missing}`);

/** Whatever the load of the machine. Milliseconds. */
const PATIENCE = 300_000;

let service: NodeService;
let browser: Browser;
/** A site of somebody else's, with a page that reads feeds. */
let reader: Server;
let readerUrl: string;

describe.skipIf(missing !== null)("a reader in a browser, on another site", () => {
  beforeAll(async () => {
    service = await startNode();
    await storeAll(service.url, await sampleArticles());
    await settled(service.url);
    const port = await freePort();
    reader = createServer((_, answer) => answer.setHeader("content-type", "text/html").end("<!doctype html><p>Reader"));
    await new Promise<void>((resolve) => reader.listen(port, "127.0.0.1", resolve));
    readerUrl = `http://127.0.0.1:${port}/`;
    browser = await launch();
  }, PATIENCE);

  afterAll(async () => {
    await browser?.close();
    reader?.close();
    await service?.stop();
  });

  it("polls conditionally: it reads the tag, sends it with a preflight, and is told 304 (Fetch §3.3)", async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(readerUrl);
    const polled = await page.evaluate(async (url) => {
      const first = await fetch(url, { cache: "no-store" });
      const etag = first.headers.get("etag") ?? "";
      const headers = { "If-None-Match": etag, "A-IM": "feed" };
      // Twice: a poll that is routed, and one that is answered from memory.
      const again = [
        await fetch(url, { cache: "no-store", headers }),
        await fetch(url, { cache: "no-store", headers: { "If-None-Match": etag } }),
      ];
      const none = await fetch(url.replace("everything", "nothing"), { cache: "no-store", headers });
      return { first: first.status, etag, again: again.map(({ status }) => status), none: none.status };
    }, `${service.url}/feeds/everything.json`);
    expect(polled).toEqual({ first: 200, etag: expect.stringMatching(/^W\/"/), again: [304, 304], none: 404 });
  }, 300_000);
});
