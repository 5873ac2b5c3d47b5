import type { Allowance, Article, Image } from "./article.ts";
import type { Visibility } from "./visibility.ts";

/** Whether an allowance lets a partner have something. Where nothing is said, everybody may. */
export const allows = (allowance: Allowance = "all", partner: string): boolean =>
  Array.isArray(allowance) ? allowance.includes(partner) : allowance === "all";

/** Whether a partner may have an article at all, at whatever time. */
export const isLicensed = ({ syndication }: Pick<Article, "syndication">, partner: string): boolean =>
  allows(syndication?.allow, partner);

/**
 * The time span in which a partner may have an article; null where it is empty.
 *
 * It lies within the span in which anybody may have it, which is given.
 */
export function licensedSpan(
  { syndication }: Article,
  { from, until }: Visibility,
  partner: string,
): Visibility | null {
  const embargo = syndication?.embargo?.[partner];
  const ends = syndication?.until;
  const span = {
    from: embargo === undefined ? from : Math.max(from, Date.parse(embargo)),
    until: ends === undefined ? until : Math.min(until ?? Number.POSITIVE_INFINITY, Date.parse(ends)),
  };
  return span.until !== undefined && span.until <= span.from ? null : span;
}

/** The images that a partner may have, and the addresses of those it may not; an image of which nothing is said goes with its article. */
export function licensedImages({ images }: Article, partner: string): { images: Image[]; withheld: string[] } {
  const licensed = images.filter(({ syndication }) => allows(syndication, partner));
  // An image listed twice is withheld where one of its two statements withholds it.
  const withheld = images.filter(({ syndication }) => !allows(syndication, partner)).map(({ url }) => url);
  return { images: licensed.filter(({ url }) => !withheld.includes(url)), withheld };
}
