import type { Media } from "../draft.ts";
import { resolveBases } from "../values/addresses.ts";
import { parseMediaType } from "../values/media-type.ts";
import { positiveCount } from "./media.ts";
import { attribute, textOf, type XmlElement } from "./xml.ts";

/** RFC 4287 §4.2.7.2: no `rel` is `alternate`, and a registered name may be written as its full IRI. */
export const relationOf = (link: XmlElement): string =>
  attribute(link, "rel")?.replace("http://www.iana.org/assignments/relation/", "") ?? "alternate";

/** Where a link leads: its `href`, or what some write into it, as in RSS. */
export const addressIn = (link: XmlElement): string | undefined =>
  attribute(link, "href") ?? (textOf(link).trim() || undefined);

/** The address of the first link of that relation that has one, as it is written. */
export const hrefOf = (links: XmlElement[], rel: string): string | undefined =>
  links
    .filter((link) => relationOf(link) === rel)
    .map(addressIn)
    .find((address) => address !== undefined);

/** A page for people, before any other form of it; a relative one stays within its own `xml:base`. */
export function alternateOf(links: XmlElement[]): string | undefined {
  const all = links.filter((link) => relationOf(link) === "alternate" && addressIn(link) !== undefined);
  const page = all.find((link) => /html/.test(attribute(link, "type") ?? "html")) ?? all[0];
  return page && resolveWithin(page.base, addressIn(page));
}

/** RFC 4287 §4.2.7.2: what belongs to an entry and may be large. */
export const enclosuresOf = (links: XmlElement[]): Media[] =>
  links
    .filter((link) => relationOf(link) === "enclosure")
    .map((link) => ({
      url: resolveWithin(link.base, attribute(link, "href")) ?? "",
      type: parseMediaType(attribute(link, "type")),
      length: positiveCount(attribute(link, "length")),
      caption: attribute(link, "title"),
    }));

/** A reference resolved against its `xml:base`; left as it is while the document's own address is still missing. */
export function resolveWithin(base: string[], reference: string | undefined): string | undefined {
  if (reference === undefined) return undefined;
  return URL.parse(reference, resolveBases(base, undefined))?.href ?? reference;
}
