import type { Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parseFragment,
  type TreeAdapter,
} from "parse5";
import { MAX_COPIED_MARKUP, MAX_HTML_DEPTH } from "../limits.ts";

/** `detail`: the limit that it passes. */
export interface RefusedHtml {
  status: "refused";
  detail: string;
}

/**
 * HTML of unknown origin, parsed as the content of a `body` where no script runs: a `noscript` is markup. It costs no more than its size: a parser copies formatting elements that
 * were left open into every block that follows (HTML §13.2.4.3), and what nests too deep ends whoever walks it by recursion.
 */
export function parseForeignHtml(html: string): { status: "parsed"; tree: Root } | RefusedHtml {
  try {
    const fragment = parseFragment(html, { treeAdapter: limitedAdapter(), scriptingEnabled: false });
    if (depthOf(fragment) > MAX_HTML_DEPTH) throw TOO_DEEP;
    return { status: "parsed", tree: fromParse5(fragment) as Root };
  } catch (fault) {
    if (fault instanceof PassedLimit) return { status: "refused", detail: fault.message };
    throw fault;
  }
}

/** The only way out of the midst of a parser. */
class PassedLimit extends Error {}

const TOO_DEEP = new PassedLimit(`nests deeper than ${MAX_HTML_DEPTH} elements`);
const TOO_MANY_COPIES = new PassedLimit(
  "leaves formatting elements open (such as <b> without </b>), which a parser repeats in every block after them, too often; close them",
);

/** Above `MAX_HTML_DEPTH`, by the elements that a parser opens itself. */
const MAX_OPEN = MAX_HTML_DEPTH + 10;

/** What an element takes in memory beside its markup, in UTF-16 units of it. */
const ELEMENT_SIZE = 100;

/** Makes the usual tree, and stops where it grows too deep, or by copies. */
function limitedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let open = 0;
  let copied = 0;
  // A copy is made of its token, whose list of attributes is the same one.
  const tokens = new Set<object>();
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      open += 1;
      if (open > MAX_OPEN) throw TOO_DEEP;
    },
    onItemPop() {
      open -= 1;
    },
    createElement(tagName, namespace, attributes) {
      if (tokens.has(attributes)) {
        copied += attributes.reduce((sum, { name, value }) => sum + name.length + value.length, ELEMENT_SIZE);
        if (copied > MAX_COPIED_MARKUP) throw TOO_MANY_COPIES;
      } else tokens.add(attributes);
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
  };
}

/** Counted without recursion, a template's own content included, before anything that recurses sees the tree. */
function depthOf(fragment: DefaultTreeAdapterTypes.DocumentFragment): number {
  let depth = -1;
  let level: DefaultTreeAdapterTypes.ParentNode[] = [fragment];
  for (; level.length > 0; depth += 1) {
    const below: DefaultTreeAdapterTypes.ParentNode[] = [];
    for (const node of level) {
      for (const child of node.childNodes) if ("childNodes" in child) below.push(child);
      if ("content" in node) below.push(node.content);
    }
    level = below;
  }
  return depth;
}
