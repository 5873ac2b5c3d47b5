import type { Detected } from "./detect.ts";
import type { ImportSource } from "./source.ts";

/**
 * Whether a file of a site whose generator is known is only there to make it: its stories are Markdown, or have front matter, and
 * what is neither them nor a feed is a template, a style or a list.
 */
export function isPartOfSite({ kind }: Detected, { path, site }: ImportSource): boolean {
  if (path === undefined || site?.generator === undefined) return false;
  return kind === "unknown" || kind === "page text" || (kind === "ndjson" && !/\.(?:json|jsonl|ndjson)$/i.test(path));
}
