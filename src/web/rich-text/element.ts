/** An element with properties and children. */
export function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  { aria = {}, ...properties }: Partial<HTMLElementTagNameMap[T]> & { aria?: Record<string, string> } = {},
  ...children: (globalThis.Node | string)[]
): HTMLElementTagNameMap[T] {
  const element = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(aria)) element.setAttribute(`aria-${name}`, value);
  element.append(...children);
  return element;
}

/** A field with its label. */
export function labelled(text: string, field: HTMLElement, hint?: string): HTMLLabelElement {
  const label = make("label", {}, make("span", {}, text), field);
  if (hint) label.append(make("small", {}, hint));
  return label;
}
