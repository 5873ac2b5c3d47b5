import type { Feed, Format, FormatUrls } from "../feed/feed.ts";
import type { ElementLiteral } from "./element.ts";
import type { Slots } from "./slots.ts";

/** Feed history (RFC 5005 §7), declared on pages of an archive only. */
export const HISTORY_NAMESPACE = { "xmlns:fh": "http://purl.org/syndication/history/1.0" };

/** The archive's links (RFC 5005 §4), as an RSS channel and an Atom feed both have them. */
export function historyLinks({ history }: Feed, format: Exclude<Format, "json">, slots: Slots): ElementLiteral[] {
  const link = (rel: string, urls: FormatUrls | undefined): ElementLiteral[] =>
    urls === undefined ? [] : [{ _attributes: { rel, href: slots.text(urls[format]) } }];
  return [
    ...link("prev-archive", history?.previous),
    ...link("next-archive", history?.next),
    ...link("current", history?.current),
  ];
}

/**
 * The mark of an archive document (RFC 5005 §4), for a feed that is one.
 *
 * @param before the start tag that it goes in front of: one that `feed` writes once, ahead of all entries
 */
export const markArchive = (skeleton: string, { history }: Feed, before: string): string =>
  history?.archive ? skeleton.replace(before, `<fh:archive/>${before}`) : skeleton;
