import type { Extension } from "feed";

/**
 * An element as one object literal, in the compact form of `feed`'s extensions. `undefined` is absent; an array repeats
 * the element. Text and attribute values are slots or plain ASCII of our own.
 */
export interface ElementLiteral {
  _attributes?: Record<string, string | number | undefined>;
  _text?: string;
  [child: string]: Child;
}
type Child = ElementLiteral | ElementLiteral[] | ElementLiteral["_attributes"] | string | undefined;

/** An element as XML, for the places where `feed` takes no extension: all of Atom, and the head of an RSS channel. */
export function toXml(name: string, element: ElementLiteral): string {
  const { _attributes: attributes = {}, _text: text = "", ...children } = element;
  const inner = text + elementsToXml(children as Record<string, ElementLiteral | ElementLiteral[] | undefined>);
  return inner === ""
    ? `<${name}${attributesToXml(attributes)}/>`
    : `<${name}${attributesToXml(attributes)}>${inner}</${name}>`;
}

/** Elements by name as XML, in their order; what is undefined is left out. */
export const elementsToXml = (elements: Record<string, ElementLiteral | ElementLiteral[] | undefined>): string =>
  Object.entries(elements)
    .flatMap(([name, value]) => (value === undefined ? [] : [value].flat().map((element) => toXml(name, element))))
    .join("");

const attributesToXml = (attributes: NonNullable<ElementLiteral["_attributes"]>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${value}"`))
    .join("");

/** Elements or keys by name, as `feed` takes them: it replaces what it wrote itself under the same name. */
export const extensions = (fields: Record<string, unknown>): Extension[] =>
  Object.entries(fields).flatMap(([name, objects]) =>
    objects === undefined ? [] : [{ name, objects: trim(objects) as Extension["objects"] }],
  );

/** `feed` writes an undefined child as an empty element. */
function trim(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trim);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => (child === undefined ? [] : [[key, trim(child)]])),
  );
}
