import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page, Request } from "playwright-core";
import { makeBrowserFiles } from "../../src/node/make-browser-files.js";
import { DESK_STYLE } from "../../src/service/desk/style/style.ts";
import { launch } from "../e2e/browser.ts";

const ROOT = join(import.meta.dirname, "../..");

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' blob: https: http:; media-src 'self' blob: https: http:";

/** It only ends what hangs. Milliseconds. */
const PATIENCE = 120_000;

/** What the desk answers to a request of its script. */
export type Answers = (request: Request) => { status: number; body: object | string } | "nothing" | undefined;

/** A browser, with the desk's script as it is made. */
export interface Desk {
  /** A page of the desk that consists of this, and whose requests are answered so. */
  open(main: string, answers?: Answers): Promise<Page>;
  close(): Promise<void>;
}

export async function deskInBrowser(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), "wireproof-desk-"));
  await makeBrowserFiles(ROOT, folder);
  const script = readFileSync(join(folder, "script.js.txt"), "utf8");
  rmSync(folder, { recursive: true });
  const browser: Browser = await launch();
  return {
    close: () => browser.close(),
    async open(main, answers = () => undefined) {
      const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Desk</title><link rel="stylesheet" href="/desk/style.css"><script type="module" src="/desk/script.js"></script></head><body><main><h1>A story</h1>${main}</main></body></html>`;
      await page.route("https://desk.example/**", (route) => {
        const request = route.request();
        const { pathname } = new URL(request.url());
        const answered = answers(request);
        if (answered === "nothing") return route.abort();
        if (answered) {
          const isText = typeof answered.body === "string";
          return route.fulfill({
            status: answered.status,
            contentType: isText ? "text/html; charset=utf-8" : "application/json",
            body: isText ? String(answered.body) : JSON.stringify(answered.body),
          });
        }
        if (pathname === "/desk/script.js") return route.fulfill({ contentType: "text/javascript", body: script });
        if (pathname === "/desk/style.css") return route.fulfill({ contentType: "text/css", body: DESK_STYLE });
        return route.fulfill({
          contentType: "text/html; charset=utf-8",
          headers: { "content-security-policy": POLICY },
          body: html,
        });
      });
      await page.goto("https://desk.example/desk/drafts/1");
      return page;
    },
  };
}

/** From now on no time passes on a page: what it does after a while, it does not do while a test is slow. */
export async function stopTime(page: Page): Promise<void> {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1_000);
}

/** The form of a draft, with these fields. */
export const draftForm = (fields: string): string =>
  `<form data-draft="/desk/drafts/1/autosave" method="post" action="/desk/drafts/1/save"><input type="hidden" name="form_token" value="secret"><input type="hidden" name="draft_version" value="1"><output data-draft-status></output>${fields}</form>`;
