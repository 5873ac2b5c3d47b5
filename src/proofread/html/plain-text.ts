import { decodeHTMLStrict } from "entities";
import { clip } from "../xml/forms/form.ts";
import { isHtmlElement } from "./names.ts";

/**
 * Rules that guess: a text may well speak of markup. Who compares a document with what is stored drops what they find, for
 * then nothing is left to be guessed.
 */
export const PLAIN_TEXT_GUESSES: ReadonlySet<string> = new Set([
  "html/plain-text",
  "html/plain-attribute",
  "html/undeclared",
  "html/character-data",
  "json/plain-text",
]);

/**
 * The first markup of HTML in what should be plain text: the end tag of an element of HTML, a tag of those that people mark
 * titles up with, or a reference to a character. Another start tag alone may be meant: who writes of `<title>` writes no HTML.
 */
export function markupIn(text: string): string | undefined {
  if (text.includes("<"))
    for (const [tag, slash, name = ""] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/gi))
      if (slash ? isHtmlElement(name.toLowerCase()) : USUAL.has(name.toLowerCase())) return `${tag}>`;
  return text.includes("&") ? referenceIn(text) : undefined;
}

/** What plain text has in it that should not be there, to end a sentence. */
export const markupNamed = (found: string): string =>
  found.startsWith("&") ? `holds "${found}", which people see as it stands` : `holds the tag ${found}`;

/** What people mark titles up with. */
const USUAL = new Set("a b i em strong p br span img div h1 h2 h3 h4 h5 h6 sup sub".split(" "));

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
