import { isAllMarkup } from "../values/looks-like-html.ts";
import { calledPlain, guessText, type Text, unlessBlank, withoutCdata } from "../values/text.ts";
import { textInBase64 } from "./base64.ts";
import { toXhtml } from "./xhtml.ts";
import { attribute, elements, textOf, type XmlElement } from "./xml.ts";

/**
 * What a text construct (RFC 4287 §3.1) or content (§4.1.3.3) says. Atom 0.3's `mode` and media types are read alike.
 * What is no text is left out, with a note.
 */
export function atomText(element: XmlElement | undefined, notes: string[]): Text | undefined {
  if (!element) return undefined;
  const type = (attribute(element, "type") ?? "text").toLowerCase();
  const escaped = attribute(element, "mode") === "escaped";
  const isCoded = attribute(element, "mode") === "base64";
  const coded = isCoded || type === "application/octet-stream" ? textInBase64(textOf(element)) : undefined;
  if (coded !== undefined) return unlessBlank(guessText(coded));
  if (isCoded) {
    notes.push("content in base64 is left out");
    return undefined;
  }
  if (!escaped && /^(xhtml|application\/xhtml\+xml|text\/xhtml)$/.test(type)) {
    const div = xhtmlDiv(element);
    return unlessBlank({ type: "html", value: isEscapedWhole(div) ? textOf(div) : toXhtml(div) });
  }
  if (/html/.test(type)) {
    const div = xhtmlDiv(element);
    return unlessBlank({ type: "html", value: hasMarkup(div) ? toXhtml(element) : withoutCdata(textOf(div)) });
  }
  // §4.1.3.3: XML that is no XHTML, and anything else that is no text, comes in base64; neither is for reading.
  if (!/^text(\/plain)?$/.test(type) && !type.startsWith("text/")) {
    if (textOf(element).trim() !== "") notes.push(`content of type ${type} is left out`);
    return undefined;
  }
  return hasMarkup(element)
    ? unlessBlank({ type: "html", value: toXhtml(element) })
    : unlessBlank(calledPlain(textOf(element), notes));
}

export const hasMarkup = (element: XmlElement): boolean => elements(element).length > 0;

const isEscapedWhole = (div: XmlElement): boolean => !hasMarkup(div) && isAllMarkup(textOf(div));

/** RFC 4287 §3.1.1.3: the `div` is no part of the text. */
function xhtmlDiv(element: XmlElement): XmlElement {
  const [only, ...others] = elements(element);
  const alone =
    others.length === 0 && element.children.every((child) => typeof child !== "string" || child.trim() === "");
  return only && alone && /(^|:)div$/.test(only.name) ? only : element;
}
