import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

export const CHROMIUM = "/usr/bin/chromium";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @param patience milliseconds: it only ends what hangs */
export const launch = (patience = 300_000): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    timeout: patience,
  });

/**
 * Each rule of accessibility that a page breaks, and where. The debugger's evaluation passes by the page's
 * Content-Security-Policy, which stays in force for the page itself.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

/**
 * The caret to the end of the text in an editor (ProseMirror). An editor that has just come into focus puts it where it last was, some
 * milliseconds later than any hand presses a key: the caret is there when it has stayed there.
 */
export async function caretToEnd(page: Page): Promise<void> {
  await page.locator(".ProseMirror").focus();
  const place = () =>
    page.evaluate<string>(
      "((at) => { const range = at.getRangeAt(0).cloneRange(); range.setStart(document.body, 0); return range.toString().length + ' ' + at.anchorOffset; })(getSelection())",
    );
  const places: string[] = [];
  const look = async () => {
    await page.keyboard.press("Control+End");
    await page.evaluate("new Promise((resolve) => setTimeout(resolve, 50))");
    places.push(await place());
    return places.at(-1) === places.at(-2);
  };
  await expect.poll(look, { timeout: 120_000, interval: 0 }).toBe(true);
}
