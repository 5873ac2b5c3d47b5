/**
 * Text as it may stand in an element or in a quoted attribute (XML 1.0 §2.4). It must not hold forbidden characters.
 */
export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
