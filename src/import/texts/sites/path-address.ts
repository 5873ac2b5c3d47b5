import { toSlug } from "../../decide/slug.ts";
import type { Generator, SiteRules } from "../../site-rules.ts";
import type { ContentPath } from "./content-path.ts";

/** What a generator makes of a part of a path, and what it ends an address with. */
interface PathStyle {
  part(name: string): string;
  ending: "/" | ".html" | "";
}

const lower = (name: string): string => encodeURIComponent(name.toLowerCase().replace(/\s+/g, "-"));

const STYLES: Record<Generator | "none", PathStyle> = {
  hugo: { part: lower, ending: "/" },
  jekyll: { part: encodeURIComponent, ending: ".html" },
  eleventy: { part: encodeURIComponent, ending: "/" },
  astro: { part: lower, ending: "/" },
  hexo: { part: encodeURIComponent, ending: ".html" },
  // Obsidian Publish.
  obsidian: { part: (name) => encodeURIComponent(name).replaceAll("%20", "+"), ending: "" },
  none: { part: (name) => encodeURIComponent(toSlug(name) || name), ending: "" },
};

/**
 * The address of a file by its path alone, below the site's home: `posts/first-boat/`.
 *
 * @param slug stands for the file's name
 */
export function pathAddress({ folders, name }: ContentPath, { generator, ending }: SiteRules, slug?: string): string {
  const style = STYLES[generator ?? "none"];
  const last = slug === undefined ? partsOf(name, style) : slug.split("/").map(encodeURIComponent).filter(isNamed);
  // A bundle's slug stands for its folder.
  const above = slug !== undefined && name === "" ? folders.slice(0, -1) : folders;
  const parts = [...above.flatMap((folder) => partsOf(folder, style)), ...last];
  if (parts.length === 0) return "";
  return `${parts.join("/")}${last.length === 0 ? "/" : (ending ?? style.ending)}`;
}

/** A path as it is, to the last letter: no other file has it. */
export const literalAddress = (path: string): string =>
  path.split("/").map(encodeURIComponent).filter(isNamed).join("/");

/** Of dots alone, hyphens: as a part of an address they would lead elsewhere (URL Standard §4.4). */
const partsOf = (name: string, { part }: PathStyle): string[] =>
  name === "" ? [] : [part(name.toWellFormed().replace(/^\.+$/, (dots) => "-".repeat(dots.length)))];

const isNamed = (part: string): boolean => part !== "" && part !== "." && part !== "..";

/** What two files of a site have in common if they would get one address by where they lie. */
export function sharedPlace(place: ContentPath, rules: SiteRules): string {
  const { isPost, folders, name, date } = place;
  if (!isPost || (rules.generator !== "jekyll" && rules.generator !== "hexo")) return `${pathAddress(place, rules)} `;
  // Its address is made of slugs, and of the date.
  const parts = [...folders.map((folder) => folder.toLowerCase()), toSlug(name) || name];
  return `${parts.join("/")} ${date}`;
}
