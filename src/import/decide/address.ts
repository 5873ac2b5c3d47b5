import { cleanHtml } from "../../article/html/clean.ts";
import type { Draft, FeedFacts } from "../draft.ts";
import type { ImportSource } from "../source.ts";
import { absoluteUrl, resolveBases } from "../values/addresses.ts";

/**
 * What an item's relative addresses resolve against (RFC 3986 §5.1): its `xml:base`, within where the document was
 * fetched, within what the feed says of its own address. Undefined where none of them is absolute.
 */
export const baseOf = (bases: string[], feed: FeedFacts, source: ImportSource): string | undefined =>
  resolveBases(
    bases,
    [source.url, feed.base, feed.home].find((address) => absoluteUrl(address)),
  );

/**
 * The address of an item's page, with a note where something stood in for its link. Null where nothing can: it has
 * neither a link, nor an id that is one, nor both an id and a home page.
 */
export function chooseAddress(
  draft: Draft,
  feed: FeedFacts,
  base: string | undefined,
): { url: string; note?: string } | null {
  const link = absoluteUrl(draft.link, base);
  if (link) return { url: link };
  const permalink = absoluteUrl(draft.guid);
  if (permalink) return { url: permalink, note: "without a link: its id is its address" };
  const home = absoluteUrl(feed.home, base);
  if (!home || draft.guid === undefined) return null;
  return {
    url: `${home.replace(/#.*$/s, "")}#${encodeURIComponent(draft.guid.toWellFormed())}`,
    note: "without a link: the feed's home page with its id as fragment",
  };
}

/** Each run of spaces can be matched in one way only: with two, a long run would cost its length squared. */
const RELATIVE = /\b(?:href|src|srcset|poster|cite)\s*=\s*(?:["']\s*)?(?![a-z][a-z0-9+.-]*:|\/\/|#)[^\s"'>]/i;

/**
 * A body with relative addresses, made absolute against its `xml:base`. Without a base the body is left as it is: the
 * article's own address is right then, and whoever parses the article resolves against that.
 */
export function rebase(html: string, base: string | undefined, notes: string[]): string {
  if (base === undefined || !RELATIVE.test(html)) return html;
  const clean = cleanHtml(html, base);
  if (clean.status === "refused") return html;
  notes.push(...[...clean.removed.keys()].map((what) => `cleaning took out ${what}`));
  return clean.html;
}
