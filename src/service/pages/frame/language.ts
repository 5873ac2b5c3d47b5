import type { Site } from "../../../feed/definition.ts";

/** Languages and scripts that are written from right to left (Unicode CLDR, characterOrder). */
const RIGHT_TO_LEFT =
  /^(ar|arc|ckb|dv|fa|he|iw|ji|ks|ku-Arab|nqo|ps|sd|syr|ug|ur|yi)(-|$)|-(Arab|Hebr|Thaa|Nkoo|Syrc)(-|$)/i;

export const directionOf = (language: string): "rtl" | "ltr" => (RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr");

/** What an element in a language needs. */
export const inLanguage = (language: string): { lang: string; dir: "rtl" | "ltr" } => ({
  lang: language,
  dir: directionOf(language),
});

/** The pages' own words are English, in the site's spelling of dates. */
export const ownLanguage = (site: Site): string => (/^en(-|$)/i.test(site.language) ? site.language : "en");
