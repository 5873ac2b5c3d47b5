import type { Tag } from "./tag.ts";

/** Stands where an address belongs that only the old system knows; a link to it is unwrapped. */
export const UNKNOWN_ADDRESS = "#unknown-address";

/** Shortcodes that write the address of a page or a file: Hugo's, Jekyll's, Hexo's. */
const NAME_A_PAGE = /^(?:ref|relref|post_url|post_path|link)$/;

/** The address that a shortcode writes, or that it is one that only the old system knows. Undefined for any other shortcode. */
export function resolveAddress(tag: Tag): string | undefined {
  if (/^asset_path$/.test(tag.name)) return tag.positional[0] ?? UNKNOWN_ADDRESS;
  if (!NAME_A_PAGE.test(tag.name)) return undefined;
  // Hexo's `link` has a text and an address, Jekyll's a file.
  if (tag.name === "link" && tag.positional.length !== 1) return undefined;
  const file = tag.positional[0] ?? tag.named.get("path") ?? "";
  if (/^https?:\/\//i.test(file)) return tag.name === "link" ? undefined : file;
  // Hugo's pages stand in the folders that their files stand in.
  if (/^(?:ref|relref)$/.test(tag.name) && /^(?:\/|#)/.test(file)) return pageOf(file);
  if (tag.name === "link" && /^\/?[^_/]/.test(file) && !/\.(?:md|markdown|mdx?)$/.test(file))
    return file.replace(/^\/?/, "/");
  return UNKNOWN_ADDRESS;
}

function pageOf(file: string): string {
  const [path = "", fragment] = file.split("#");
  const page = path.replace(/(?:\/(?:_?index))?\.(?:[a-z]{2}\.)?md$/, "").replace(/\/?$/, "/");
  return (path === "" ? "" : page) + (fragment === undefined ? "" : `#${fragment}`);
}
