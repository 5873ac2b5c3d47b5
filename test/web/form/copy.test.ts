import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Desk, deskInBrowser, stopTime } from "../desk-page.ts";

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterEach(() => page.context().close());
afterAll(() => desk.close());

describe("a button that copies", () => {
  it("copies what its element says, and tells so", async () => {
    page = await desk.open('<code id="key"> wp_123 </code> <button type="button" data-copy="#key">Copy</button>');
    // It says so for two seconds.
    await stopTime(page);
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("wp_123");
  });
});
