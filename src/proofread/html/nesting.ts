import { nameSet, PAGE_ELEMENTS } from "./names.ts";

/** What kind of names stand in an element. */
export type MarkupNamespace = "html" | "svg" | "math" | "other";

/** Elements without an end tag (HTML Living Standard §13.1.2). */
const VOID = nameSet(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
);
/** Elements whose end tag may be left out where nothing else follows in what they stand in (§13.1.2.4). */
const END_OPTIONAL = nameSet(
  "dd dt li optgroup option p rb rp rt rtc tbody td tfoot th thead tr caption colgroup body html head",
);
/** Elements of which a tag of another name in between is a mistake, not an end that was left out (§13.2.6.4.7, "adoption agency"). */
const FORMATTING = nameSet("a b big code em font i nobr s small strike strong tt u");
/** Elements before which a paragraph is over. */
const BLOCKS = nameSet(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header " +
    "hgroup hr main menu nav ol p pre search section summary table ul listing plaintext xmp li dd dt",
);
/** Elements in which a paragraph, or a link, outside of them is out of sight (§13.2.4.2). */
const SCOPES = nameSet("applet button caption marquee object table td template th svg math");

/** Which open elements end where a start tag comes. */
const ENDED_BY = new Map<string, ReadonlySet<string>>([
  ["li", nameSet("p li")],
  ...["dt", "dd"].map((name): [string, ReadonlySet<string>] => [name, nameSet("p dt dd")]),
  ["option", nameSet("option")],
  ["optgroup", nameSet("option optgroup")],
  ...["rb", "rt", "rp", "rtc"].map((name): [string, ReadonlySet<string>] => [name, nameSet("rb rt rp")]),
  ...["td", "th"].map((name): [string, ReadonlySet<string>] => [name, nameSet("p li dt dd td th caption colgroup")]),
  ["tr", nameSet("p li dt dd td th tr caption colgroup")],
  ...["tbody", "thead", "tfoot"].map((name): [string, ReadonlySet<string>] => [
    name,
    nameSet("p li dt dd td th tr tbody thead tfoot caption colgroup"),
  ]),
]);
/** Elements of SVG and MathML that HTML stands in (§13.2.4.2, "integration points"). */
const INTEGRATION = nameSet("foreignobject annotation-xml desc title mtext mi mo mn ms");

/**
 * Follows the tags of HTML, and finds where they do not nest. Only the first such place is told: what comes after it comes of it.
 * Takes time that grows with the number of tags.
 */
export class Nesting {
  /** What does not nest, if anything. */
  fault: string | undefined;
  readonly #open: { name: string; namespace: MarkupNamespace }[] = [];
  readonly #counts = new Map<string, number>();
  readonly #page: boolean;
  #scopes = 0;

  /** @param page whether it is a whole page, which has an `html` */
  constructor(page: boolean) {
    this.#page = page;
  }

  /** Answers whose names the element is one of. */
  start(name: string, selfClosing: boolean): MarkupNamespace {
    const namespace = this.#namespaceOf(name);
    if (namespace !== "html") {
      if (!selfClosing) this.#push(name, namespace);
      return namespace;
    }
    if (PAGE_ELEMENTS.has(name)) {
      if (!this.#page) this.#fail(`<${name}> belongs to a whole page, and this is a part of one`);
      return namespace;
    }
    this.#endParagraph(name);
    const ended = ENDED_BY.get(name);
    if (ended) while (ended.has(this.#open.at(-1)?.name ?? "")) this.#pop();
    if (name === "a" && this.#isOpen("a") && this.#scopes === 0) this.#fail("<a> stands in another <a>");
    if (!VOID.has(name)) this.#push(name, namespace);
    return namespace;
  }

  end(name: string): void {
    if (!this.#isOpen(name)) {
      if (!PAGE_ELEMENTS.has(name)) this.#fail(`</${name}> ends nothing`);
      return;
    }
    for (let top = this.#pop(); top && top !== name; top = this.#pop())
      if (!END_OPTIONAL.has(top) || FORMATTING.has(name)) this.#fail(`</${name}> comes before </${top}>`);
  }

  /** The text is over. */
  finish(): void {
    const left = this.#open.find(({ name }) => !END_OPTIONAL.has(name));
    if (left) this.#fail(`<${left.name}> is never closed`);
  }

  #endParagraph(name: string): void {
    if (!BLOCKS.has(name)) return;
    const inner = this.#open.at(-1)?.name;
    if (inner === "p") this.#pop();
    else if (this.#isOpen("p") && this.#scopes === 0) this.#breakParagraph(name, inner);
  }

  #breakParagraph(name: string, inner: string | undefined): void {
    this.#fail(`<${name}> cannot stand in <p>, and <${inner}> is still open`);
    for (let top = this.#pop(); top && top !== "p"; top = this.#pop());
  }

  #namespaceOf(name: string): MarkupNamespace {
    if (name === "svg" || name === "math") return name;
    const top = this.#open.at(-1);
    return top === undefined || INTEGRATION.has(top.name) ? "html" : top.namespace;
  }

  #isOpen = (name: string): boolean => (this.#counts.get(name) ?? 0) > 0;

  #push(name: string, namespace: MarkupNamespace): void {
    this.#open.push({ name, namespace });
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    if (SCOPES.has(name)) this.#scopes += 1;
  }

  #pop(): string | undefined {
    const top = this.#open.pop()?.name;
    if (top === undefined) return undefined;
    this.#counts.set(top, (this.#counts.get(top) ?? 0) - 1);
    if (SCOPES.has(top)) this.#scopes -= 1;
    return top;
  }

  #fail(message: string): void {
    this.fault ??= message;
  }
}
