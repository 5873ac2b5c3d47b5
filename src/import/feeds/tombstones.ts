import { attribute, elements, type XmlElement } from "./xml.ts";

/** The ids of entries that a feed says were deleted (RFC 6721 §3): in Atom, and in RSS where somebody has put them there. */
export function deletedEntries(root: XmlElement): string[] {
  const parents = [root, ...elements(root).filter(({ name }) => name === "channel")];
  const found = parents.flatMap(elements).filter(({ name }) => name === "at:deleted-entry");
  return found.flatMap((element) => attribute(element, "ref") ?? []);
}
