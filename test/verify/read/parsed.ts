import { type ParsedElement, parseXmlStrictly } from "../../../src/verify/parse/xml.ts";
import type { Places } from "../../../src/verify/read/reading.ts";
import { UnreadElement } from "../../../src/verify/read/unread-element.ts";

/** Prefixes that the documents of these tests use. */
const NAMESPACES =
  'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
  'xmlns:media="http://search.yahoo.com/mrss/" xmlns:fh="http://purl.org/syndication/history/1.0" ' +
  'xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:mi="http://schemas.ingestion.microsoft.com/common/" ' +
  'xmlns:snf="http://www.smartnews.be/snf"';

/** The root of a well-formed document whose start tag has room for namespaces: `<rss>…`. */
export function rootOf(text: string): ParsedElement {
  const parsed = parseXmlStrictly(text.replace(/^<([\w:]+)/, `<$1 ${NAMESPACES}`));
  if (parsed.status === "malformed") throw new Error(parsed.faults.join());
  return parsed.root;
}

/** An element with some content, before anybody has read of it. */
export const unread = (content: string): UnreadElement => new UnreadElement(rootOf(`<parent>${content}</parent>`));

/** The places that hold something. */
export const present = (places: Places = {}): Places =>
  Object.fromEntries(
    Object.entries(places).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
