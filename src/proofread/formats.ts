/*
 * Forms that all formats share. Each `…Fault` answers what is wrong with a text, for people, or undefined.
 */

/** Whether a reference starts with a scheme (RFC 3986 §3.1), and so is not relative. */
export const isAbsolute = (reference: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(reference);

/** An absolute URI (RFC 3986 §4.3), of the ASCII that its syntax is made of (§2). */
export function urlFault(text: string): string | undefined {
  if (text !== text.trim()) return "has white space around it";
  if (!isAbsolute(text)) return `"${clip(text)}" is not absolute`;
  if (!URL.canParse(text)) return `"${clip(text)}" is not a URL`;
  if (/[^\x21-\x7e]/.test(text)) return `"${clip(text)}" is not percent-encoded ASCII`;
  return undefined;
}

/** A URL of the web: pages, pictures and enclosures are fetched by readers. */
export function httpUrlFault(text: string): string | undefined {
  return urlFault(text) ?? (/^https?:\/\//i.test(text) ? undefined : `"${clip(text)}" is not an http(s) URL`);
}

const RFC_822 =
  /^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{2}|\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? (GMT|UT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|Z|[+-]\d{4})$/;

/** A date of RSS (RFC 822 §5), with the four-digit year that RSS 2.0 prefers. */
export function rfc822Fault(text: string): string | undefined {
  const [, weekday, day, month, year] = RFC_822.exec(text) ?? [];
  if (!day) return `"${clip(text)}" is not an RFC 822 date, as Sat, 07 Sep 2024 00:00:01 GMT`;
  if (year?.length === 2) return `"${text}" has a year of two digits`;
  const date = new Date(`${day} ${month} ${year} 00:00:00 GMT`);
  if (date.getUTCDate() !== Number(day)) return `"${text}" names a day that its month does not have`;
  const right = date.toUTCString().slice(0, 3);
  return weekday && weekday !== right ? `"${text}" is a ${right}, not a ${weekday}` : undefined;
}

const RFC_3339 = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** A date of Atom and JSON Feed (RFC 3339 §5.6), with the upper-case letters of RFC 4287 §3.3. */
export function rfc3339Fault(text: string): string | undefined {
  const [, day, time] = RFC_3339.exec(text) ?? [];
  if (!day) return `"${clip(text)}" is not an RFC 3339 date, as 2024-09-07T00:00:01Z`;
  const date = new Date(`${day}T${time === "23:59:60" ? "23:59:59" : time}Z`);
  const exists = Number.isFinite(date.getTime()) && date.toISOString().startsWith(day);
  return exists ? undefined : `"${text}" is no time that exists`;
}

/** A language tag (RFC 5646 §2.1), with a primary subtag that is known. */
export function languageFault(tag: string): string | undefined {
  if (!/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag)) return `"${clip(tag)}" is not a language tag`;
  try {
    const known = new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(tag.split("-")[0] ?? "");
    return known ? undefined : `"${tag}" starts with a language that is not known`;
  } catch {
    return `"${tag}" is not a language tag`;
  }
}

/** A media type, with or without parameters (RFC 6838 §4.2). */
export const mimeTypeFault = (text: string): string | undefined =>
  /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*(\s*;.*)?$/i.test(text)
    ? undefined
    : `"${clip(text)}" is not a MIME type`;

/** A tag URI (RFC 4151 §2.1); of an id that is none, nothing is wrong. */
export function tagUriFault(id: string): string | undefined {
  if (!/^tag:/i.test(id)) return undefined;
  const [, authority] = /^tag:([^,]+),\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?:/.exec(id) ?? [];
  if (!authority) return `"${clip(id)}" is not tag:authority,date:specific`;
  return authority === authority.toLowerCase() ? undefined : `"${clip(id)}" has capitals in its authority`;
}

/** Whether a text has an e-mail address in it, as `a@b.example (Ada)` has. One character before the `@` is enough: to look for all costs a long text's square. */
export const hasEmail = (text: string): boolean => /[^\s@<>()]@[^\s@<>()]+\.[^\s@<>()]/.test(text);

/** Whether a text is an e-mail address as Atom asks for one, `.+@.+` (RFC 4287 §3.2.3). */
export const isEmail = (text: string): boolean => /.@./.test(text) && !/[\r\n]/.test(text);

/** As much of a text as a message should repeat. */
export const clip = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
