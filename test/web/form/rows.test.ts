import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Desk, deskInBrowser, draftForm } from "../desk-page.ts";
import { fieldsOn, focusedOn, ROWS, SAVED, saidOn } from "./picture-rows.ts";

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterEach(() => page.context().close());
afterAll(() => desk.close());

describe("rows", () => {
  it("are added where they stand, and one writes in the new one at once", async () => {
    page = await desk.open(draftForm(ROWS), (request) => (request.method() === "POST" ? SAVED : undefined));
    await page.getByRole("button", { name: "One more picture" }).click();
    expect([await focusedOn(page), await saidOn(page)]).toEqual(["images.2.url", "Row 3 added"]);
    await page.keyboard.type("c");
    expect(await fieldsOn(page)).toEqual(["images.0.url=a", "images.1.url=b", "images.2.url=c"]);
  });

  it("are removed, and those behind count on", async () => {
    page = await desk.open(draftForm(ROWS), (request) => (request.method() === "POST" ? SAVED : undefined));
    await page.getByRole("button", { name: "Remove" }).first().click();
    expect([await fieldsOn(page), await saidOn(page)]).toEqual([["images.0.url=b"], "Row 1 removed"]);
    expect(
      await page.locator("button[name=remove]").evaluateAll((all) => all.map((one) => one.getAttribute("value"))),
    ).toEqual(["images.0"]);
  });
});
