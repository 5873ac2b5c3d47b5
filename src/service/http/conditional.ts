import type { Validators } from "../store/validators.ts";

/**
 * Whether a conditional GET or HEAD is answered 304 (RFC 9110 §13.2.2): If-None-Match decides alone where it is present,
 * else If-Modified-Since.
 */
export function isNotModified(headers: Pick<Headers, "get">, { etag, modified }: Validators): boolean {
  const ifNoneMatch = headers.get("if-none-match");
  if (ifNoneMatch === weakTag(etag)) return true;
  if (ifNoneMatch !== null) return ifNoneMatch.trim() === "*" || ownTags(ifNoneMatch).includes(etag);
  const ifModifiedSince = headers.get("if-modified-since");
  if (ifModifiedSince === null) return false;
  const since = httpDate(ifModifiedSince);
  return since !== null && modified <= since;
}

/** A tag as it is sent: weak, for it is one for all codings of a document (RFC 9110 §8.8.3.3). */
export const weakTag = (etag: string): string => `W/"${etag}"`;

/**
 * The opaque tags of a list, for weak comparison (RFC 9110 §8.8.3.2): `W/` says nothing here. A tag may hold commas and
 * anything but a quote.
 */
export const entityTags = (header: string): string[] =>
  [...header.matchAll(/(?:^|[\s,])(?:W\/)?"([\x21\x23-\x7e\x80-\uffff]*)"(?=\s*(?:,|$))/g)].map(
    (match) => match[1] ?? "",
  );

/**
 * What a server in front writes behind a tag of ours when it compresses what we sent: `-gzip` Apache (mod_deflate) and Caddy, `-br` and
 * `-zstd` too, `--gzip` Jetty, `;gzip` Apache 2.2. None of our tags ends so.
 */
const CODING_SUFFIX = /(?:--?|;)(?:gzip|br|zstd|deflate)$/;

/** A list's tags as we gave them: not all who change them on the way back to us change them back. */
export const ownTags = (header: string): string[] => entityTags(header).map((tag) => tag.replace(CODING_SUFFIX, ""));

const DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun";
const IMF_FIXDATE = new RegExp(`^(?:${DAYS}), (\\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d) GMT$`);
const RFC850_DATE = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\d\d)-([A-Z][a-z]{2})-(\d\d) (\d\d:\d\d:\d\d) GMT$/;
const ASCTIME_DATE = new RegExp(`^(?:${DAYS}) ([A-Z][a-z]{2}) ([ \\d]\\d) (\\d\\d:\\d\\d:\\d\\d) (\\d{4})$`);

/**
 * The time of an HTTP-date in milliseconds; null for what is none, which is ignored (RFC 9110 §13.1.3). A header that is sent twice arrives
 * joined, and is none. `Date` takes 31 February for a day in March, so what it read has to be what was written.
 */
function httpDate(header: string): number | null {
  const text = fixdate(header.trim());
  const date = new Date(`${text} GMT`);
  return date.toUTCString().endsWith(`, ${text} GMT`) ? date.getTime() : null;
}

/** The date and time of an HTTP-date, as `06 Nov 1994 08:49:37`, also of its two obsolete forms (RFC 9110 §5.6.7); `""` of what is none. */
function fixdate(text: string): string {
  const [, day, month, year, time] = RFC850_DATE.exec(text) ?? [];
  if (year) return `${day} ${month} ${fullYear(Number(year))} ${time}`;
  const asctime = ASCTIME_DATE.exec(text);
  if (asctime) return `${asctime[2]?.replace(" ", "0")} ${asctime[1]} ${asctime[4]} ${asctime[3]}`;
  return IMF_FIXDATE.exec(text)?.[1] ?? "";
}

/** The year of two digits: one that would be more than 50 years ahead is past (RFC 9110 §5.6.7). */
function fullYear(digits: number): number {
  const now = new Date().getUTCFullYear();
  const year = now - (now % 100) + digits;
  return year > now + 50 ? year - 100 : year;
}
