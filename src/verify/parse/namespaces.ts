/**
 * Elements and attributes are named by namespace and local name, `{uri}local` (Clark's notation); without a namespace,
 * by the local name alone. Readers compare URIs letter by letter (Namespaces in XML 1.0 §2.3).
 */
export const ATOM = "{http://www.w3.org/2005/Atom}";
export const CONTENT = "{http://purl.org/rss/1.0/modules/content/}";
export const DC = "{http://purl.org/dc/elements/1.1/}";
export const DCTERMS = "{http://purl.org/dc/terms/}";
/** Tombstones (RFC 6721 §2). */
export const TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}";
/** Feed history (RFC 5005 §7). */
export const HISTORY = "{http://purl.org/syndication/history/1.0}";
/** Media RSS 1.5: with the slash at the end. */
export const MEDIA = "{http://search.yahoo.com/mrss/}";
/** MSN's ingestion. */
export const MI = "{http://schemas.ingestion.microsoft.com/common/}";
/** SmartFormat 2.1. */
export const SNF = "{http://www.smartnews.be/snf}";
export const XML = "{http://www.w3.org/XML/1998/namespace}";

/** A name without its namespace. */
export const localName = (name: string): string => name.slice(name.indexOf("}") + 1);

/** The URI of a name's namespace; empty where it has none. */
export const namespaceOf = (name: string): string => (name.startsWith("{") ? name.slice(1, name.indexOf("}")) : "");
