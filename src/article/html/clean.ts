import type { Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { sanitize } from "hast-util-sanitize";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { MAX_HTML_DEPTH } from "../limits.ts";
import { makeAbsolute } from "./absolute.ts";
import { ALLOWED, LINKED_INSTEAD } from "./allowed.ts";
import { census, type MarkupCensus, missing } from "./census.ts";
import { isEmptyTree } from "./text.ts";
import { elementsOf, parseHtml, writeHtml } from "./tree.ts";

/** `removed`: what cleaning took out, and how often. `isEmpty`: there is nothing to see or hear in it. */
export type CleanHtml =
  | { status: "clean"; html: string; removed: MarkupCensus; isEmpty: boolean }
  | { status: "too deep" };

/**
 * HTML of unknown origin to the allow-list, with every link absolute (`base`: the article's URL), written so that a
 * strict HTML parser finds nothing to mend. Cleaning clean HTML changes nothing.
 */
export function cleanHtml(dirty: string, base: string): CleanHtml {
  const parsed = parseFragment(dirty);
  if (depth(parsed) > MAX_HTML_DEPTH) return { status: "too deep" };
  const tree = fromParse5(parsed) as Root;
  const before = census(tree);
  linkEmbedded(tree);
  const { html, written } = settle(tree, base);
  return { status: "clean", html, removed: missing(before, census(written)), isEmpty: isEmptyTree(written, html) };
}

/**
 * A tree cleaned and written. Parsing what was written can give another tree (a `p` that swallowed a block, an `a` in an
 * `a`), so this goes on until nothing changes any more.
 *
 * @returns what was written, and the tree that a parser makes of it
 */
function settle(tree: Root, base: string): { html: string; written: Root } {
  let html = "";
  let next = tree;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    // Absolute first: `HTTPS:` and white space before an address are a browser's to understand, and no allow-list's.
    makeAbsolute(next, base);
    const written = writeHtml(sanitize(next, ALLOWED) as Root);
    if (written === html) break;
    html = written;
    next = parseHtml(html);
  }
  return { html, written: next };
}

/** The second round finds nothing to do, but for markup that was nested as no document can be. */
const MAX_ROUNDS = 5;

/** A frame or plug-in cannot be published, its address can: a link takes its place. */
function linkEmbedded(tree: Root): void {
  for (const element of elementsOf(tree)) {
    const property = LINKED_INSTEAD.get(element.tagName);
    const address = property && element.properties[property];
    if (typeof address !== "string" || !/^(https?:)?\/\//i.test(address.trim())) continue;
    element.tagName = "a";
    element.properties = { href: address };
    element.children = [{ type: "text", value: address.trim() }];
  }
}

/** Counted without recursion, before anything that recurses sees the tree. */
function depth(fragment: DefaultTreeAdapterTypes.DocumentFragment): number {
  let deepest = 0;
  const stack: [DefaultTreeAdapterTypes.Node, number][] = [[fragment, 0]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, level] = top;
    deepest = Math.max(deepest, level);
    if ("childNodes" in node) for (const child of node.childNodes) stack.push([child, level + 1]);
  }
  return deepest;
}
