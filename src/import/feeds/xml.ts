import { decodeHTMLStrict } from "entities";
import { Parser } from "htmlparser2";
import { conventionalName, type Namespaces } from "./namespaces.ts";

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

/** Deeper elements become siblings: the trees are walked by recursion, and no feed nests so deep. */
const MAX_DEPTH = 400;

/**
 * XML as real feeds write it: blank lines before the declaration, HTML's entities, undeclared prefixes, and documents cut
 * short are all read. Null where there is no element at all.
 */
export function parseXml(text: string): XmlElement | null {
  const root = makeElement("", new Map(), undefined);
  const stack: OpenElement[] = [{ element: root, namespaces: new Map() }];
  let inCdata = false;
  let ended = false;
  const top = (): OpenElement => stack.at(-1) as OpenElement;
  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        // What is inherited comes from the parent in the tree, so that it is no longer than the tree is deep.
        const parent = stack.length > MAX_DEPTH ? (stack[MAX_DEPTH] as OpenElement) : top();
        const namespaces = declareNamespaces(parent.namespaces, attributes);
        const named = readAttributes(attributes, namespaces);
        const opened = makeElement(conventionalName(raw, namespaces), named, parent.element);
        parent.element.children.push(opened);
        stack.push({ element: opened, namespaces });
      },
      ontext: (data) => void top().element.children.push(inCdata ? data : decodeHTMLStrict(data)),
      oncdatastart() {
        inCdata = true;
      },
      oncdataend() {
        inCdata = false;
      },
      onclosetag(_, implied) {
        if (stack.length === 1) return;
        const closed = stack.pop();
        if (closed && implied && ended) closed.element.cutOff = true;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(text);
  ended = true;
  parser.end();
  return root.children.find((child) => typeof child !== "string") ?? null;
}

/** The child elements, without the text between them. */
export const elements = (parent: XmlElement): XmlElement[] =>
  parent.children.filter((child) => typeof child !== "string");

/** All text within, markup dropped. */
export const textOf = (node: XmlElement | string): string =>
  typeof node === "string" ? node : node.children.map(textOf).join("");

/** An attribute, trimmed; undefined where it is missing or says nothing. */
export const attribute = (element: XmlElement, name: string): string | undefined =>
  element.attributes.get(name)?.trim() || undefined;

interface OpenElement {
  element: XmlElement;
  namespaces: Namespaces;
}

/** Declarations are looked up from the inside out; copying them down would cost their number times the elements'. */
class NamespaceScope implements Namespaces {
  readonly #declared: Map<string, string>;
  readonly #outer: Namespaces;

  constructor(declared: Map<string, string>, outer: Namespaces) {
    this.#declared = declared;
    this.#outer = outer;
  }

  get(prefix: string): string | undefined {
    return this.#declared.get(prefix) ?? this.#outer.get(prefix);
  }
}

function makeElement(name: string, attributes: Map<string, string>, parent: XmlElement | undefined): XmlElement {
  const base = attributes.get("xml:base");
  return {
    name,
    attributes,
    children: [],
    base: base === undefined ? (parent?.base ?? []) : [...(parent?.base ?? []), base],
    lang: attributes.get("xml:lang") ?? parent?.lang,
    cutOff: false,
  };
}

function declareNamespaces(outer: Namespaces, attributes: Record<string, string>): Namespaces {
  const declared = Object.entries(attributes).filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"));
  if (declared.length === 0) return outer;
  return new NamespaceScope(
    new Map(declared.map(([name, uri]) => [name.slice(6), decodeHTMLStrict(uri).trim()] as const)),
    outer,
  );
}

function readAttributes(attributes: Record<string, string>, namespaces: Namespaces): Map<string, string> {
  const named = Object.entries(attributes).filter(([name]) => !name.startsWith("xmlns"));
  // Namespaces in XML §6.2: the default namespace does not apply to attributes.
  return new Map(
    named.map(([name, value]) => [
      name.includes(":") ? conventionalName(name, namespaces) : name,
      decodeHTMLStrict(value),
    ]),
  );
}
