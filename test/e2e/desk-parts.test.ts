import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "./browser.ts";
import { lookAt } from "./look-at.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { sampleArticles, settled, storeAll } from "./sample.ts";
import { TOKEN } from "./token.ts";

/** Milliseconds: it only ends what hangs. */
const PATIENCE = 120_000;

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** The least height and width of what a finger meets (WCAG 2.2, 2.5.8). Pixels. */
const TARGET = 24;

let service: NodeService;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  service = await startNode();
  await storeAll(service.url, await sampleArticles());
  await settled(service.url);
  browser = await launch();
  const context = await browser.newContext({ baseURL: service.base, viewport: WIDE });
  context.setDefaultTimeout(PATIENCE);
  await context.route(/^https?:\/\/(?!localhost)/, (route) => route.abort());
  page = await context.newPage();
  await page.goto("/desk/sign-in");
  await page.getByLabel("Publish token").fill(TOKEN);
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Sign in" }).click()]);
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const parts = () => page.getByRole("navigation", { name: "Desk" });
const menu = () => page.locator("summary").filter({ hasText: "Menu" });

describe("every part of the desk", () => {
  it("is led to from the bar, has one heading, and axe finds nothing, light and dark, wide and on a phone", async () => {
    await page.goto("/desk");
    const links = await parts()
      .getByRole("link")
      .evaluateAll((all) => all.map((one) => [one.textContent ?? "", one.getAttribute("href") ?? ""] as const));
    expect(links.length).toBeGreaterThan(8);
    for (const [name, href] of links) {
      const answer = await page.goto(href);
      expect(answer?.status(), name).toBe(200);
      expect(await page.getByRole("heading", { level: 1 }).count(), name).toBe(1);
      expect(await page.getByRole("main").count(), name).toBe(1);
      expect(await parts().locator("[aria-current=page]").textContent()).toBe(name);
      await lookAt(page, `part-${name}`, ["light 1440", "dark 1440", "light 390", "dark 390"]);
    }
  });

  it("folds on a phone, without a script, and none is cut off or too small for a finger", async () => {
    await page.goto("/desk/feeds");
    await page.setViewportSize(PHONE);
    expect(await parts().getByRole("link").first().isVisible()).toBe(false);
    await menu().click();
    for (const link of await page.locator(".desk-bar :is(a, button, summary)").all()) {
      const box = await link.boundingBox();
      const name = (await link.textContent()) ?? "";
      expect(Math.min(box?.height ?? 0, box?.width ?? 0), name).toBeGreaterThanOrEqual(TARGET);
      expect((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(PHONE.width);
    }
    await lookAt(page, "menu");
    expect(await parts().getByRole("link", { name: "Log" }).isVisible()).toBe(true);
    expect(await menu().isVisible()).toBe(false);
  });

  it("is reached by keyboard in the order in which it is seen, and shows where one is", async () => {
    await page.goto("/desk/feeds");
    await page.setViewportSize(WIDE);
    const order: string[] = [];
    for (let presses = 0; presses < 9; presses += 1) {
      await page.keyboard.press("Tab");
      const on = page.locator(":focus");
      const name = (await on.getAttribute("placeholder")) ?? (await on.textContent())?.trim() ?? "";
      const outline = await styleOf(on, "outlineStyle");
      expect(outline, name).toBe("solid");
      order.push(name);
    }
    expect(order.slice(0, 2)).toEqual(["Skip to the contents", "The Harbour Gazette"]);
    expect(order.slice(2, 5)).toEqual(["New story", "Find a story", "Find"]);
    expect(order.slice(6)).toEqual(["Sign out", "Today", "Articles"]);
  });

  it("has a row of a table as a card on a phone, whose cells say their columns, and still reads as a table", async () => {
    await page.goto("/desk/feeds");
    await page.setViewportSize(PHONE);
    const row = page.getByRole("row").filter({ hasText: "Storm Maren" });
    const cell = row.getByRole("cell").first();
    expect(await styleOf(cell, "content", "::before")).toBe('"Edition"');
    expect(await row.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    expect(await page.getByRole("columnheader", { name: "Edition" }).count()).toBe(1);
  });
});

/** What an element looks like in the end. The tests have no document: the page has. */
const styleOf = (element: Locator, property: string, part = ""): Promise<string> =>
  element.evaluate(
    (one, [property, part]) => {
      const { getComputedStyle } = globalThis as unknown as {
        getComputedStyle(of: unknown, part: string): Record<string, string>;
      };
      return getComputedStyle(one, part)[property] ?? "";
    },
    [property, part] as const,
  );
