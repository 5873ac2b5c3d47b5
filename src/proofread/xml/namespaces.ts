/** Namespaces of feeds, in the form of Clark's names, beside those of `verify/parse/namespaces.ts`. */
export {
  ATOM,
  CONTENT,
  DC,
  DCTERMS,
  HISTORY,
  localName,
  MEDIA,
  MI,
  namespaceOf,
  SNF,
  TOMBSTONE,
  XML,
} from "../../verify/parse/namespaces.ts";

export const RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}";
export const RSS_1 = "{http://purl.org/rss/1.0/}";
/** RSS 0.90, and 0.9 as Netscape called it. */
export const RSS_09 = "{http://my.netscape.com/rdf/simple/0.9/}";
export const XHTML = "{http://www.w3.org/1999/xhtml}";
/** The URI of Atom 0.3, whose elements have other names. */
export const ATOM_03 = "http://purl.org/atom/ns#";
