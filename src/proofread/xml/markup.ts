/* Makes one example of another: markup of one element goes in, and comes out. */

/** An example with more in it. What is in it already gives way to an element of its name. */
export function withPart(example: string, markup: string): string {
  const name = /^<([^\s/>]+)/.exec(markup)?.[1] ?? "";
  return withInside(withoutPart(example, name), markup);
}

/** An example without its first element of a name, if that has text alone. */
export const withoutPart = (example: string, name: string): string =>
  example.replace(new RegExp(`<${name}(?:\\s[^>]*)?>[^<]*</${name}>`), "");

/** An example with more in it. */
export function withInside(example: string, markup: string): string {
  if (!example.endsWith("/>")) return example.replace(/<\/[^<]*>$/, (end) => markup + end);
  const name = /^<([^\s/>]+)/.exec(example)?.[1] ?? "";
  return `${example.slice(0, -2)}>${markup}</${name}>`;
}

export const withText = (example: string, text: string): string =>
  withInside(example.replace(/^(<[^>]*[^/]>)[\s\S]*(<\/[^<]*>)$/, "$1$2"), escaped(text));

/** An example's first tag with an attribute set, or taken out. */
export function withAttribute(example: string, name: string, value: string | undefined): string {
  const without = example.replace(new RegExp(`^(<[^>]*?)\\s${name}="[^"]*"`), "$1");
  return value === undefined
    ? without
    : without.replace(/^<[^\s/>]+/, (start) => `${start} ${name}="${escaped(value)}"`);
}

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
