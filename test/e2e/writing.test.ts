import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caretToEnd, launch, violations } from "./browser.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { TOKEN } from "./token.ts";

/** Milliseconds: it only ends what hangs. */
const PATIENCE = 120_000;

/** Two dots by two: what a camera writes is larger. */
const PICTURE = {
  name: "quay.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==",
    "base64",
  ),
};

let service: NodeService;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  service = await startNode({ sample: true });
  browser = await launch();
  page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(PATIENCE);
  // A browser takes `localhost` for secure, and no other name without https.
  await page.goto(`${service.base}/desk/sign-in?to=/articles/new`);
  await page.locator("input[name=token]").fill(TOKEN);
  await page.locator("input[name=token]").press("Enter");
  await page.locator(".ProseMirror").waitFor();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

/** The name, or the label, of what is in focus. */
const focused = () =>
  page.evaluate<string | null>(
    "document.activeElement.getAttribute('name') ?? document.activeElement.getAttribute('aria-label')",
  );

/** As somebody who has no mouse. */
async function tabTo(name: string): Promise<void> {
  for (let pressed = 0; (await focused()) !== name; pressed += 1) {
    if (pressed > 100) throw new Error(`${name} is not come to by Tab`);
    await page.keyboard.press("Tab");
  }
}

describe("a story that is written by keyboard alone", () => {
  it("is saved while it is written, and seen as readers will see it", async () => {
    await tabTo("title");
    await page.keyboard.type("The quay is mended");
    await tabTo("Text");
    await page.keyboard.type("Port Ellis has its “quay” again.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("## The work");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("Four years");
    await page.keyboard.press("Control+b");
    await page.keyboard.type(" it took.");
    await page.locator("[data-preview] h2").filter({ hasText: "The work" }).waitFor();
    await page
      .locator("[data-draft-status]")
      .getByText(/^Saved at/)
      .waitFor();
    await page.reload();
    expect(await page.locator(".ProseMirror strong").textContent()).toBe("Four years");
  });

  it("has a picture that is uploaded, among its pictures and in its text", async () => {
    await page.locator("input[data-upload=images]").setInputFiles(PICTURE);
    const address = page.locator("[name='images.0.url']");
    await expect.poll(() => address.inputValue(), { timeout: PATIENCE }).toMatch(/\/files\/\w+\.png$/);
    await caretToEnd(page);
    await page.keyboard.press("Alt+F10");
    while ((await focused()) !== "Picture") await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Take / }).press("Enter");
    await page.keyboard.type("The quay from the sea");
    await page.keyboard.press("Enter");
    expect(await page.locator("textarea[name=content_html]").inputValue()).toMatch(
      /<figure><img src="[^"]+\/files\/\w+\.png" alt="The quay from the sea" width="2" height="2"><\/figure>/,
    );
  });

  it.each(["light", "dark"] as const)(
    "is without fault for who listens, in %s, on a phone too",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      }
    },
  );

  it("is stored as it was written", async () => {
    await page
      .locator("[data-draft-status]")
      .getByText(/^Saved at/)
      .waitFor();
    await page.getByRole("button", { name: "Publish" }).press("Enter");
    await page.waitForURL(/\/desk\/articles\//);
    const id = new URL(page.url()).pathname.split("/").at(-1);
    const answer = await fetch(`${service.url}/api/articles/${id}`, { headers: { authorization: `Bearer ${TOKEN}` } });
    const { title, content_html } = (await answer.json()) as { title: string; content_html: string };
    expect(title).toBe("The quay is mended");
    expect(content_html).toMatch(
      /^<p>Port Ellis has its “quay” again\.<\/p><h2>The work<\/h2><p><strong>Four years<\/strong> it took\.<\/p><figure>/,
    );
  });
});
