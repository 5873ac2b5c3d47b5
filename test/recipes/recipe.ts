import { existsSync } from "node:fs";
import { readReadme } from "../docs/readme.ts";

const { blocks } = readReadme("src/node/README.md");

/** The address that the recipes give the service. */
export const SITE_HOST = "feeds.gazette.example";

/**
 * A block of code as a user copies it.
 *
 * @param title its first line, without the comment's sign: the file that it goes into
 */
export function recipe(title: string): string {
  const found = blocks.filter(({ text }) => text.startsWith(`# ${title}\n`));
  const [block] = found;
  if (!block || found.length > 1) throw new Error(`${found.length} recipes are called ${title}`);
  return block.text;
}

/**
 * A recipe with this machine's ports, paths and certificates in it.
 *
 * @throws where the recipe does not have what is to be replaced: then the test is about something else
 */
export function fitted(text: string, replacements: [string, string][]): string {
  return replacements.reduce((fit, [from, to]) => {
    if (!fit.includes(from)) throw new Error(`the recipe does not say ${from}`);
    return fit.replaceAll(from, to);
  }, text);
}

/** Where a program is, or null: then its recipe is not tried, and that is said. */
export function findProgram(name: string): string | null {
  const path = ["/usr/sbin", "/usr/bin", "/usr/local/bin", "/bin"]
    .map((folder) => `${folder}/${name}`)
    .find(existsSync);
  if (path === undefined) console.warn(`skipped: the recipes with ${name}: it is not installed`);
  return path ?? null;
}
