import { decodeHTML } from "entities";
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

/** A tag of clean HTML. An attribute may hold a `>`. */
const TAG = /<\/?([a-z][a-z0-9-]*)(?:[^<>"]|"[^"]*")*>/g;

/** Elements within a line: a word goes on over their tags. */
const INLINE = new Set(
  "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);

/**
 * The words of clean HTML in their order, for a search, where every article of a bulk is looked through: no tree is made of it. How lines
 * are parted does not count.
 */
export const wordsOfHtml = (html: string): string => {
  const text = html.replace(TAG, (_, name: string) => (INLINE.has(name) ? "" : " "));
  return text.includes("&") ? decodeHTML(text) : text;
};
