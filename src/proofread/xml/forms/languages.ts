import { clip, type Form } from "./form.ts";

export const LANGUAGE: Form = {
  name: "language",
  says: "a language tag",
  section: "RFC 5646 §2.1",
  url: "https://www.rfc-editor.org/rfc/rfc5646#section-2.1",
  mend: "Write a tag as en, en-GB or zh-Hant.",
  fault: languageTagFault,
  good: "en-GB",
  bad: "english_UK",
};

/** Subtags that are registered, and are no language's name: undetermined, several, none that has a code, not a language. */
const SPECIAL = new Set(["und", "mul", "mis", "zxx"]);

/** A language tag (RFC 5646 §2.1), with a primary subtag that is known. */
function languageTagFault(tag: string): string | undefined {
  if (tag === "") return "there is no language tag";
  if (/^[ix](-[a-z0-9]{1,8})+$/i.test(tag)) return undefined;
  if (!/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag)) return `"${clip(tag)}" is not a language tag`;
  const [primary = ""] = tag.toLowerCase().split("-", 1);
  return SPECIAL.has(primary) || isKnownLanguage(primary)
    ? undefined
    : `"${clip(tag)}" starts with a language that is not known`;
}

function isKnownLanguage(subtag: string): boolean {
  const known = KNOWN.get(subtag);
  if (known !== undefined) return known;
  const answer = isNamed(subtag);
  // Documents name few languages; hostile ones name many.
  if (KNOWN.size < 1_000) KNOWN.set(subtag, answer);
  return answer;
}

/** What was asked before: an item may name its language, and a feed has many items. */
const KNOWN = new Map<string, boolean>();

const NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

function isNamed(subtag: string): boolean {
  try {
    return NAMES.of(subtag) !== undefined;
  } catch {
    return false;
  }
}
