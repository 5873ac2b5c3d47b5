import { oneLine } from "../../article/text.ts";

export interface Person {
  name: string;
  url?: string;
  email?: string;
}

const EMAIL = '[^\\s@<>()",;:]+@[^\\s@<>()",;:]+';
/** RSS 2.0: `lawyer@boyer.net (Lawyer Boyer)`; others write as in a mail's header. */
const EMAIL_FIRST = new RegExp(`^(?:mailto:)?(${EMAIL})\\s*(?:\\((.*)\\))?$`, "s");
/** After a name. What opens the address can stand in none, so that the whole line is looked through once. */
const EMAIL_LAST = new RegExp(`[<(](?:mailto:)?(${EMAIL})[>)]$`);

/**
 * A person as one line of text: `Jane`, `jane@x.example (Jane)`, `Jane <jane@x.example>`. An address alone is also the
 * name: it is all that readers could show. Null where there is nothing to read.
 */
export function parsePerson(text: string): Person | null {
  const line = oneLine(text);
  if (line === "") return null;
  const emailFirst = EMAIL_FIRST.exec(line);
  if (emailFirst) return { name: emailFirst[2]?.trim() || (emailFirst[1] as string), email: emailFirst[1] };
  const emailLast = EMAIL_LAST.exec(line);
  const name = line.slice(0, emailLast?.index).trim().replace(/^"|"$/g, "").trim();
  return emailLast && name !== "" ? { name, email: emailLast[1] } : { name: line };
}

/**
 * Everybody that a line names: `By Ada Quayle and Leo Ashby`, `Ada Quayle, Leo Ashby`. Parted only where each part is a whole name:
 * `Quayle, Ada`, `Ada Quayle, PhD` and `Department of Health and Social Care` are one each.
 */
export function parsePeople(text: string): Person[] {
  const line = oneLine(text);
  const named = line.replace(/^by:?\s+/i, "");
  // One space each side: a run of them is looked at once.
  const parts = named
    .split(/[;|,]|\s(?:and|und|et|y|&)\s/i)
    .map((part) => part.trim().replace(/^(?:and|und|et|y|&)\s/i, ""))
    .filter((part) => part !== "");
  const isList = parts.length > 1 && parts.every((part) => isFullName(part) || ADDRESSED.test(part));
  return (isList ? parts : [named]).flatMap((part) => parsePerson(part) ?? []);
}

const ADDRESSED = new RegExp(`^${EMAIL}(?:\\s|$)`);
/** Characters: no name is longer. */
const LONGEST_NAME = 80;

/** First and last name at least, and at most five words; what an office or a role is called has other words in it. */
function isFullName(text: string): boolean {
  const words = text.length > LONGEST_NAME ? [] : text.split(/\s+/);
  return words.length >= 2 && words.length <= 5 && words.every((word) => /\p{L}/u.test(word) && !NO_NAME.test(word));
}

const NO_NAME =
  /^(?:of|for|the|at|in|from|and|staff|writer|editor|reporter|correspondent|desk|news|press|agency|gazette|times|post)$/i;

/**
 * A person in parts. Writers of JSON Feed and Markdown put a `mailto:` where a page is asked for: it is read as the e-mail
 * address. Without a name, the address or the page stands for it; null where there is none of them.
 */
export function personWith(
  name: string | undefined,
  url: string | undefined,
  email: string | undefined,
): Person | null {
  const mail = /^mailto:([^?]+)/i.exec(url ?? "")?.[1] ?? email?.trim();
  const valid = mail && new RegExp(`^${EMAIL}$`).test(mail) ? mail : undefined;
  const page = /^mailto:/i.test(url ?? "") ? undefined : url?.trim() || undefined;
  const shown = oneLine(name ?? "") || valid || page;
  return shown ? { name: shown, url: page, email: valid } : null;
}

/** As `personWith`; a name without an address may be several people's. */
export const peopleWith = (name: string | undefined, url: string | undefined, email: string | undefined): Person[] =>
  url || email ? [personWith(name, url, email) ?? []].flat() : parsePeople(name ?? "");
