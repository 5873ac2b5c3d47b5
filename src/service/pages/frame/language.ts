import type { Site } from "../../../feed/definition.ts";

/** Languages and scripts that are written from right to left (Unicode CLDR, characterOrder). */
const RIGHT_TO_LEFT =
  /^(ar|arc|ckb|dv|fa|he|iw|ji|ks|ku-Arab|nqo|ps|sd|syr|ug|ur|yi)(-|$)|-(Arab|Hebr|Thaa|Nkoo|Syrc)(-|$)/i;

/** @param language an RFC 5646 tag */
export const directionOf = (language: string): "rtl" | "ltr" => (RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr");

/** The attributes of an element whose text is in a language. */
export const inLanguage = (language: string): { lang: string; dir: "rtl" | "ltr" } => ({
  lang: language,
  dir: directionOf(language),
});

/** The language of the pages' own words, which is English: the site's, where that is English, for its spelling of dates. */
export const ownLanguage = (site: Site): string => (/^en(-|$)/i.test(site.language) ? site.language : "en");
