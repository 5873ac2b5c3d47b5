import type { Root } from "hast";
import { toText } from "hast-util-to-text";
import { parseHtml } from "./tree.ts";

/** The text a reader sees: block elements part lines. */
export const htmlToText = (html: string): string => toText(parseHtml(html)).trim();

/** Whether there is nothing to see or hear in a tree, and in the HTML that it was parsed from. */
export const isEmptyTree = (tree: Root, html: string): boolean =>
  !/<(img|video|audio|picture|hr|table)\b|<p>[^<&\s]/.test(html) && toText(tree).trim() === "";
