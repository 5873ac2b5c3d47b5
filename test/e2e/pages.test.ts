import { existsSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { definitions } from "../../feeds/index.ts";
import site from "../../feeds/site.ts";
import { MAX_TITLE } from "../../src/article/limits.ts";
import { CHROMIUM, launch, violations } from "./browser.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { sampleArticles, settled, storeAll } from "./sample.ts";
import { TOKEN } from "./token.ts";

const missing = existsSync(CHROMIUM) ? null : `${CHROMIUM} is not installed (Debian: chromium)`;
if (missing) console.warn(`skipped: the pages in a browser: ${missing}`);

/** A page's bytes without its pictures. */
const MAX_PAGE = 30_000;
/** Whatever the load of the machine. Milliseconds. */
const PATIENCE = 300_000;

const PAYLOAD = `"'><script>window.ran=1</script><img src=x onerror="window.ran=1"><svg onload=window.ran=1>{{7*7}}`;
/** As hostile as the article API takes it: what it refuses, it refuses. */
const HOSTILE = {
  url: "https://gazette.example/hostile?a=1&b=%22%3E%3Cscript%3E",
  title: `${PAYLOAD} ${"W".repeat(MAX_TITLE)}`.slice(0, MAX_TITLE),
  summary: `${PAYLOAD} ${"unbroken".repeat(200)}`,
  content_html: `<h6>${"Wide".repeat(200)}</h6><p style="position:fixed;inset:0;background:red;z-index:9" onclick="window.ran=1" class="skip" id="main">Over the page ${"x".repeat(500)}</p>
    <style>*{display:none!important}</style><script>window.ran=1</script><link rel="stylesheet" href="https://evil.example/x.css"><base href="https://evil.example/">
    <a href="javascript:window.ran=1">one</a> <a href=" java&#10;script:window.ran=1">two</a> <a href="data:text/html,<script>window.ran=1</script>">three</a>
    <iframe srcdoc="<script>parent.ran=1</script>"></iframe><object data="javascript:window.ran=1"></object><svg><script>window.ran=1</script></svg>
    <math><mtext><table><mglyph><style><img src=x onerror=window.ran=1></style></mglyph></table></mtext></math>
    <img src="https://gazette.example/wide.png" width="9000" height="9000" onerror="window.ran=1"><img src="javascript:window.ran=1">
    <main><nav><header>Landmarks</header></nav></main><section><h1>Again</h1><h5></h5></section><li>stray</li><dd>stray</dd><summary>stray</summary>
    <table><tr>${"<td>a-cell-that-does-not-break</td>".repeat(40)}</tr></table><pre>${"long ".repeat(300)}</pre><a href="https://gazette.example/"></a>
    <video src="https://gazette.example/v.mp4" autoplay loop></video><form action="https://evil.example/"><input name="q"><button>Send</button></form><marquee>x</marquee>`,
  authors: [{ name: PAYLOAD, url: "https://gazette.example/x?<script>" }],
  section: PAYLOAD,
  tags: ["Storm Maren", PAYLOAD],
  images: [{ url: "https://gazette.example/hostile.jpg", caption: PAYLOAD, credit: PAYLOAD }],
  attachments: [{ url: "https://gazette.example/%22%3E%3Cscript%3E.mp3", type: "audio/mpeg" }],
  credit: { name: PAYLOAD, url: "https://gazette.example/credit" },
  rights: PAYLOAD,
  dateline: PAYLOAD,
  corrections: [{ at: "2026-03-13T07:00:00Z", note: PAYLOAD }],
  published_at: "2026-03-13T06:00:00Z",
};

let service: NodeService;
let browser: Browser;
let base: string;

const entry = (id: string) => `entry=${encodeURIComponent(`tag:gazette.example,2026-01:${id}`)}`;
const PAGES = [
  "/",
  "/?q=storm",
  `/?q=${encodeURIComponent(PAYLOAD.slice(0, 40))}`,
  "/feeds/everything",
  "/feeds/languages",
  "/feeds/headlines",
  `/feeds/everything?${entry("hostile")}`,
  `/feeds/languages?${entry("2026-03-04-tawaqum-nour-albahr")}`,
  `/feeds/languages?${entry("2026-03-10-shiohama")}`,
  `/feeds/headlines?${entry("hostile")}`,
  "/feeds/everything/archive/1",
  `/feeds/everything/archive/1?${entry("2026-02-24-show-us-the-drawings")}`,
  "/feeds/tag",
  "/feeds/author",
  `/feeds/author?q=${encodeURIComponent(PAYLOAD.slice(0, 40))}`,
  "/feeds/tag/storm-maren",
  `/feeds/author/${encodeURI("نور-حدّاد")}`,
  "/feeds/tag/nowhere",
  "/feeds/nowhere",
  "/nowhere",
];

describe.skipIf(missing !== null)("the pages in a browser", () => {
  beforeAll(async () => {
    // Short feeds, so that the sample has an archive.
    service = await startNode({ feeds: { site, definitions: definitions.map((one) => ({ ...one, entries: 6 })) } });
    base = service.base;
    browser = await launch(PATIENCE);
    await storeAll(service.url, [...(await sampleArticles()), { id: "hostile", ...HOSTILE }]);
    await settled(service.url, { archived: true, patience: PATIENCE });
  }, 4 * PATIENCE);

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
    it.each(PAGES)(
      "%s: axe finds nothing, the layout holds at any width, and nothing of an article runs",
      async (path) => {
        const { page, alarms, close } = await open(path, { colorScheme, width: 390 });
        expect(Buffer.byteLength(await page.content())).toBeLessThan(MAX_PAGE);
        expect(await violations(page)).toEqual([]);
        for (const width of [390, 768, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await page.evaluate("document.documentElement.scrollWidth"), `${width} px`).toBeLessThanOrEqual(width);
        }
        expect(await page.evaluate("globalThis.ran")).toBeUndefined();
        expect(alarms).toEqual([]);
        await close();
      },
      2 * PATIENCE,
    );
  });

  it("a title of a megabyte is refused; the longest there may be is shown whole", async () => {
    const response = await fetch(`${service.url}/api/articles/huge`, {
      method: "PUT",
      headers: { authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify({ ...HOSTILE, title: "W".repeat(1_000_000) }),
    });
    // Over the bytes of an article, or over a title's: never stored.
    expect([413, 422]).toContain(response.status);
    const { page, close } = await open("/feeds/everything", {});
    expect(await page.locator(".story h3").first().textContent()).toBe(HOSTILE.title);
    await close();
  });

  it(
    "a newcomer finds a section, reads a story, and gets the address to subscribe to",
    async () => {
      const { page, close } = await open("/", {});
      await page.getByRole("link", { name: "Politics", exact: true }).click();
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Politics");
      expect(await page.getByLabel("RSS", { exact: true }).textContent()).toBe(`${base}/feeds/politics.rss`);
      expect(await page.getByRole("link", { name: "Feedly" }).getAttribute("href")).toContain(
        encodeURIComponent(`${base}/feeds/politics.rss`),
      );
      await page.getByText("What is a feed?").click();
      expect(await page.getByText("A feed reader, an app or a web site").isVisible()).toBe(true);
      const story = page.locator(".story h3 a").first();
      const title = await story.textContent();
      await story.click();
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(title);
      expect(((await page.locator(".text").textContent()) ?? "").length).toBeGreaterThan(300);
      await close();
    },
    PATIENCE,
  );

  it(
    "a reader finds an author among many, in a name from right to left, and the feed to subscribe to",
    async () => {
      const { page, close } = await open("/", {});
      await page.getByRole("link", { name: "Authors", exact: true }).click();
      await page.getByLabel("Search the authors").fill("نور");
      await page.keyboard.press("Enter");
      await page.waitForURL(/q=/);
      expect(await page.getByRole("status").textContent()).toContain("1 author for");
      const link = page.getByRole("main").getByRole("link", { name: "نور حدّاد" });
      expect(await page.evaluate('getComputedStyle(document.querySelector(".values bdi")).direction')).toBe("rtl");
      await link.click();
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("نور حدّاد");
      const url = (await page.getByLabel("RSS", { exact: true }).textContent()) ?? "";
      const polled = await fetch(url.replace(base, service.url));
      expect([polled.status, await polled.text()]).toEqual([200, expect.stringContaining("نور حدّاد")]);
      const more = page.getByRole("navigation", { name: "More in" });
      await more.getByRole("link", { name: "Storm Maren" }).click();
      await page.getByRole("link", { name: "All topics" }).click();
      expect(await page.getByRole("link", { name: "breakwater" }).count()).toBe(1);
      await close();
    },
    PATIENCE,
  );

  it(
    "everything is reached by keyboard: past the masthead, into the search, to a story",
    async () => {
      const { page, close } = await open("/", {});
      await page.keyboard.press("Tab");
      const seen =
        "((link) => [link.className, link.getBoundingClientRect().x >= 0, getComputedStyle(link).outlineStyle])(document.activeElement)";
      expect(await page.evaluate(seen)).toEqual(["skip", true, "solid"]);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.type("pool their storm");
      await page.keyboard.press("Enter");
      await page.waitForURL(/q=pool/);
      expect(await page.getByRole("status").textContent()).toContain("1 story for");
      await page.getByRole("link", { name: "Twelve ports agree to pool their storm records" }).click();
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Twelve ports");
      await close();
    },
    PATIENCE,
  );

  it.each(["rss", "atom"])("a feed opened in it, as %s, is readable, and leads to the feed's page", async (format) => {
    const { page, alarms, close } = await open(`/feeds/weather.${format}`, {});
    const seen = await page.evaluate(`(() => {
        const shown = (element) => element && getComputedStyle(element).display;
        return {
          type: document.contentType,
          line: getComputedStyle(document.documentElement, "::before").content,
          title: shown(document.querySelector("item > title, entry > title")),
          body: shown(document.getElementsByTagName("content:encoded")[0] ?? document.querySelector("entry > content")),
          id: shown(document.querySelector("item > guid, entry > id")),
        };
      })()`);
    expect(seen).toEqual({
      type: "application/xml",
      line: expect.stringContaining(`${base}/feeds/weather`),
      title: "block",
      body: "none",
      id: "none",
    });
    expect(alarms).toEqual([]);
    await close();
  });

  it("prints the stories, and not what only a screen can do", async () => {
    const { page, close } = await open("/feeds/politics", {});
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".readers").isVisible()).toBe(false);
    expect(await page.locator(".story h3").first().isVisible()).toBe(true);
    expect(await page.getByLabel("RSS", { exact: true }).isVisible()).toBe(true);
    await close();
  });
});

interface Opened {
  page: Page;
  /** What a page of ours never does: ask something, break a policy, fail in a script. */
  alarms: string[];
  close(): Promise<void>;
}

async function open(
  path: string,
  { colorScheme = "light" as "light" | "dark", width = 1440 }: { colorScheme?: "light" | "dark"; width?: number },
): Promise<Opened> {
  const context: BrowserContext = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  context.setDefaultTimeout(PATIENCE);
  // Nothing leaves the machine: pictures from outside are not there.
  await context.route(
    (url) => url.origin !== base,
    (route) => route.abort(),
  );
  const page = await context.newPage();
  const alarms: string[] = [];
  page.on("dialog", (dialog) => {
    alarms.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => alarms.push(error.message));
  page.on("console", (message) => {
    if (/content security policy|refused to/i.test(message.text())) alarms.push(message.text());
  });
  // With its style sheet, which without a script does not keep the document itself waiting.
  const response = await page.goto(base + path, { waitUntil: "load", timeout: PATIENCE });
  expect(response?.status(), path).toBe(path.endsWith("nowhere") ? 404 : 200);
  return { page, alarms, close: () => context.close() };
}
