/**
 * How the text of an article is written into each place of a document, so that a reader gets back the letters that were
 * stored. Where RSS escapes text twice: `description` is HTML, so plain text goes through `textAsHtml` first, and the
 * result stands in a CDATA section (`splitCdata`). Everywhere else in XML it is `escapeXmlText`, once. JSON escapes by
 * `JSON.stringify` alone.
 */

/**
 * Plain text as HTML: a reader that renders HTML shows the very text.
 *
 * @param text any text, markup in it included
 */
export const textAsHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What stands between `<![CDATA[` and `]]>`: the one sequence that ends a section is parted over two of them. */
export const splitCdata = (html: string): string => html.replaceAll("]]>", "]]]]><![CDATA[>");

/**
 * Text for element content or a double-quoted attribute. White space other than a space becomes a reference, or a parser
 * would normalise it away in an attribute (XML 1.0 §2.4 and §3.3.3).
 */
export const escapeXmlText = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (character) => REFERENCES[character] ?? character);

/** Hexadecimal, as validators want them in the plain-text fields of RSS. */
const REFERENCES: Record<string, string> = {
  "&": "&#x26;",
  "<": "&#x3C;",
  ">": "&#x3E;",
  '"': "&#x22;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};
