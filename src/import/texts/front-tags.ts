import type { Generator } from "../site-rules.ts";
import { isObject } from "../values/json.ts";

/**
 * A file's tags, in the order in which they are given: a list, several in one line, or objects with a name (Docusaurus). Jekyll and
 * Obsidian part a line at its spaces, too, if no comma does; all other generators take it for one tag.
 *
 * @param given values with the plain names of their fields: `tag` is one, as it is
 */
export function readTags(given: [name: string, value: unknown][], generator: Generator | undefined): string[] {
  return given.flatMap(([name, value]) => tagsIn(value, (line) => split(line, name, generator)));
}

function tagsIn(value: unknown, split: (line: string) => string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => tagsIn(one, (line) => [line]));
  if (isObject(value)) {
    const name = [value.name, value.label, value.title, value.slug].find((one) => typeof one === "string");
    return name === undefined ? [] : [String(name)];
  }
  if (!["string", "number"].includes(typeof value)) return [];
  return split(String(value))
    .map((tag) => tag.trim().replace(/^#(?=\S)/, ""))
    .filter((tag) => tag !== "");
}

function split(line: string, name: string, generator: Generator | undefined): string[] {
  if (line.includes(",")) return line.split(",");
  const atSpaces = (generator === "jekyll" && name !== "tag") || generator === "obsidian";
  return atSpaces || /^#\S+(?:\s+#\S+)+$/.test(line.trim()) ? line.trim().split(/\s+/) : [line];
}
