import type { Element } from "../verify/parse/xml.ts";
import type { Fault } from "./finding.ts";
import { isAbsolute, urlFault } from "./formats.ts";
import { fault } from "./tree.ts";

/** The registered relations (RFC 8288 §4.2) that mean something on a feed or an entry. */
const RELATIONS = new Set(
  (
    "alternate current describedby edit edit-media enclosure first hub last license next next-archive payment prev-archive previous " +
    "related replies search self service up via"
  ).split(" "),
);

/** A relation is a registered name, or a URI of one's own (RFC 4287 §4.2.7.2). */
export function relFault(link: Element, of?: string): Fault[] {
  const rel = link.attributes.get("rel");
  if (rel === undefined || RELATIONS.has(rel) || isAbsolute(rel)) return [];
  return [fault(link, `rel="${rel}" is no relation that feed readers know`, of)];
}

/**
 * The one link to the document's own address.
 *
 * @param parent what the links stand in, to name where one is missing
 * @param served where the document came from, if anybody knows
 */
export function selfFaults(links: Element[], parent: Element, served: string | undefined, of?: string): Fault[] {
  const selves = links.filter((link) => link.attributes.get("rel") === "self");
  const [self] = selves;
  if (!self) return [fault(parent, 'there is no link rel="self"', of)];
  if (selves.length > 1) return [fault(self, `there are ${selves.length} links rel="self"`, of)];
  const href = self.attributes.get("href") ?? "";
  const wrong = urlFault(href);
  if (wrong) return [fault(self, `the link rel="self" ${wrong}`, of)];
  return served !== undefined && href !== served
    ? [fault(self, `rel="self" is ${href}, and the document came from ${served}`, of)]
    : [];
}
