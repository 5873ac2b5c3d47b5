import { existsSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, launch, violations } from "./browser.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { TOKEN } from "./token.ts";

const missing = existsSync(CHROMIUM) ? null : `${CHROMIUM} is not installed (Debian: chromium)`;
if (missing) console.warn(`skipped: the API in a browser: ${missing}`);

/** Milliseconds: it only ends what hangs. */
const PATIENCE = 120_000;

const LOOKS = [
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
] as const;

describe.skipIf(missing !== null)("the page of the API", () => {
  let service: NodeService;
  let browser: Browser;
  beforeAll(async () => {
    [service, browser] = await Promise.all([startNode(), launch()]);
  });
  afterAll(async () => {
    await Promise.all([service?.stop(), browser?.close()]);
  });

  /** What is asked for beside the page, and what the browser complains of. */
  async function opened(look: (typeof LOOKS)[number], javaScriptEnabled = true) {
    const context = await browser.newContext({
      viewport: { width: look.width, height: 900 },
      colorScheme: look.colorScheme,
      javaScriptEnabled,
    });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).origin));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${service.url}/api`);
    return { page, asked, complaints };
  }

  const tried = async (page: Page, operation: string, fill: Record<string, string> = {}) => {
    const form = page.locator(`#${operation} .try`);
    await form.locator("summary").click();
    for (const [name, value] of Object.entries(fill)) await form.locator(`[name="${name}"]`).fill(value);
    await form.getByRole("button").click();
    await form.locator("output .status").waitFor();
    return form.locator("output").textContent();
  };

  it.each(LOOKS)("can be read and used by everybody: $width pixels, $colorScheme", async (look) => {
    const { page, asked, complaints } = await opened(look);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(look.width);
    expect([new Set(asked), complaints]).toEqual([new Set([service.url]), []]);
    await page.context().close();
  });

  it("sends what one fills in, with the token that it keeps to itself", async () => {
    const { page, asked } = await opened(LOOKS[0]);
    expect(await tried(page, "getHealth")).toContain("200 OK");
    await page.getByLabel("Token or key").fill(TOKEN);
    expect(await tried(page, "putArticle", { "If-None-Match": "*" })).toMatch(/201 Created[\s\S]*etag: "1"/);
    expect(await tried(page, "getArticle")).toContain("First boat of the year");
    expect(await tried(page, "listFeeds", { limit: "1" })).toContain('"slug"');
    expect(new Set(asked)).toEqual(new Set([service.url]));
    await page.reload();
    expect(await page.getByLabel("Token or key").inputValue()).toBe("");
    await page.context().close();
  });

  it("is whole without a script, and offers nothing then that would not work", async () => {
    const { page } = await opened(LOOKS[0], false);
    expect(await page.locator("#putArticle").textContent()).toContain("curl -X PUT");
    expect(await page.locator(".try:visible").count()).toBe(0);
    await page.context().close();
  });
});
