import type { Validators } from "../store/editions.ts";

/**
 * Whether a conditional GET or HEAD is answered 304 (RFC 9110 §13.2.2): If-None-Match decides alone where it is present,
 * else If-Modified-Since.
 */
export function isNotModified(headers: Headers, { etag, modified }: Validators): boolean {
  const ifNoneMatch = headers.get("if-none-match");
  if (ifNoneMatch !== null) return ifNoneMatch.trim() === "*" || entityTags(ifNoneMatch).includes(etag);
  const since = httpDate(headers.get("if-modified-since"));
  return since !== null && modified <= since;
}

/**
 * The opaque tags of a list, for weak comparison (RFC 9110 §8.8.3.2): `W/` says nothing here. A tag may hold commas and
 * anything but a quote.
 */
export const entityTags = (header: string): string[] =>
  [...header.matchAll(/(?:^|[\s,])(?:W\/)?"([\x21\x23-\x7e\x80-\uffff]*)"(?=\s*(?:,|$))/g)].map(
    (match) => match[1] ?? "",
  );

/** IMF-fixdate and the two obsolete forms (RFC 9110 §5.6.7). A header that is sent twice arrives joined, and is no date. */
const HTTP_DATE =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d\d-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;

function httpDate(header: string | null): number | null {
  const text = header?.trim() ?? "";
  if (!HTTP_DATE.test(text)) return null;
  const time = Date.parse(/GMT$/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(time) ? null : time;
}
