import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserFiles } from "../service/home.ts";

/** What `make-browser-files.js` has made. It is read when a browser asks for it. */
export const browserFilesIn = (folder: string): BrowserFiles => ({
  names: JSON.parse(readFileSync(join(folder, "names.txt"), "utf8")) as Record<string, string>,
  read: (name) => readFile(join(folder, `${name}.txt`), "utf8"),
});
