import { looksLikeHtml, present, type Text } from "../values/text.ts";
import { toXhtml } from "./xhtml.ts";
import { textOf, type XmlElement } from "./xml.ts";

/** RSS never says what a text is. Markup that was left unescaped is markup; the rest is judged by its looks. */
export function rssText(element: XmlElement | undefined): Text | undefined {
  if (!element) return undefined;
  if (element.children.some((child) => typeof child !== "string"))
    return present({ type: "html", value: toXhtml(element) });
  const value = textOf(element);
  return present({ type: looksLikeHtml(value) ? "html" : "text", value });
}
