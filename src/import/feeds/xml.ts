/** An element of a feed, its name made independent of the prefixes that the document chose. */
export interface XmlElement {
  /** `title` for RSS's own, else with the usual prefix: `dc:creator`, `atom:link`, `xhtml:div`. */
  name: string;
  /** By name. A name with a prefix has the usual one of its namespace; one without stays as it is. */
  attributes: Map<string, string>;
  children: (XmlElement | string)[];
  /** The references of all `xml:base` from the outside in; absent: none. */
  base: string[];
  /** `xml:lang`, inherited; `""` says that there is none. */
  lang?: string;
  /** The document ended inside it. */
  cutOff: boolean;
}

/** The child elements, without the text between them. */
export const elements = (parent: XmlElement): XmlElement[] =>
  parent.children.filter((child) => typeof child !== "string");

/** What a document says: the children of its root, and of the channels in it. */
export const saidOfFeed = (root: XmlElement): XmlElement[] =>
  [root, ...elements(root).filter(({ name }) => name === "channel")].flatMap(elements);

/** All text within, markup dropped. */
export function textOf(node: XmlElement | string): string {
  const texts: string[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    if (typeof next === "string") texts.push(next);
    else for (let index = next.children.length - 1; index >= 0; index -= 1) waiting.push(next.children[index] ?? "");
  return texts.join("");
}

/** An attribute, trimmed; undefined where it is missing or says nothing. */
export const attribute = (element: XmlElement, name: string): string | undefined =>
  element.attributes.get(name)?.trim() || undefined;
