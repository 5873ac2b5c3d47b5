import { showValue, type Value } from "../discrepancy.ts";
import { localName } from "../parse/namespaces.ts";
import type { ParsedElement } from "../parse/xml.ts";

/** Something that a document carries and the model has not. */
export interface Unexpected {
  entry?: string;
  field: string;
  read: string;
}

/**
 * An element while it is being read. Who reads a child, an attribute or the text takes it. What nobody took in the end is
 * not in the model, so no document may carry it: `leftovers` tells of it.
 */
export class UnreadElement {
  readonly #element: ParsedElement;
  readonly #attributesTaken = new Set<string>();
  /** By name; most elements have no children, and need no map. */
  #untaken?: Map<string, UnreadElement[]>;
  readonly #taken: UnreadElement[] = [];
  #textTaken = false;

  constructor(element: ParsedElement) {
    this.#element = element;
  }

  get name(): string {
    return this.#element.name;
  }

  /** The children of a name, in their order; with `which`, only those. */
  take(name: string, which?: (part: UnreadElement) => boolean): UnreadElement[] {
    const wanted = this.takeAway(name, which);
    if (wanted.length > 0) this.#taken.push(...wanted);
    return wanted;
  }

  /** As `take`, for a caller who asks each of them for its leftovers himself: this element no longer tells of them. */
  takeAway(name: string, which?: (part: UnreadElement) => boolean): UnreadElement[] {
    const untaken = this.#children();
    const named = untaken.get(name);
    if (!named) return [];
    const wanted = which ? named.filter(which) : named;
    if (wanted.length === named.length) untaken.delete(name);
    else
      untaken.set(
        name,
        named.filter((part) => !wanted.includes(part)),
      );
    return wanted;
  }

  /** The first child of a name. The others stay untaken. */
  takeFirst(name: string): UnreadElement | undefined {
    const first = this.#children().get(name)?.[0];
    return first && this.take(name, (child) => child === first)[0];
  }

  attribute(name: string): string | undefined {
    const value = this.peek(name);
    if (value !== undefined) this.#attributesTaken.add(name);
    return value;
  }

  /** Takes an attribute that says nothing of the model, but only where it has this value. */
  constant(name: string, value: string): void {
    if (this.peek(name) === value) this.#attributesTaken.add(name);
  }

  /** Reads an attribute without taking it. */
  peek(name: string): string | undefined {
    return this.#element.attributes.get(name);
  }

  text(): string {
    this.#textTaken = true;
    return this.#element.text;
  }

  /** Everything untaken in it, and in what was taken of it. */
  leftovers(left: Unexpected[] = []): Unexpected[] {
    const { attributes, text } = this.#element;
    if (attributes.size > this.#attributesTaken.size)
      for (const [name, read] of attributes)
        if (!this.#attributesTaken.has(name)) left.push({ field: `${localName(this.name)}@${localName(name)}`, read });
    if (!this.#textTaken && text.trim() !== "") left.push({ field: localName(this.name), read: text });
    if (this.#element.children.length > 0)
      for (const children of this.#children().values())
        for (const { name, text } of children.map((child) => child.#element))
          left.push({ field: localName(name), read: `<${name}>${text}` });
    for (const child of this.#taken) child.leftovers(left);
    return left;
  }

  #children(): Map<string, UnreadElement[]> {
    if (this.#untaken) return this.#untaken;
    this.#untaken = new Map();
    for (const child of this.#element.children) {
      const named = this.#untaken.get(child.name);
      if (named) named.push(new UnreadElement(child));
      else this.#untaken.set(child.name, [new UnreadElement(child)]);
    }
    return this.#untaken;
  }
}

/** What an element says that may stand once: nothing, its value, or, where it stands more often, a list that equals no value. */
export function once(parts: UnreadElement[], read: (part: UnreadElement) => Value = (part) => part.text()): Value {
  return parts.length > 1 ? parts.map(read) : parts[0] && read(parts[0]);
}

/** The leftovers of entries, each with the id of its entry. */
export const leftoversOf = (entries: { leftovers(): Unexpected[] }[], ids: Value[]): Unexpected[] =>
  entries.flatMap((part, index) => part.leftovers().map((left) => ({ ...left, entry: showValue(ids[index]) })));
