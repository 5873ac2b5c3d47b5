import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { violations } from "./browser.ts";

/** `PICTURES=folder npx vitest …` keeps what each page looked like, for people to look at. */
const PICTURES = process.env.PICTURES;

/** Where axe looks, beside what it sees at the other sizes: it takes longest. */
const EXAMINED = ["light 1440", "dark 390"];

/**
 * The page as it is now: wide and light, and narrow and dark, axe finds nothing; at no width is anything cut off.
 *
 * @param examined at which colours and widths axe looks
 */
export async function lookAt(page: Page, name: string, examined = EXAMINED): Promise<void> {
  await page.waitForLoadState("load");
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1440, 768, 390]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 1000 });
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      expect(wide, `${name} at ${width}`).toBeLessThanOrEqual(width);
      if (examined.includes(`${colorScheme} ${width}`))
        expect(await violations(page), `${name} at ${width}, ${colorScheme}`).toEqual([]);
      if (PICTURES)
        await page.screenshot({ path: join(PICTURES, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  await page.setViewportSize({ width: 1440, height: 1000 });
}
