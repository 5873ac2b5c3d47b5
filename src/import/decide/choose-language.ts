import { firstWords } from "../../article/text.ts";

/**
 * The first candidate that is a language tag (RFC 5646); `en_US` is a common slip, and read as `en-US`. An empty
 * `xml:lang` says that there is none, so the next candidate is asked.
 */
export function chooseLanguage(candidates: (string | undefined)[], notes: string[]): string | undefined {
  for (const candidate of candidates) {
    const tag = candidate?.trim().replaceAll("_", "-") ?? "";
    if (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) return tag;
    if (tag !== "") notes.push(`“${firstWords(tag, 40)}” is no language tag`);
  }
  return undefined;
}
