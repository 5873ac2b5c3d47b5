import { toText } from "hast-util-to-text";
import { parseHtml } from "./tree.ts";

/** The text a reader sees: block elements part lines. */
export const htmlToText = (html: string): string => toText(parseHtml(html)).trim();

/** Whether there is anything to see or hear in it. */
export const isEmptyHtml = (html: string): boolean =>
  !/<(img|video|audio|picture|hr|table)\b/.test(html) && htmlToText(html) === "";
