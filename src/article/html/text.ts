import type { Root } from "hast";
import { toText } from "hast-util-to-text";
import { parseHtml } from "./tree.ts";

/** The text that a reader sees of a tree: block elements part lines. */
export const treeToText = (tree: Root): string => toText(tree).trim();

/** The text that a reader sees of HTML. */
export const htmlToText = (html: string): string => treeToText(parseHtml(html));

/** Whether there is nothing to see or hear in a tree, and in the HTML that it was parsed from. */
export const isEmptyTree = (tree: Root, html: string): boolean =>
  !/<(img|video|audio|picture|hr|table)\b|<p>[^<&\s]/.test(html) && treeToText(tree) === "";
