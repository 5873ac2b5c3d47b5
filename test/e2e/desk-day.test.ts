import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, violations } from "./browser.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { settled } from "./sample.ts";
import { TOKEN } from "./token.ts";

/** `PICTURES=folder npx vitest …` keeps what each step looked like, for people to look at. */
const PICTURES = process.env.PICTURES;

/** Milliseconds: it only ends what hangs. */
const PATIENCE = 120_000;

/** Nothing on a page is farther from its beginning. */
const MAX_TABS = 400;

const FILES = join(import.meta.dirname, "../../feeds/articles/files");

let service: NodeService;
let browser: Browser;

beforeAll(async () => {
  service = await startNode({ sample: true });
  await settled(service.url);
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** What a feed has now, as its readers get it. */
const feed = async (): Promise<string> => (await fetch(`${service.url}/feeds/everything.json`)).text();

/** Somebody who works at the desk by keyboard alone. */
class Editor {
  readonly page: Page;
  readonly #name: string;
  #step = 0;

  constructor(page: Page, name: string) {
    this.page = page;
    this.#name = name;
  }

  /** Tabs to what has this name in its label or text. */
  async to(name: string | RegExp, role?: "button" | "link" | "textbox" | "radio"): Promise<void> {
    const wanted = role
      ? this.page.getByRole(role, { name, exact: true })
      : // What stands in a field is no part of its name, but of its label's text.
        this.page
          .getByRole("textbox", { name, exact: typeof name === "string" })
          .or(this.page.getByLabel(name, { exact: typeof name === "string" }));
    await wanted.first().waitFor({ state: "attached" });
    for (let tabs = 0; tabs < MAX_TABS; tabs += 1) {
      await this.page.keyboard.press("Tab");
      const isThere = await wanted.first().evaluate((element) => element.matches(":focus"));
      if (isThere) return;
    }
    throw new Error(`no key leads to ${name}`);
  }

  /** Tabs to a field, and writes into it in the place of what is there. */
  async write(label: string, text: string): Promise<void> {
    await this.to(label);
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.insertText(text);
  }

  /** Tabs to a button or a link, presses it, and waits for the page that it leads to. */
  async press(name: string | RegExp, role: "button" | "link" = "button"): Promise<void> {
    await this.to(name, role);
    await Promise.all([this.page.waitForEvent("load"), this.page.keyboard.press("Enter")]);
  }

  /** A picture of what is seen, and nothing that keeps anybody out of it, light and dark. */
  async look(step: string): Promise<void> {
    this.#step += 1;
    expect(await this.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), step).toBe(true);
    for (const colorScheme of ["dark", "light"] as const) {
      await this.page.emulateMedia({ colorScheme });
      expect(await violations(this.page), `${step}, ${colorScheme}`).toEqual([]);
      const name = `${this.#name}-${String(this.#step).padStart(2, "0")}-${step}-${colorScheme}.png`;
      if (PICTURES) await this.page.screenshot({ path: join(PICTURES, name), fullPage: true });
    }
  }
}

describe.each([
  ["at a desk", 1280, 900],
  ["on a phone", 390, 844],
])("a story's life, by keyboard alone, %s", (where, width, height) => {
  const title = `The lamp is lit again, seen ${where}`;
  let editor: Editor;

  beforeAll(async () => {
    const context = await browser.newContext({ baseURL: service.base, viewport: { width, height } });
    context.setDefaultTimeout(PATIENCE);
    editor = new Editor(await context.newPage(), where.replaceAll(" ", "-"));
    // Who begins to listen as a key is pressed comes too late where the page is at work: keys overtake what its browser is told.
    editor.page.on("filechooser", () => undefined);
  });

  it("begins with signing in", async () => {
    await editor.page.goto("/desk");
    await editor.look("sign-in");
    await editor.write("Publish token", TOKEN);
    await Promise.all([editor.page.waitForEvent("load"), editor.page.keyboard.press("Enter")]);
    await editor.look("today");
  });

  it("is written with two pictures and an embargo, and kept as one writes", async () => {
    const { page } = editor;
    await editor.press("New story", "link");
    await editor.write("Title", title);
    await editor.write("Summary", "Ness light burns for the first time since the storm.");
    await editor.write("Section", "Weather");
    await editor.to("Text", "textbox");
    await page.keyboard.type("The lamp at Ness burned again on Friday night.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("“It was dark for too long,” said the keeper — and nobody disagreed.");
    for (const [file, caption] of [
      ["maren-ness-light.jpg", "Ness light in the storm"],
      ["harbour-reopens.jpg", "The harbour the week after"],
    ] as const) {
      await editor.to(/^Upload a picture/);
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
      await chooser.setFiles(join(FILES, file));
      const captions = page.locator("[name^='images.'][name$='.caption']");
      const index = caption === "Ness light in the storm" ? 0 : 1;
      await captions.nth(index).waitFor();
      await expect
        .poll(() => page.locator(`[name='images.${index}.url']`).inputValue(), { timeout: PATIENCE })
        .toContain("/files/");
      await captions.nth(index).focus();
      await page.keyboard.insertText(caption);
    }
    await editor.to("Embargo until");
    // Month, day and year, and on to the hour: Chromium has the order of its own language.
    await page.keyboard.type("12312098");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("0900AM");
    expect(await page.getByLabel("Embargo until").inputValue()).toBe("2098-12-31T09:00");
    await expect
      .poll(() => page.locator("[data-draft-status]").textContent(), { timeout: PATIENCE })
      .toContain("Saved");
    await editor.look("written");
    await editor.press("Publish");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain(title);
    await editor.look("embargoed");
    expect(await feed()).not.toContain(title);
  });

  it("comes out when its embargo is lifted", async () => {
    const { page } = editor;
    await editor.press("Edit", "link");
    await editor.to("Embargo until");
    await page.keyboard.press("Delete");
    for (let part = 0; part < 4; part += 1) {
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Delete");
    }
    await editor.press("Publish the change");
    await editor.look("published");
    await expect.poll(feed, { timeout: PATIENCE }).toContain(title);
    expect(await feed()).toContain("Ness light in the storm");
  });

  it("is corrected after readers have seen it, and they are told", async () => {
    const { page } = editor;
    await editor.press("Edit", "link");
    await editor.write("Summary", "Ness light burns for the second time since the storm.");
    await editor.press("Publish the change");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(
      "Readers have seen this. Is it a correction?",
    );
    await editor.look("is-it-a-correction");
    await editor.to(/Yes: something was wrong/);
    await page.keyboard.press("Space");
    await editor.write(
      "If it is one: what was wrong, and what is right, for readers to see",
      "It was the second time.",
    );
    await editor.press("Publish the change");
    await editor.look("corrected");
    await expect.poll(feed, { timeout: PATIENCE }).toContain("It was the second time.");
  });

  it("is taken back with a reason", async () => {
    const { page } = editor;
    await editor.press("Take back…", "link");
    await editor.write("Reason, for readers to see", "The lamp was never lit.");
    await editor.look("take-back");
    await editor.press("Take it back");
    await editor.look("taken-back");
    await expect.poll(feed, { timeout: PATIENCE }).not.toContain(title);
    expect(await page.getByRole("main").textContent()).toContain("The lamp was never lit.");
  });

  it("is restored, and its page tells its life", async () => {
    const { page } = editor;
    await editor.press(/^Restore/);
    await editor.look("restored");
    await expect.poll(feed, { timeout: PATIENCE }).toContain(title);
    const life = await page.getByRole("main").textContent();
    for (const words of ["It was the second time.", "took it back", "brought it back"]) expect(life).toContain(words);
  });
});
