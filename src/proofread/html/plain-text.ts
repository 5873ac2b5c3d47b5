import { decodeHTMLStrict } from "entities";
import { clip } from "../xml/forms/form.ts";
import { isHtmlElement } from "./names.ts";

/**
 * The first markup of HTML in what should be plain text: the end tag of an element of HTML, or a reference to a character.
 * A start tag alone may be meant: who writes of `<title>` writes no HTML.
 */
export function markupIn(text: string): string | undefined {
  if (text.includes("</")) {
    for (const [tag, name = ""] of text.matchAll(/<\/([a-z][a-z0-9]*)>/gi))
      if (isHtmlElement(name.toLowerCase())) return tag;
  }
  return text.includes("&") ? referenceIn(text) : undefined;
}

function referenceIn(text: string): string | undefined {
  for (const [reference] of text.matchAll(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/gi))
    if (reference.startsWith("&#") || decodeHTMLStrict(reference) !== reference) return reference;
  return undefined;
}

/** What looks like the start of a tag or of a reference, whatever was meant: a reader that takes a text for HTML loses it. */
export function ambiguityIn(text: string): string | undefined {
  const start = /<[/a-z]|&#[x0-9]/i.exec(text);
  if (start) return clip(text.slice(start.index, start.index + 20));
  for (const [reference] of text.matchAll(/&[a-z][a-z0-9]{1,31}(?![a-z0-9])/gi))
    if (decodeHTMLStrict(`${reference};`) !== `${reference};`) return reference;
  return undefined;
}
