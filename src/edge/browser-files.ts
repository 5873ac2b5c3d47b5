import names from "../../.wrangler/browser/names.txt";
import type { BrowserFiles } from "../service/home.ts";

/** Texts, taken up when a browser asks for one: an isolate starts without them. */
const TEXTS: Record<string, () => Promise<{ default: string }>> = {
  "script.js": () => import("../../.wrangler/browser/script.js.txt"),
  "reference.js": () => import("../../.wrangler/browser/reference.js.txt"),
};

/** What wrangler has had made before it took in the worker (`wrangler.toml`). */
export const browserFiles: BrowserFiles = {
  names: JSON.parse(names) as Record<string, string>,
  async read(name) {
    const text = await TEXTS[name]?.();
    if (text === undefined) throw new Error(`the worker carries no ${name}`);
    return text.default;
  },
};
