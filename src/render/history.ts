import type { Feed, Format, FormatUrls } from "../feed/feed.ts";
import type { Element } from "./element.ts";
import type { Slots } from "./slots.ts";

/** RFC 5005 §7. */
export const HISTORY_NAMESPACE = { "xmlns:fh": "http://purl.org/syndication/history/1.0" };

/** The archive's links (RFC 5005 §4), as an RSS channel and an Atom feed both have them. */
export function historyLinks({ history }: Feed, format: Exclude<Format, "json">, slots: Slots): Element[] {
  const link = (rel: string, urls: FormatUrls | undefined): Element[] =>
    urls === undefined ? [] : [{ _attributes: { rel, href: slots.text(urls[format]) } }];
  return [
    ...link("prev-archive", history?.previous),
    ...link("next-archive", history?.next),
    ...link("current", history?.current),
  ];
}

/** `fh:archive` stands before an element that `feed` writes ahead of all entries. */
export const markArchive = (skeleton: string, { history }: Feed, before: string): string =>
  history?.archive ? skeleton.replace(before, `<fh:archive/>${before}`) : skeleton;
