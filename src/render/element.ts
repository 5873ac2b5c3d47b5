import type { Extension } from "feed";

/**
 * An element as one object literal, in the compact form of `feed`'s extensions. `undefined` is absent; an array repeats
 * the element. Text and attribute values are slots or plain ASCII of our own.
 */
export interface Element {
  _attributes?: Record<string, string | number | undefined>;
  _text?: string;
  [child: string]: Child;
}
type Child = Element | Element[] | Element["_attributes"] | string | undefined;

/** The same as text, for Atom, where `feed` has no extensions. */
export function toXml(name: string, element: Element): string {
  const { _attributes: attributes = {}, _text: text = "", ...children } = element;
  const inner = text + elementsToXml(children as Record<string, Element | Element[] | undefined>);
  return inner === ""
    ? `<${name}${attributesToXml(attributes)}/>`
    : `<${name}${attributesToXml(attributes)}>${inner}</${name}>`;
}

export const elementsToXml = (elements: Record<string, Element | Element[] | undefined>): string =>
  Object.entries(elements)
    .flatMap(([name, value]) => (value === undefined ? [] : [value].flat().map((element) => toXml(name, element))))
    .join("");

const attributesToXml = (attributes: NonNullable<Element["_attributes"]>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${value}"`))
    .join("");

/** `feed` sets each of these in its place, and replaces what it wrote under the same name. */
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
