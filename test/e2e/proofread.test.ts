import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import site from "../../feeds/site.ts";
import { CHROMIUM, launch, violations } from "./browser.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { TOKEN } from "./token.ts";

const missing = existsSync(CHROMIUM) ? null : `${CHROMIUM} is not installed (Debian: chromium)`;
if (missing) console.warn(`skipped: the proofreader in a browser: ${missing}`);

/** Whatever the load of the machine. Milliseconds. */
const PATIENCE = 300_000;

const HOSTILE = `"'><script>window.ran=1</script><img src=x onerror="window.ran=1">`;
const escaped = HOSTILE.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const RSS = `<?xml version="1.0"?>
<rss version="2.0">
  <channel>
    <title>The Harbour Gazette</title>
    <link>https://gazette.example/</link>
    <description>News from the quay</description>
    <pubdate>yesterday</pubdate>
    <item>
      <title>The first boat</title>
      <guid isPermaLink="false">tag:gazette.example,2026:1</guid>
      <description>${escaped}</description>
      <pubDate>Thu, 32 Jan 2026 00:00:00 GMT</pubDate>
    </item>
  </channel>
</rss>
`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Gazette</title><id>tag:gazette.example,2026:feed</id>
<updated>2026-03-13T06:00:00Z</updated><author><name>Ada Quayle</name></author>
<entry><id>tag:gazette.example,2026:1</id><title>The first boat, again</title><updated>2026-03-13T06:00:00Z</updated>
<link href="https://gazette.example/1"/><content>${"A long day. ".repeat(60)}</content></entry></feed>
`;
const HOME = `<!doctype html><title>Home</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">
<link rel="alternate" type="application/atom+xml" href="/feed.atom"><link rel="alternate" type="application/feed+json" href="/gone">`;

/** A newspaper's own site. */
const ANSWERS: Record<string, [type: string, body: string]> = {
  "/": ["text/html", HOME],
  "/feed.xml": ["application/rss+xml", RSS],
  "/feed.atom": ["application/atom+xml", ATOM],
};

let service: NodeService;
let newspaper: Server;
let home: string;
let browser: Browser;
let alarms: string[];

describe.skipIf(missing !== null)("the proofreader in a browser", () => {
  beforeAll(async () => {
    newspaper = createServer(({ url = "/" }, answer) => {
      const [type, body] = ANSWERS[url] ?? [];
      answer.writeHead(type === undefined ? 404 : 200, { "content-type": type ?? "text/plain" }).end(body);
    });
    await new Promise<void>((resolve) => newspaper.listen(0, "127.0.0.1", resolve));
    home = `http://127.0.0.1:${(newspaper.address() as AddressInfo).port}/`;
    const open = { ...site, proofread: { public: true, keep: "1 day" } };
    service = await startNode({ feeds: { site: open, definitions: [] } });
    browser = await launch(PATIENCE);
  }, PATIENCE);

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    newspaper?.close();
  });

  describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
    it(
      "a pasted feed is proofread, and each finding leads to its line, and back",
      async () => {
        const page = await open(colorScheme);
        await expectSound(page);
        await page.getByLabel("Or the document itself").fill(RSS);
        await page.getByRole("button", { name: "Proofread" }).click();
        await page.waitForURL(/\/proofread\/[0-9a-f]{40}$/);
        expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/^RSS 2\.0: \d+ errors?/);
        await expectSound(page);
        await page.locator(".found a[href='#L12']").first().click();
        expect(new URL(page.url()).hash).toBe("#L12");
        const line = page.locator("#L12");
        expect(await line.locator("code").textContent()).toContain("32 Jan 2026");
        await line.locator(".notes a").first().click();
        const finding = page.locator(`.found li${new URL(page.url()).hash}`);
        expect(await finding.textContent()).toContain("32 Jan 2026");
        await page.context().close();
      },
      PATIENCE,
    );

    it(
      "a home page's feeds stand side by side, and each leads to its report",
      async () => {
        // The newspaper is on this machine, of which strangers see nothing.
        const page = await atDesk(colorScheme);
        await page.getByLabel("Address of a feed").fill(home);
        await page.keyboard.press("Enter");
        await page.waitForURL(/\/proofread\/[0-9a-f]{40}$/);
        expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("3 feeds at this page");
        expect(await page.locator(".views tbody tr").first().textContent()).toMatch(
          /The first boat[\s\S]*The first boat, again/,
        );
        await expectSound(page);
        await page.getByRole("link", { name: `${home}feed.atom` }).click();
        await page.getByRole("heading", { name: "Beside its other formats" }).waitFor();
        expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/^Atom/);
        expect(await page.locator(".views thead th").count()).toBe(2);
        await expectSound(page);
        await page.context().close();
      },
      PATIENCE,
    );

    it(
      "the rules can be read, each with its examples; what cannot be proofread is said above the form",
      async () => {
        const page = await open(colorScheme);
        await page.getByRole("link", { name: "All rules" }).click();
        await page.waitForURL(/\/proofread\/rules$/);
        await expectSound(page);
        await page.locator(".rules a").first().click();
        await page.getByRole("heading", { name: "What keeps it" }).waitFor();
        await expectSound(page);
        await page.goto(`${service.base}/proofread?url=nowhere:1`);
        await page.getByRole("button", { name: "Proofread" }).click();
        expect(await page.getByRole("alert").textContent()).toContain("nowhere:1");
        await expectSound(page);
        await page.context().close();
      },
      PATIENCE,
    );
  });

  it("a stranger has nothing fetched from the service's own network, though it is local", async () => {
    const page = await open("light");
    await page.getByLabel("Address of a feed").fill(home);
    await page.getByRole("button", { name: "Proofread" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("is no public address");
    await page.context().close();
  });

  it("a file is proofread as it is, by keyboard alone", async () => {
    const page = await open("light");
    const file = { name: "feed.xml", mimeType: "text/xml", buffer: Buffer.from(ATOM) };
    await page.getByLabel("Or a file").setInputFiles(file);
    await page.getByRole("button", { name: "Proofread" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/proofread\/[0-9a-f]{40}$/);
    expect(await page.locator(".facts").textContent()).toContain(`${ATOM.length.toLocaleString("en")}, SHA-256`);
    await page.context().close();
  });

  it("a badge is a picture that says it, too, to whoever does not see it", async () => {
    const page = await open("light", `/proofread/badge.svg?url=${encodeURIComponent(`${home}feed.xml`)}`);
    expect(await page.locator("svg").getAttribute("aria-label")).toMatch(/^feed: \d+ errors$/);
    await page.context().close();
  });
});

async function open(colorScheme: "light" | "dark", path = "/proofread"): Promise<Page> {
  const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 900 } });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  alarms = [];
  page.on("dialog", (dialog) => {
    alarms.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => alarms.push(error.message));
  page.on("console", (message) => {
    if (/content security policy|refused to/i.test(message.text())) alarms.push(message.text());
  });
  await page.goto(service.base + path);
  return page;
}

async function atDesk(colorScheme: "light" | "dark"): Promise<Page> {
  const page = await open(colorScheme, "/desk/proofread");
  await page.getByLabel("Publish token").fill(TOKEN);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/desk\/proofread$/);
  return page;
}

/** Axe finds nothing, the layout holds at any width, and nothing of a document runs. */
async function expectSound(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate("document.documentElement.scrollWidth"), `${width} px`).toBeLessThanOrEqual(width);
  }
  expect(await page.evaluate("globalThis.ran")).toBeUndefined();
  expect(alarms).toEqual([]);
}
