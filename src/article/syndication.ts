import type { Allowance, Article, Image } from "./article.ts";
import type { Visibility } from "./visibility.ts";

export const allows = (allowance: Allowance = "all", partner: string): boolean =>
  Array.isArray(allowance) ? allowance.includes(partner) : allowance === "all";

export const isLicensed = ({ syndication }: Pick<Article, "syndication">, partner: string): boolean =>
  allows(syndication?.allow, partner);

/** The time span in which a partner may have an article, of that in which anybody may; null where it is empty. */
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

/** The images that a partner may have, and the addresses of those it may not; an image of no statement goes as its article. */
export function licensedImages({ images }: Article, partner: string): { images: Image[]; withheld: string[] } {
  const licensed = images.filter(({ syndication }) => allows(syndication, partner));
  // An image listed twice is withheld where one of its two statements withholds it.
  const withheld = images.filter(({ syndication }) => !allows(syndication, partner)).map(({ url }) => url);
  return { images: licensed.filter(({ url }) => !withheld.includes(url)), withheld };
}
