import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onEdge } from "../load/on-edge.ts";
import { runLoad, STALE_BOUND } from "../load/run.ts";
import { CHROMIUM, launch, violations } from "./browser.ts";
import { rssParser } from "./pollers/rss-parser.ts";
import { sampleArticles, settled, storeAll } from "./sample.ts";
import { type RunningService, startService } from "./service.ts";

const missing = existsSync(CHROMIUM) ? null : `${CHROMIUM} is not installed (Debian: chromium)`;
if (missing) console.warn(`skipped: a page of the edge home in a browser: ${missing}`);

/** The bundle that would be deployed, in workerd. All of it is tried on one machine's home; here, that the other one does the same. */
describe("the edge home, in short", () => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startService();
    await storeAll(service.url, await sampleArticles());
    await settled(service.url);
  });

  afterAll(() => service?.stop());

  it("one poller reads what is stored, gets 304 for its validator, and loses nothing", async () => {
    const url = `${service.url}/feeds/everything.atom`;
    let etag: string | undefined;
    const poller = rssParser(() => etag);
    const seen = await poller.poll(url);
    expect(seen).toHaveLength(24);
    const response = await fetch(url, { method: "HEAD" });
    etag = response.headers.get("etag") ?? "";
    expect((await fetch(url, { headers: { "if-none-match": etag } })).status).toBe(304);
    expect(await poller.poll(url)).toEqual(seen);
  });

  it.skipIf(missing !== null)("one page: axe finds nothing, and the layout holds on a phone", async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      // Nothing leaves the machine: pictures from outside are not there.
      await page.route(
        (url) => url.origin !== service.url,
        (route) => route.abort(),
      );
      await page.goto(`${service.url}/feeds/everything`, { waitUntil: "domcontentloaded", timeout: 0 });
      expect(await page.locator(".story").count()).toBeGreaterThan(0);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    } finally {
      await browser.close();
    }
  });

  it("twenty pollers see whole, fresh editions while articles change", async () => {
    const load = { pollers: 20, seconds: 5, changesPerSecond: 4, pause: 500 };
    const verdict = await onEdge((target) => runLoad(target, load));
    expect(verdict.faults).toEqual([]);
    expect(verdict.together.torn).toBe(0);
    expect(verdict.together.same).toBeGreaterThan(load.pollers);
    expect(verdict.editions).toBeGreaterThan(1);
    expect(verdict.stale.most).toBeLessThanOrEqual(STALE_BOUND);
  });
});
