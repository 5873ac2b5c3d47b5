import { isObject } from "../values/json.ts";
import { relationOf, resolveWithin } from "./atom-links.ts";
import { attribute, saidOfFeed, textOf, type XmlElement } from "./xml.ts";

/** Where a feed goes on below its oldest entry. */
export interface NextDocument {
  /** As it is written, or absolute where an `xml:base` says against what. */
  address?: string;
  /** WordPress made it, which has older entries at `?paged=2`, and links to none of them. */
  isWordPress: boolean;
}

/** RFC 5005: an archived feed's `prev-archive` (§4), else a paged one's `next` (§3); a `complete` one (§2) has neither. */
export function nextOfXml(root: XmlElement): NextDocument {
  const facts = saidOfFeed(root);
  const links = facts.filter(({ name }) => name === "atom:link");
  const isComplete = facts.some(({ name }) => name === "fh:complete");
  const [link] = ["prev-archive", "next"].flatMap((rel) =>
    links.filter((one) => relationOf(one).toLowerCase() === rel),
  );
  const made = facts.filter(({ name }) => /^(?:atom:)?generator$/.test(name));
  return {
    address: link && !isComplete ? resolveWithin(link.base, attribute(link, "href")) : undefined,
    isWordPress: made.some((one) =>
      /\bwordpress\.(?:org|com)\b/i.test(`${textOf(one)} ${attribute(one, "uri") ?? ""}`),
    ),
  };
}

/** JSON Feed 1.1, `next_url`. */
export function nextOfJson(feed: unknown): NextDocument {
  const address = isObject(feed) && typeof feed.next_url === "string" ? feed.next_url.trim() : "";
  return { address: address || undefined, isWordPress: false };
}
