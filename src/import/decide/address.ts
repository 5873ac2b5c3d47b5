import { cleanHtml } from "../../article/html/clean.ts";
import { parseHttpUrl } from "../../article/url.ts";
import type { Draft, FeedFacts } from "../draft.ts";
import type { Source } from "../reading.ts";

/**
 * What an item's relative addresses resolve against (RFC 3986 §5.1): its `xml:base`, within where the document was
 * fetched, within what the feed says of its own address.
 */
export function baseOf(bases: string[], feed: FeedFacts, source: Source): string | undefined {
  return bases.reduce<string | undefined>(
    (outer, base) => URL.parse(base, outer)?.href ?? outer,
    [source.url, feed.base, feed.home].find((address) => absolute(address)),
  );
}

/** An absolute http(s) URL, or undefined. */
export const absolute = (address: string | undefined, base?: string): string | undefined =>
  address === undefined || address.trim() === "" ? undefined : (parseHttpUrl(address, base) ?? undefined);

/** The address of an item's page, and what had to be decided to have one. */
export function addressOf(
  draft: Draft,
  feed: FeedFacts,
  base: string | undefined,
): { url: string; note?: string } | null {
  const link = absolute(draft.link, base);
  if (link) return { url: link };
  const permalink = absolute(draft.guid);
  if (permalink) return { url: permalink, note: "without a link: its id is its address" };
  const home = absolute(feed.home, base);
  if (!home || draft.guid === undefined) return null;
  return {
    url: `${home.replace(/#.*$/s, "")}#${encodeURIComponent(draft.guid.toWellFormed())}`,
    note: "without a link: the feed's home page with its id as fragment",
  };
}

const RELATIVE = /\b(?:href|src|srcset|poster|cite)\s*=\s*["']?\s*(?![a-z][a-z0-9+.-]*:|\/\/|#)[^\s"'>]/i;

/**
 * A body with relative addresses, made absolute against its `xml:base`. Where none was given, the article's own address
 * is right, and whoever parses the article sees to it.
 */
export function rebase(html: string, base: string | undefined, notes: string[]): string {
  if (base === undefined || !RELATIVE.test(html)) return html;
  const clean = cleanHtml(html, base);
  if (clean.status === "too deep") return html;
  notes.push(...[...clean.removed.keys()].map((what) => `cleaning took out ${what}`));
  return clean.html;
}
