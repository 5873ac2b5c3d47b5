import { cleanHtml } from "../../article/html/clean.ts";
import { firstWords } from "../../article/text.ts";
import type { Draft, FeedFacts } from "../draft.ts";
import type { ImportSource } from "../source.ts";
import { absoluteUrl, resolveBases } from "../values/addresses.ts";
import { toLine } from "../values/text.ts";
import { shortDigest } from "./article-id.ts";
import { addressUnder, toSlug } from "./slug.ts";

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
 * The address of an item's page, with a note where something stood in for its link. An item with neither a link nor an id that is one
 * gets an address of its own under the site's home: its headline's, with what keeps it apart from others of that headline. Null
 * where there is no home.
 */
export async function chooseAddress(
  draft: Draft,
  feed: FeedFacts,
  source: ImportSource,
  base: string | undefined,
): Promise<{ url: string; note?: string } | null> {
  const link = absoluteUrl(draft.link, base);
  if (link) return { url: link };
  const permalink = absoluteUrl(draft.guid);
  if (permalink) return { url: permalink, note: "without a link: its id is its address" };
  const home = source.base ?? absoluteUrl(feed.home, base) ?? source.home ?? absoluteUrl("/", base);
  const words = [draft.title, draft.content, draft.description].map((text) => (text ? toLine(text) : ""));
  const identity = draft.guid ?? JSON.stringify([draft.published, ...words]);
  const name = [
    toSlug(firstWords(words.find((line) => line !== "") ?? "", SLUG_FROM_TEXT)),
    await shortDigest(identity, 4),
  ];
  const url = addressUnder(home?.replace(/[?#].*$/s, ""), name.filter((part) => part !== "").join("-"));
  return url === undefined ? null : { url, note: "without a link: its address is made of its headline" };
}

/** Characters of a text that has no headline: about ten words. */
const SLUG_FROM_TEXT = 60;

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
