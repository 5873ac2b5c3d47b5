import type { Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import { MAX_ARTICLE_BYTES } from "../limits.ts";
import { makeAbsolute } from "./absolute.ts";
import { ALLOWED, LINKED_INSTEAD } from "./allowed.ts";
import { census, type MarkupCensus, missing } from "./census.ts";
import { parseForeignHtml, type RefusedHtml } from "./foreign.ts";
import { isEmptyTree } from "./text.ts";
import { elementsOf, writeHtml } from "./tree.ts";

/** `removed`: what cleaning took out, and how often. `isEmpty`: there is nothing to see or hear in it. */
export type CleanHtml = { status: "clean"; html: string; removed: MarkupCensus; isEmpty: boolean } | RefusedHtml;

/**
 * HTML of unknown origin to the allow-list, with every link absolute (`base`: the article's URL), written so that a
 * strict HTML parser finds nothing to mend. Cleaning clean HTML changes nothing.
 */
export function cleanHtml(dirty: string, base: string): CleanHtml {
  const parsed = parseForeignHtml(dirty);
  if (parsed.status === "refused") return parsed;
  const { tree } = parsed;
  const before = census(tree);
  linkEmbedded(tree);
  const settled = settle(tree, base);
  if (settled.status === "refused") return settled;
  const { html, tree: written } = settled;
  return { status: "clean", html, removed: missing(before, census(written)), isEmpty: isEmptyTree(written, html) };
}

/**
 * A tree cleaned and written. Parsing what was written can give another tree (a `p` that swallowed a block, an `a` in an
 * `a`), so this goes on until nothing changes any more.
 *
 * @returns what was written, and the tree that a parser makes of it
 */
function settle(tree: Root, base: string): { status: "settled"; html: string; tree: Root } | RefusedHtml {
  let html = "";
  let next = tree;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    // Absolute first: `HTTPS:` and white space before an address are a browser's to understand, and no allow-list's.
    if (!makeAbsolute(next, base)) return { status: "refused", detail: TOO_MUCH_ADDRESS };
    const written = writeHtml(sanitize(next, ALLOWED) as Root);
    if (written === html) break;
    html = written;
    const parsed = parseForeignHtml(html);
    if (parsed.status === "refused") return parsed;
    next = parsed.tree;
  }
  return { status: "settled", html, tree: next };
}

const TOO_MUCH_ADDRESS = `has addresses of more than ${MAX_ARTICLE_BYTES} characters, made absolute`;

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
