import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { launch } from "../e2e/browser.ts";

const ROOT = join(import.meta.dirname, "../..");

/** A page of Chromium's with modules of `src/web`, whose exports are properties of the global `web`. */
export interface InBrowser {
  page: Page;
  close(): Promise<void>;
}

/** @param modules paths below `src/web` */
export async function inBrowser(...modules: string[]): Promise<InBrowser> {
  const { outputFiles } = await build({
    stdin: {
      contents: modules.map((path) => `export * from "./src/web/${path}";`).join("\n"),
      resolveDir: ROOT,
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "web",
    target: "es2024",
  });
  const browser: Browser = await launch();
  const page = await browser.newPage();
  // A page with an origin of its own: what it keeps, it keeps as the desk's would.
  await page.route("https://desk.example/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><html lang=en><title>Desk</title><main></main>" }),
  );
  await page.goto("https://desk.example/");
  await page.evaluate(`${outputFiles[0]?.text}; globalThis.web = web;`);
  return { page, close: () => browser.close() };
}
