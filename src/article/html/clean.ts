import type { Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import { MAX_ARTICLE_BYTES } from "../limits.ts";
import { makeAbsolute } from "./absolute.ts";
import { ALLOWED } from "./allowed.ts";
import { alignCells } from "./cells.ts";
import { census, type MarkupCensus, missing, sum } from "./census.ts";
import { linkEmbedded, openFrames } from "./embeds.ts";
import { parseForeignHtml, type RefusedHtml } from "./foreign.ts";
import { sayFormulas } from "./formulas.ts";
import { dropHidden } from "./hidden.ts";
import { completePictures, loadLazy } from "./pictures.ts";
import { isEmptyTree } from "./text.ts";
import { writeHtml } from "./tree.ts";

/** `removed`: what cleaning took out, and how often. `isEmpty`: there is nothing to see or hear in it. */
export type CleanHtml = { status: "clean"; html: string; removed: MarkupCensus; isEmpty: boolean } | RefusedHtml;

/**
 * HTML of unknown origin to the allow-list, with every link absolute (`base`: the article's URL), written so that a
 * strict HTML parser finds nothing to mend. Cleaning clean HTML changes nothing.
 */
export function cleanHtml(dirty: string, base: string): CleanHtml {
  const parsed = parseForeignHtml(dirty);
  if (parsed.status === "refused") return parsed;
  const settled = settle(parsed.tree, base);
  if (settled.status === "refused") return settled;
  const { html, tree, removed } = settled;
  return { status: "clean", html, removed, isEmpty: isEmptyTree(tree, html) };
}

/**
 * A tree cleaned and written. Parsing what was written can give another tree (a `p` that swallowed a block, an `a` in an
 * `a`), so this goes on until nothing changes any more.
 *
 * @returns what was written, the tree that a parser makes of it, and what went
 */
function settle(
  tree: Root,
  base: string,
): { status: "settled"; html: string; tree: Root; removed: MarkupCensus } | RefusedHtml {
  let html = "";
  let next = tree;
  let before: MarkupCensus | undefined;
  const gone: MarkupCensus[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    // Formulas before what is hidden: of those that are shown in two forms, one is.
    gone.push(openFrames(next), sayFormulas(next), dropHidden(next));
    loadLazy(next);
    alignCells(next);
    before ??= census(next);
    linkEmbedded(next, base);
    // Absolute first: `HTTPS:` and white space before an address are a browser's to understand, and no allow-list's.
    if (!makeAbsolute(next, base)) return { status: "refused", detail: TOO_MUCH_ADDRESS };
    completePictures(next);
    const written = writeHtml(sanitize(next, ALLOWED) as Root);
    if (written === html) break;
    html = written;
    const parsed = parseForeignHtml(html);
    if (parsed.status === "refused") return parsed;
    next = parsed.tree;
  }
  const removed = sum([...gone, missing(before ?? new Map(), census(next))]);
  return { status: "settled", html, tree: next, removed };
}

const TOO_MUCH_ADDRESS = `has addresses of more than ${MAX_ARTICLE_BYTES} characters, made absolute`;

/** The second round finds nothing to do, but for markup that was nested as no document can be. */
const MAX_ROUNDS = 5;
