import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Desk, deskInBrowser, draftForm } from "../desk-page.ts";
import { SAVED } from "./picture-rows.ts";

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterEach(() => page.context().close());
afterAll(() => desk.close());

describe("the preview", () => {
  it("follows what is written, and leaves open what one has opened", async () => {
    const seen =
      '<section data-preview="/desk/articles/preview"><details><summary>More</summary>old</details></section>';
    page = await desk.open(`${draftForm('<label>Title<input name="title"></label>')}${seen}`, (request) => {
      if (request.method() !== "POST") return undefined;
      if (!request.url().endsWith("/preview")) return SAVED;
      const title = new URLSearchParams(request.postData() ?? "").get("title");
      return { status: 200, body: `<details><summary>More</summary>${title}</details>` };
    });
    await page.getByText("More").click();
    await page.getByLabel("Title").fill("New");
    await page.getByText("New").waitFor();
    expect(await page.locator("details").getAttribute("open")).toBe("");
  });

  it("stays as it is where the desk answers with an error's page", async () => {
    const seen = '<section data-preview="/desk/articles/preview">As it was</section>';
    page = await desk.open(`${draftForm('<label>Title<input name="title"></label>')}${seen}`, (request) => {
      if (request.method() !== "POST") return undefined;
      return request.url().endsWith("/preview") ? { status: 500, body: "<h1>Broken</h1>" } : SAVED;
    });
    const answered = page.waitForResponse("**/preview");
    await page.getByLabel("Title").fill("New");
    await (await answered).finished();
    await page.locator("section:not([aria-busy])").waitFor();
    expect(await page.locator("section").textContent()).toBe("As it was");
  });
});
