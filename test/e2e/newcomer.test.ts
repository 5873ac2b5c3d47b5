import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../free-port.ts";
import { CHROMIUM, launch } from "./browser.ts";
import { settled } from "./sample.ts";
import { TOKEN } from "./token.ts";

const missing = existsSync(CHROMIUM) ? null : `${CHROMIUM} is not installed (Debian: chromium)`;
if (missing) console.warn(`skipped: what a newcomer sees: ${missing}`);

/** Whatever the load of the machine. Milliseconds. */
const PATIENCE = 60_000;
const START = join(import.meta.dirname, "../../src/cli/start.js");

interface Shown {
  src: string;
  loaded: boolean;
}

interface Item {
  id: string;
  image?: string;
  date_published: string;
  attachments?: { url: string; mime_type: string; size_in_bytes: number }[];
}

const folder = mkdtempSync(join(tmpdir(), "wireproof-newcomer-"));
let child: ChildProcess;
let browser: Browser;
let page: Page;
let base: string;
let items: Item[];

describe.skipIf(missing !== null)("what a newcomer sees who has typed `npm start`", () => {
  beforeAll(async () => {
    const port = await freePort();
    base = `http://localhost:${port}`;
    child = spawn(process.execPath, [START, "--port", String(port), "--persist-to", join(folder, "store")], {
      cwd: folder,
      // Vitest has a BASE_URL of its own.
      env: { ...process.env, BASE_URL: "", PUBLISH_TOKEN: TOKEN },
      stdio: ["ignore", "pipe", "inherit"],
    });
    // Its first words are the table of feeds, unless it could not start.
    const [output] = await Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]);
    expect(String(output)).toContain("yes, all formats");
    await settled(base, { patience: PATIENCE });
    browser = await launch(PATIENCE);
    page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    ({ items } = (await (await fetch(`${base}/feeds/everything.json`)).json()) as { items: Item[] });
  }, 3 * PATIENCE);

  afterAll(async () => {
    await browser?.close();
    if (child?.kill("SIGTERM")) await once(child, "exit");
    await rm(folder, { recursive: true, force: true });
  });

  it("the newest story is of yesterday or today, and none is of tomorrow", () => {
    const newest = Math.max(...items.map(({ date_published }) => Date.parse(date_published)));
    expect(newest).toBeLessThan(Date.now());
    // A test may run over a day's end.
    expect(Date.now() - newest).toBeLessThan(86_400_000 + 3 * PATIENCE);
  });

  it.each(["section", "tag", "author"])("there is a feed of each %s, made when it is polled", async (family) => {
    await page.goto(`${base}/feeds/${family}`);
    const paths = await page
      .locator(".values a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths.slice(0, 3)) {
      const polled = await fetch(`${base}${path}.json`);
      expect([polled.status, ((await polled.json()) as { items: Item[] }).items.length > 0]).toEqual([200, true]);
    }
  });

  it.each(["everything", "storm", "languages"])("every picture of the feed's page loads: %s", async (feed) => {
    const pictures = await picturesOf(`/feeds/${feed}`);
    expect(pictures.length).toBeGreaterThan(2);
    expect(pictures.filter(({ loaded }) => !loaded)).toEqual([]);
  });

  it(
    "every picture of every story loads, and comes from the service itself",
    async () => {
      const illustrated = items.filter(({ image }) => image !== undefined);
      expect(illustrated.length).toBeGreaterThan(10);
      for (const { id } of illustrated) {
        const pictures = await picturesOf(`/feeds/everything?entry=${encodeURIComponent(id)}`);
        expect(pictures.length, id).toBeGreaterThan(0);
        expect(pictures.filter(({ src, loaded }) => !loaded || !src.startsWith(`${base}/sample/`))).toEqual([]);
      }
    },
    2 * PATIENCE,
  );

  it("every attachment is there, of its type and length", async () => {
    const attachments = items.flatMap((item) => item.attachments ?? []);
    expect(attachments.length).toBeGreaterThan(1);
    for (const { url, mime_type, size_in_bytes } of attachments) {
      const response = await fetch(url);
      expect([url, response.status, response.headers.get("content-type")]).toEqual([url, 200, mime_type]);
      expect((await response.arrayBuffer()).byteLength).toBe(size_in_bytes);
    }
  });
});

/** Every picture of a page, after the browser has fetched those that are out of sight, too. */
async function picturesOf(path: string): Promise<Shown[]> {
  await page.goto(base + path, { waitUntil: "domcontentloaded" });
  return page.evaluate(async () => {
    const { document } = globalThis as unknown as { document: { images: Iterable<Img> } };
    interface Img {
      src: string;
      loading: string;
      naturalWidth: number;
      decode(): Promise<void>;
    }
    return Promise.all(
      [...document.images].map(async (image) => {
        image.loading = "eager";
        const loaded = await image.decode().then(
          () => image.naturalWidth > 0,
          () => false,
        );
        return { src: image.src, loaded };
      }),
    );
  });
}
