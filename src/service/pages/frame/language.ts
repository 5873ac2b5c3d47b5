import type { Site } from "../../../feed/definition.ts";

/** Languages that are written from right to left in their usual script (Unicode CLDR, characterOrder). */
const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|iw|ji|ks|nqo|ps|sd|syr|ug|ur|yi)(-|$)/i;
const RIGHT_TO_LEFT_SCRIPT = /^(Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/i;

/** The script that a tag names behind its language: four letters (RFC 5646 §2.2.3). */
const SCRIPT = /^[a-z]{2,3}-([a-z]{4})(?:-|$)/i;

/** @param language an RFC 5646 tag; the script that it names goes before the language's usual one */
export function directionOf(language: string): "rtl" | "ltr" {
  const script = SCRIPT.exec(language)?.[1];
  const rightToLeft = script === undefined ? RIGHT_TO_LEFT.test(language) : RIGHT_TO_LEFT_SCRIPT.test(script);
  return rightToLeft ? "rtl" : "ltr";
}

/** The attributes of an element whose text is in a language. */
export const inLanguage = (language: string): { lang: string; dir: "rtl" | "ltr" } => ({
  lang: language,
  dir: directionOf(language),
});

/**
 * The language of the pages' own words, which is English: the site's, where that is English, for its spelling of dates.
 */
export const ownLanguage = (site: Site): string => (/^en(-|$)/i.test(site.language) ? site.language : "en");
