import { firstWritten, isObject } from "../values/json.ts";
import { type Person, parsePerson, personWith } from "../values/people.ts";

/** What follows a name and a comma, and belongs to it: a degree, a generation, a company's form, an office. */
const AFTER_NAME =
  /^(?:ph\.?\s?d|m\.?d|j\.?d|d\.?phil|m\.?sc|b\.?sc|m\.?a|b\.?a|m\.?b\.?a|ll\.?[bm]|d\.?d\.?s|r\.?n|esq(?:uire)?|cpa|frs|[omc]be|kc|qc|mp|mep|jr|sr|ii|iii|iv|inc|ltd|llc|gmbh|co|corp|plc)\.?$/i;
const OFFICE =
  /\b(?:editor|correspondent|reporter|writer|columnist|critic|journalist|photographer|producer|analyst|contributor|bureau|chief|desk|director|professor|intern)\b/i;
/** `Family, Given`: one word on each side, with particles before and initials after. */
const FAMILY =
  /^(?:(?:de|del|della|da|di|do|dos|du|la|le|van|von|der|den|ten|ter|bin|ibn|al|el|af|av|zu|mac|mc|st\.?) )*\p{Lu}[\p{L}'’-]+$/iu;
const GIVEN = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)*$/u;

/**
 * The people of a byline as front matter has it: a name, several in one line, parts of a name in fields, or a list of all that.
 * What a comma parts is one person where it says `Family, Given`, or a name and what it bears.
 *
 * @param isList whether the field's name is a plural: two bare words are two people then
 */
export function readByline(value: unknown, isList: boolean, notes: string[]): Person[] {
  if (Array.isArray(value)) return value.flatMap((one) => readByline(one, false, notes));
  if (isObject(value)) return readParts(value, notes);
  if (typeof value !== "string" && typeof value !== "number") return [];
  return splitNames(String(value), isList).flatMap((name) => parsePerson(turnAround(name, notes)) ?? []);
}

function readParts(value: Record<string, unknown>, notes: string[]): Person[] {
  const text = (...keys: string[]) => firstWritten(value, ...keys);
  const [given, family] = [
    text("first_name", "firstName", "first", "given"),
    text("last_name", "lastName", "last", "family"),
  ];
  const parts = [given, family].filter((part) => part !== undefined).join(" ");
  const name = text("name", "display_name", "displayName", "full_name") ?? (parts || text("nickname", "username"));
  const handle = text("twitter")?.replace(/^@|^https?:\/\/(?:www\.)?(?:twitter|x)\.com\//gi, "");
  const page =
    text("url", "link", "website", "homepage", "href", "uri", "web") ?? (handle && `https://twitter.com/${handle}`);
  const person = personWith(name === undefined ? undefined : turnAround(name, notes), page, text("email", "mail"));
  return person ? [person] : [];
}

function splitNames(text: string, isList: boolean): string[] {
  const line = text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^by\s+(?=\p{Lu})/iu, "");
  if (line.includes(";"))
    return line
      .split(";")
      .map((name) => name.trim())
      .filter((name) => name !== "");
  const [first = "", ...others] = line
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (!isList && others.length === 1 && FAMILY.test(first) && GIVEN.test(others[0] ?? "")) return [line];
  const [, given = "", next = ""] = /^(\S+) (?:and|&) (.+)$/i.exec(others[0] ?? "") ?? [];
  if (!isList && others.length === 1 && next.includes(" ") && FAMILY.test(first) && GIVEN.test(given))
    return [`${first}, ${given}`, ...splitPair(next)];
  const names = [first];
  for (const part of others) {
    if (AFTER_NAME.test(part) || OFFICE.test(part)) names.push(`${names.pop()}, ${part}`);
    else names.push(part.replace(/^(?:and|&) /i, ""));
  }
  return names.flatMap(splitPair);
}

/** `Ada Quayle and Bob Roe`: each with a name of two words or three, so that no firm is parted. */
function splitPair(name: string): string[] {
  const pair = name.split(/ (?:and|&) /i);
  return pair.every((one) => /^\p{Lu}\S*(?: \p{Lu}\S*){1,2}$/u.test(one)) ? pair : [name];
}

function turnAround(name: string, notes: string[]): string {
  const [family = "", given = "", ...more] = name.split(",").map((part) => part.trim());
  if (more.length > 0 || AFTER_NAME.test(given) || OFFICE.test(given) || !FAMILY.test(family) || !GIVEN.test(given))
    return name;
  notes.push("a name with its family first is turned around");
  return `${given} ${family}`;
}
