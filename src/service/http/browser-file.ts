import type { Env, Handler } from "hono";
import type { BrowserFiles, Home } from "../home.ts";
import { CODINGS, type Coding, encode } from "../store/codings.ts";
import { chooseCoding } from "./coding.ts";
import { plain } from "./plain.ts";

/** Where pages find a file for browsers, below the desk; null: pages do without. */
export const browserFilePath = ({ browserFiles }: Pick<Home, "browserFiles">, name: string): string | null => {
  const served = browserFiles?.names[name];
  return served === undefined ? null : `/${served}`;
};

/** The last part of such a path, as a pattern of Hono's. */
export const BROWSER_FILE = "/:file{[a-z-]+-[0-9a-f]+\\.(?:js|css)}" as const;

const TYPES: Record<string, string> = { js: "text/javascript", css: "text/css" };

/** Answers `BROWSER_FILE`: what has a hash in its name never changes, and anybody may keep it. */
export function browserFile<E extends Env>(home: Home): Handler<E, typeof BROWSER_FILE> {
  const { browserFiles } = home;
  const encoded = new Map<string, Promise<Uint8Array>>();
  const inCoding = (files: BrowserFiles, name: string, coding: Coding): Promise<Uint8Array> => {
    const key = `${name} ${coding}`;
    const known = encoded.get(key) ?? files.read(name).then((text) => encode(text, coding));
    encoded.set(key, known);
    known.catch(() => encoded.delete(key));
    return known;
  };

  return async (c) => {
    const file = c.req.param("file");
    const name = Object.entries(browserFiles?.names ?? {}).find(([, served]) => served === file)?.[0];
    // A page of an older version may ask for the older one: loaded again, it has the newer.
    if (!browserFiles || name === undefined) return plain(404, "This file is of another version.");
    const coding = chooseCoding(home.acceptEncodingOf(c.req.raw), CODINGS);
    return home.encoded(await inCoding(browserFiles, name, coding), {
      headers: {
        "content-type": `${TYPES[file.replace(/^.*\./, "")]}; charset=utf-8`,
        "cache-control": "public, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
        vary: "Accept-Encoding",
        ...(coding === "identity" ? {} : { "content-encoding": coding }),
      },
    });
  };
}
