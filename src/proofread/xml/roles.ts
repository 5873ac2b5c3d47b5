import type { FeedFormat } from "../finding.ts";
import type { Element, Role } from "./element.ts";
import { ATOM, ATOM_03, localName, namespaceOf, RDF, RSS_1, RSS_09 } from "./namespaces.ts";

/** What a document is, by its root element; undefined where it is no feed. */
export function formatOf(root: Element): Exclude<FeedFormat, "json"> | undefined {
  // `rss` stands in no namespace; who gives it one means it all the same.
  if (localName(root.name) === "rss") return "rss";
  if (root.name === `${RDF}RDF`) return "rdf";
  // In another namespace it is what people meant for Atom, of which a rule tells.
  if (localName(root.name) === "feed") return "atom";
  return localName(root.name) === "entry" ? "entry" : undefined;
}

/**
 * What a document's own elements are called, where it puts them into another namespace than theirs: RSS into any, Atom into none.
 * Of the fault itself one rule tells; the others tell of the document that was meant.
 */
export function ownNamesOf({ name }: Element): (name: string) => string {
  const namespace = namespaceOf(name);
  const usual = localName(name) === "rss" ? "" : ["feed", "entry"].includes(localName(name)) ? ATOM : undefined;
  if (usual === undefined || namespace === namespaceOf(usual) || namespace === ATOM_03) return (one) => one;
  return (one) => (namespaceOf(one) === namespace ? usual + localName(one) : one);
}

/** What an element is to a reader. Of the same name elsewhere, as in a foreign element, it is nothing. */
export function roleOf({ name, parent }: Element): Role | undefined {
  if (!parent) return name === `${ATOM}feed` ? "feed" : name === `${ATOM}entry` ? "entry" : "root";
  return ROLES.get(parent.role === "feed" && parent.parent ? "channel" : (parent.role ?? ""))?.get(name);
}

/** By what an element stands in: `channel` is the feed of RSS, which is not the root. */
const ROLES = new Map<string, Map<string, Role>>([
  [
    "root",
    new Map<string, Role>([
      ["channel", "feed"],
      ...[RSS_1, RSS_09].flatMap((namespace): [string, Role][] => [
        [`${namespace}channel`, "feed"],
        [`${namespace}item`, "entry"],
        [`${namespace}image`, "image"],
        [`${namespace}textinput`, "textInput"],
      ]),
    ]),
  ],
  [
    "channel",
    new Map<string, Role>([
      ["item", "entry"],
      ["image", "image"],
      ["textInput", "textInput"],
    ]),
  ],
  ["feed", new Map<string, Role>([[`${ATOM}entry`, "entry"]])],
  ["entry", new Map<string, Role>([[`${ATOM}source`, "source"]])],
]);
