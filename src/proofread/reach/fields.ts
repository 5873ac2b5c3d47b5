/*
 * Header fields, as anybody may send them: what cannot be read counts as not sent.
 */

/** The tag as it is compared (RFC 9110 §8.8.3.2): weak or strong. */
export const opaqueTag = (etag: string): string => etag.replace(/^W\//, "");

/** What Apache, nginx's modules and CDNs add to a tag when they compress: `"abc-gzip"`. */
export const codingSuffix = (etag: string): string | undefined => /[-;:+]{1,2}(gzip|br|zstd|deflate)"$/.exec(etag)?.[1];

/** RFC 9110 §10.2.3: seconds, or a date. */
export const isRetryAfter = (value: string | undefined): value is string =>
  value !== undefined &&
  (/^\d{1,9}$/.test(value) || (/^[A-Z][a-z]{2}, /.test(value) && !Number.isNaN(Date.parse(value))));

/** RFC 9111 §1.2.2; what has another form is no number of seconds. */
export const secondsOf = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;

/** RFC 9111 §4.2.1: how long a shared cache may use an answer, with the time in which it may be stale while it is fetched anew (RFC 5861 §3). */
export function sharedLifetime(cacheControl: string | undefined): number | undefined {
  const directives = new Map(
    listOf(cacheControl).map((directive): [string, string] => {
      const [name = "", value = ""] = directive.split("=", 2);
      return [name.trim(), value.trim().replaceAll('"', "")];
    }),
  );
  const lifetime = secondsOf(directives.get("s-maxage")) ?? secondsOf(directives.get("max-age"));
  return lifetime === undefined ? undefined : lifetime + (secondsOf(directives.get("stale-while-revalidate")) ?? 0);
}

/** The members of a list (RFC 9110 §5.6.1), in small letters. */
export const listOf = (value: string | undefined): string[] =>
  (value ?? "")
    .toLowerCase()
    .split(",")
    .map((member) => member.trim())
    .filter((member) => member !== "");

/** Whether a coding is among those that a client names (RFC 9110 §12.5.3). */
export const acceptsCoding = (acceptEncoding: string | undefined, coding: string): boolean =>
  listOf(acceptEncoding).some((member) => member.split(";", 1)[0]?.trim() === coding.replace(/^x-/, ""));
