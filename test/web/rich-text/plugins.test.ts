import type { CDPSession, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Desk, deskInBrowser, draftForm } from "../desk-page.ts";

let desk: Desk;
let page: Page;
let input: CDPSession;
let saves: string[];
beforeAll(async () => {
  desk = await deskInBrowser();
});
beforeEach(async () => {
  saves = [];
  const field = '<label for="text">Text</label><textarea id="text" name="content_html" data-rich-text></textarea>';
  page = await desk.open(draftForm(field), (request) => {
    if (!request.url().endsWith("/autosave")) return undefined;
    saves.push(new URLSearchParams(request.postData() ?? "").get("content_html") ?? "");
    return { status: 200, body: { version: saves.length + 1, saved_at: "2026-07-01T10:00:00Z" } };
  });
  input = await page.context().newCDPSession(page);
  await page.locator(".ProseMirror").click();
});
afterEach(() => page.context().close());
afterAll(() => desk.close());

const written = () => page.locator("textarea").inputValue();

/** What an input method shows on its way: it stands underlined in the text, and nothing of it is settled. */
const compose = (text: string) =>
  input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
const commit = (text: string) => input.send("Input.insertText", { text });

describe("what an input method composes", () => {
  it("is in the text as it was settled, among what was typed", async () => {
    await page.keyboard.type("A ");
    for (const step of ["ｎ", "に", "にほ", "にほｎ", "にほん", "日本"]) await compose(step);
    await commit("日本");
    await compose("´");
    await commit("é");
    await page.keyboard.type("!");
    await expect.poll(written).toBe("<p>A 日本é!</p>");
    await page.keyboard.press("Enter");
    for (const step of ["と", "とう", "東京"]) await compose(step);
    await commit("東京");
    await expect.poll(written).toBe("<p>A 日本é!</p><p>東京</p>");
  });

  it("stays on its way while the draft is saved, and is lost by neither", async () => {
    for (const step of ["に", "にほ", "にほん"]) await compose(step);
    await page
      .locator("[data-draft-status]")
      .getByText(/^Saved at/)
      .waitFor();
    expect(saves.at(-1)).toBe("<p>にほん</p>");
    await compose("にほんご");
    await compose("日本語");
    await commit("日本語");
    await expect.poll(written).toBe("<p>日本語</p>");
    await expect.poll(() => saves.at(-1), { timeout: 60_000 }).toBe("<p>日本語</p>");
  });

  it("is no mark of a heading, a list or a quotation before it is settled", async () => {
    for (const step of ["#", "##", "## ", "## に"]) await compose(step);
    await commit("## 日本");
    await expect.poll(written).toBe("<p>## 日本</p>");
    expect(await page.locator(".ProseMirror h2").count()).toBe(0);
  });

  it("goes in the place of what was chosen, and gives it back when it is undone", async () => {
    await page.keyboard.type("- one two");
    await page.keyboard.press("Control+Shift+ArrowLeft");
    for (const step of ["に", "日本"]) await compose(step);
    await commit("日本");
    await expect.poll(written).toBe("<ul><li>one 日本</li></ul>");
    await page.keyboard.press("Control+z");
    await expect.poll(written).not.toContain("日");
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(written).toBe("<ul><li>one 日本</li></ul>");
  });
});
