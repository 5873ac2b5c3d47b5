/**
 * Takes the README's pictures of the running sample newsroom, and, with a folder's name, every page at every width, light and
 * dark: `node test/e2e/screenshots.ts [FOLDER [PAGE]]`.
 */
import { join } from "node:path";
import { launch } from "./browser.ts";
import { startNode } from "./node-service.ts";
import { settled } from "./sample.ts";
import { TOKEN } from "./token.ts";

const PAGES: [string, string][] = [
  ["directory", "/"],
  ["search", "/?q=storm"],
  ["feed", "/feeds/everything"],
  ["weather", "/feeds/weather"],
  ["languages", "/feeds/languages"],
  ["story", "/feeds/everything?entry=tag%3Agazette.example%2C2026-01%3A2026-03-01-maren-night"],
  ["rss", "/feeds/weather.rss"],
  ["atom", "/feeds/languages.atom"],
  ["missing", "/feeds/missing"],
];

const service = await startNode({ sample: true });
const browser = await launch();
try {
  await settled(service.url);
  const [folder, only] = process.argv.slice(2);
  if (folder) {
    for (const [name, path] of PAGES)
      for (const width of [390, 768, 1440])
        for (const scheme of ["light", "dark"] as const)
          if (only === undefined || name === only)
            await picture(path, width, scheme, join(folder, `${name}-${width}-${scheme}.png`), true);
  } else {
    const here = join(import.meta.dirname, "screenshots");
    await picture("/", 1440, "light", join(here, "directory.png"), false);
    await picture("/feeds/politics", 390, "dark", join(here, "feed.png"), false);
    await atDesk(join(here, "desk.png"));
  }
} finally {
  await browser.close();
  await service.stop();
}

async function picture(path: string, width: number, colorScheme: "light" | "dark", file: string, fullPage: boolean) {
  const page = await browser.newPage({ viewport: { width, height: width < 500 ? 844 : 1000 }, colorScheme });
  await page.goto(service.base + path, { waitUntil: "load", timeout: 120_000 });
  await page.screenshot({ path: file, fullPage, timeout: 120_000 });
  await page.close();
}

/** A story that is being written, and how readers will see it. */
async function atDesk(file: string) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  page.setDefaultTimeout(120_000);
  await page.goto(`${service.base}/desk/articles/2026-03-03-harbour-reopens`);
  await page.getByLabel("Publish token").fill(TOKEN);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("Dateline").fill("PORT ELLIS (Coast Wire)");
  await page.locator("[data-draft-status]").getByText("Saved").waitFor();
  await page.locator("[data-preview] img").first().waitFor();
  await page.screenshot({ path: file });
  await page.close();
}
