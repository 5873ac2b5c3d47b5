import type { ImportSource } from "../source.ts";
import { absoluteUrl } from "../values/addresses.ts";

/** `__GHOST_URL__` stands in Ghost's store for its site's own address. */
export const withHome = (text: string, home: string | undefined): string =>
  text.replaceAll("__GHOST_URL__", home ?? "");

/** Where the site is, without `/` at its end: as the person who imports it says, else as it says itself. */
export const ghostHome = (source: Pick<ImportSource, "base" | "home">, own?: string): string | undefined =>
  absoluteUrl(source.base ?? source.home ?? own)
    ?.replace(/[?#].*$/s, "")
    .replace(/\/+$/, "");
