import type { Element, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { parseForeignHtml } from "../../article/html/foreign.ts";
import { classesOf, replaceEach, writeHtml } from "../../article/html/tree.ts";

/** What asks readers to subscribe, or enlarges a picture. */
const FURNITURE = new Set([
  "subscription-widget-wrap",
  "subscription-widget-wrap-editor",
  "subscription-widget",
  "image-link-expand",
]);

/** A post's HTML without what asks for subscriptions. `gated`: why it is not for all, for people. */
export function readSubstackBody(html: string, notes: string[]): { content: string; gated?: string } {
  const parsed = parseForeignHtml(html);
  // Nobody can say what is in it: the article's own parser refuses it, by name.
  if (parsed.status === "refused") return { content: html };
  const found = dropFurniture(parsed.tree);
  if (found.dropped) notes.push("a form to subscribe is left out");
  return { content: writeHtml(parsed.tree), gated: found.gated };
}

function dropFurniture(tree: Root): { gated?: string; dropped: boolean } {
  const found: { gated?: string; dropped: boolean } = { dropped: false };
  const furniture = new Set<Element>();
  visit(tree, "element", (element) => {
    const classes = classesOf(element);
    if (classes.includes("paywall-jump")) found.gated ??= "what stands below its paywall is for paying subscribers";
    if (classes.includes("dynamic-content-block")) found.gated ??= "a part of it is for some readers only";
    if (!classes.some((name) => FURNITURE.has(name)) && !isPlaceholder(element)) return;
    if (!classes.includes("image-link-expand")) found.dropped = true;
    furniture.add(element);
    return SKIP;
  });
  replaceEach(tree, (element) => (furniture.has(element) ? [] : undefined));
  return found;
}

/** A button whose address Substack fills in when it sends the post: `%%checkout_url%%`. */
const isPlaceholder = ({ tagName, properties }: Element): boolean =>
  tagName === "a" && typeof properties.href === "string" && properties.href.includes("%%");
