import { conventionalName, DeclaredNamespaces, type Dialect, dialectOf } from "./namespaces.ts";
import type { XmlElement } from "./xml.ts";

/** Deeper elements become siblings: the trees are walked by recursion, and no feed nests so deep. */
const MAX_DEPTH = 400;
/** A feed, an entry and a content have one each at most; more change nothing. Every element carries all around it. */
const MAX_BASES = 10;

/** A document's elements as its tags come, whatever they open and never close. Each tag costs the same, however many are open. */
export class XmlTree {
  readonly #root: XmlElement = { name: "", attributes: new Map(), children: [], base: [], cutOff: false };
  readonly #open: OpenElement[] = [{ element: this.#root, raw: "", prefixes: [] }];
  /** How many elements of a name, as it is written, are open. */
  readonly #named = new Map<string, number>();
  readonly #namespaces = new DeclaredNamespaces();
  #dialect: Dialect | undefined;

  /** @param attributes by name as it is written; the first of a name counts */
  open(raw: string, attributes: Map<string, string>): void {
    const parent = (this.#open[MAX_DEPTH] ?? this.#top()).element;
    const prefixes = this.#namespaces.declare(attributes);
    const named = attributes.size === 0 ? attributes : this.#withUsualNames(attributes);
    if (parent === this.#root) this.#dialect = dialectOf(raw, this.#namespaces);
    const element = childOf(parent, conventionalName(raw, this.#namespaces, this.#dialect), named);
    parent.children.push(element);
    this.#open.push({ element, raw, prefixes });
    this.#named.set(raw, (this.#named.get(raw) ?? 0) + 1);
  }

  /** Ends the innermost element of the name, and all in it. An end tag of nothing that is open changes nothing. */
  close(raw: string): void {
    if (!this.#named.get(raw)) return;
    for (let closed = this.#open.pop(); closed; closed = this.#open.pop()) {
      this.#namespaces.forget(closed.prefixes);
      this.#named.set(closed.raw, (this.#named.get(closed.raw) ?? 0) - 1);
      if (closed.raw === raw) return;
    }
  }

  append(text: string): void {
    if (text !== "") this.#top().element.children.push(text);
  }

  /** The root element. What is still open is cut off. */
  end(): XmlElement | null {
    for (const { element } of this.#open) element.cutOff = true;
    return this.#root.children.find((child) => typeof child !== "string") ?? null;
  }

  /** Namespaces in XML §6.2: the default namespace does not apply to attributes. */
  #withUsualNames(attributes: Map<string, string>): Map<string, string> {
    const named = [...attributes].filter(([name]) => !name.startsWith("xmlns"));
    return new Map(
      named.map(([name, value]) => [name.includes(":") ? conventionalName(name, this.#namespaces) : name, value]),
    );
  }

  #top(): OpenElement {
    return this.#open.at(-1) as OpenElement;
  }
}

interface OpenElement {
  element: XmlElement;
  /** Its name as it is written. */
  raw: string;
  /** Those that it declares. */
  prefixes: string[];
}

function childOf(parent: XmlElement, name: string, attributes: Map<string, string>): XmlElement {
  const base = attributes.get("xml:base");
  return {
    name,
    attributes,
    children: [],
    base: base === undefined || parent.base.length === MAX_BASES ? parent.base : [...parent.base, base],
    lang: attributes.get("xml:lang") ?? parent.lang,
    cutOff: false,
  };
}
