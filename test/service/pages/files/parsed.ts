import { expect } from "vitest";
import type { DefinitionInput } from "../../../../src/feed/definition.ts";
import { parseXmlStrictly } from "../../../../src/verify/parse/xml.ts";

/** A feed of everything, one of a section, and one that selects by two kinds of things. */
export const FILE_FEEDS: DefinitionInput[] = [
  { slug: "all", title: "All & more", description: "The news" },
  { slug: "votes", title: "Votes", description: "Votes", select: { any: [{ section: "Politics" }] } },
  { slug: "both", title: "Both", description: "Both", select: { any: [{ section: "Politics" }], all: [{ tag: "x" }] } },
];

/** The root of an XML document in which a strict parser finds no fault. */
export function tree(text: string) {
  const parsed = parseXmlStrictly(text);
  if (parsed.status === "malformed") throw new Error(parsed.faults.join());
  expect(parsed.faults).toEqual([]);
  return parsed.root;
}
