import { guessText, type Text, toLine, unlessBlank } from "../values/text.ts";
import { toXhtml } from "./xhtml.ts";
import { textOf, type XmlElement } from "./xml.ts";

/** RSS never says what a text is. Markup that was left unescaped is markup; the rest is judged by its looks. */
export function rssText(element: XmlElement | undefined): Text | undefined {
  if (!element) return undefined;
  if (element.children.some((child) => typeof child !== "string"))
    return unlessBlank({ type: "html", value: toXhtml(element) });
  return unlessBlank(guessText(textOf(element)));
}

/** A name or a label as one line: markup is taken out, and so are references that were escaped twice. */
export function rssLine(element: XmlElement): string {
  return toLine(guessText(textOf(element)));
}
