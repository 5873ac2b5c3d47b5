import { parseHttpUrl } from "../../article/url.ts";

/** An absolute http(s) URL as percent-encoded ASCII, or undefined. With a base, a relative reference resolves against it. */
export const absoluteUrl = (address: string | undefined, base?: string): string | undefined =>
  address === undefined || address.trim() === "" ? undefined : (parseHttpUrl(address, base) ?? undefined);

/**
 * The address that a chain of `xml:base` comes to (XML Base §4), from the outside in. Each resolves against the one
 * around it, the first against `outermost`; one that is no address changes nothing. Undefined while all are relative.
 */
export const resolveBases = (bases: string[], outermost: string | undefined): string | undefined =>
  bases.reduce<string | undefined>((outer, base) => URL.parse(base, outer)?.href ?? outer, outermost);
