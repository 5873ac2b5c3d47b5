import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import MarkdownIt, { type Token } from "markdown-it";

export const ROOT = join(import.meta.dirname, "../..");

/** A README, as far as what it says can be checked. */
export interface Readme {
  /** From the root of the repository. */
  path: string;
  folder: string;
  text: string;
  /** Where links and pictures lead to. */
  links: string[];
  /** What a heading's link ends in. */
  anchors: string[];
  /** What stands in backticks, without the blocks. */
  spans: string[];
  /** Blocks of code, and in which language they say they are. */
  blocks: { language: string; text: string }[];
}

export function readReadme(path: string): Readme {
  const text = readFileSync(join(ROOT, path), "utf8");
  const readme: Readme = { path, folder: dirname(path), text, links: [], anchors: [], spans: [], blocks: [] };
  for (const [token, heading] of tokensOf(text)) take(readme, token, heading);
  return readme;
}

/** Every token, and whether it is a heading's content. */
function tokensOf(text: string): [token: Token, isHeading: boolean][] {
  const tokens = new MarkdownIt({ html: true }).parse(text, {});
  return tokens.flatMap((token, index): [Token, boolean][] => [
    [token, tokens[index - 1]?.type === "heading_open"],
    ...(token.children ?? []).map((child): [Token, boolean] => [child, false]),
  ]);
}

function take(readme: Readme, token: Token, isHeading: boolean): void {
  const address = token.attrGet(token.type === "image" ? "src" : "href");
  if (address !== null) readme.links.push(String(address));
  if (token.type.startsWith("html_"))
    for (const [, url = ""] of token.content.matchAll(/\b(?:src|href)="([^"]*)"/g)) readme.links.push(url);
  if (isHeading) readme.anchors.push(anchorOf(token.content));
  if (token.type === "code_inline") readme.spans.push(token.content);
  if (token.type === "fence") readme.blocks.push({ language: token.info, text: token.content.trimEnd() });
}

/** A README's tables: rows of cells, the head first, without marks. */
export function tablesOf(path: string): string[][][] {
  const tables: string[][][] = [];
  const tokens = new MarkdownIt().parse(readReadme(path).text, {});
  for (const [index, { type, content }] of tokens.entries()) {
    if (type === "table_open") tables.push([]);
    if (type === "tr_open") tables.at(-1)?.push([]);
    if (type === "inline" && /^t[hd]_open$/.test(tokens[index - 1]?.type ?? ""))
      tables.at(-1)?.at(-1)?.push(content.replaceAll("`", ""));
  }
  return tables;
}

/** As GitHub makes it: lower case, without punctuation, a hyphen for each space. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");

/** A command line, as far as what it runs can be checked. */
export interface Command {
  kind: "npm" | "script" | "binary";
  name: string;
  /** What is passed on to the script, behind `--`. */
  args: string[];
}

/** Comments of a shell's line are prose; a `#` within a word is none. */
const COMMENT = /(^|\s)#.*$/;

/** Where a command of a shell's line ends. */
const END = /\|\|?|&&|;|\)|>/;

/** The commands of `npm` and `npx` in a shell's lines. */
export const commandsIn = (text: string): Command[] =>
  text.split("\n").flatMap((line) =>
    line
      .replace(COMMENT, "")
      .split(END)
      .flatMap((part) => parseCommand(part) ?? []),
  );

function parseCommand(text: string): Command | null {
  const words = text.trim().split(/\s+/);
  const at = words.findIndex((word) => /(^|\()(npm|npx)$/.test(word));
  if (at < 0) return null;
  const [first = "", ...rest] = words.slice(at + 1).filter((word) => word !== "-s");
  // Our one command has those of npm's scripts.
  if (words[at]?.endsWith("npx") && first === "wireproof")
    return { kind: "script", name: rest[0] ?? "", args: rest.slice(1) };
  if (words[at]?.endsWith("npx")) return { kind: "binary", name: first, args: [] };
  const [name = "", ...after] = first === "run" ? rest : [first, ...rest];
  const args = after[0] === "--" ? after.slice(1) : [];
  return { kind: first === "run" ? "script" : "npm", name, args };
}

/** The options among a command's words. */
export const optionsOf = (words: string[]): string[] =>
  words.flatMap((word) => /^--[a-z][a-z-]*/.exec(word)?.[0] ?? []);

/** A path of the public interface, and the method that is said with it. */
export interface Address {
  method?: string;
  path: string;
}

const ADDRESS = /(?<!\S)(?:(GET|PUT|POST|PATCH|DELETE) +)?(\/(?:[a-z.][^\s'"`]*)?)(?=$|[\s'"`])/g;

/** The paths that a text names: by themselves, or on the local service. */
export const addressesIn = (text: string): Address[] => {
  const paths = text.replace(/https?:\/\/localhost:\d+(\/?)/g, " $1").replace(/https?:\/\/\S+/g, " ");
  return [...paths.matchAll(ADDRESS)].map(([, method, path = ""]) => ({ method, path: path.replace(/\?.*$/, "") }));
};
