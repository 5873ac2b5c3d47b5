import type { Page } from "playwright-core";

const row = (number: number | string, url: string) =>
  `<div data-row><label>Address<input name="images.${number}.url" value="${url}"></label><label>Caption<input name="images.${number}.caption"></label><input type="hidden" name="images.${number}.width"><button name="remove" value="images.${number}">Remove</button></div>`;
/** Two pictures of a story, and what one more is made of. */
export const ROWS = `<fieldset data-rows="images"><legend>Pictures</legend>${row(0, "a")}${row(1, "b")}<template data-row-template>${row("__", "")}</template><button name="add" value="images">One more picture</button></fieldset>`;
/** What the rows of a page hold. */
export const fieldsOn = (page: Page): Promise<string[]> =>
  page
    .locator("[name^='images.']")
    .evaluateAll((all) =>
      all
        .map((one) => (one instanceof HTMLInputElement ? `${one.name}=${one.value}` : ""))
        .filter((text) => !/=$/.test(text)),
    );

/** The field that is in focus. */
export const focusedOn = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute("name"));

/** What was said last to who hears the page. */
export const saidOn = (page: Page): Promise<string | null> => page.locator(".unseen").textContent();

/** What the desk answers to a draft that it has taken. */
export const SAVED = { status: 200, body: { version: 2, saved_at: "2026-03-03T12:03:00Z" } };
