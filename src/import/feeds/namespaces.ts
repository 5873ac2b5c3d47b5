/** The prefix by which everybody knows a namespace. `""`: RSS itself, in whatever namespace its versions were put. */
const CONVENTIONAL = new Map(
  Object.entries({
    "": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/2000/svg": "svg",
    "http://www.w3.org/1998/math/mathml": "math",
    "http://www.w3.org/xml/1998/namespace": "xml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/dc/elements/1.0/": "dc",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://purl.org/rss/1.0/modules/prism/": "prism",
    "http://prismstandard.org/namespaces/basic/2.0/": "prism",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://purl.org/syndication/history/1.0": "fh",
    "http://purl.org/atompub/tombstones/1.0": "at",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://www.rssboard.org/media-rss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.google.com/schemas/play-podcasts/1.0": "googleplay",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://wellformedweb.org/commentapi/": "wfw",
    "http://source.scripting.com/": "source",
    "http://www.georss.org/georss": "georss",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
    "http://www.youtube.com/xml/schemas/2015": "yt",
  }),
);

/** What the prefixes in scope stand for; `""` is the default namespace. */
export interface Namespaces {
  get(prefix: string): string | undefined;
}

/** Three times the longest above. A longer one is nobody's, and would stand in the name of each of its elements. */
const LONGEST_NAMESPACE = 200;

/** The declarations in scope. Copying them for each element would cost their number times the elements'. */
export class DeclaredNamespaces implements Namespaces {
  /** By prefix, the innermost last. */
  readonly #uris = new Map<string, string[]>();

  get(prefix: string): string | undefined {
    return this.#uris.get(prefix)?.at(-1);
  }

  /** An element's declarations come into scope. @returns their prefixes, to be forgotten at its end */
  declare(attributes: Map<string, string>): string[] {
    const prefixes: string[] = [];
    for (const [name, uri] of attributes) {
      if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
      const prefix = name.slice("xmlns:".length);
      const uris = this.#uris.get(prefix) ?? [];
      uris.push(uri.trim().slice(0, LONGEST_NAMESPACE));
      this.#uris.set(prefix, uris);
      prefixes.push(prefix);
    }
    return prefixes;
  }

  forget(prefixes: string[]): void {
    for (const prefix of prefixes) this.#uris.get(prefix)?.pop();
  }
}

/** WordPress's export writes its version into the namespace. */
const WORDPRESS = /^http:\/\/wordpress\.org\/export\/[\d.]+\/(excerpt\/)?$/;

/**
 * `dc:creator` whatever the document's prefix for it. A prefix that was never declared is taken for what it says; a
 * namespace that nobody knows keeps the document's prefix, or its own name where there is none.
 */
export function conventionalName(raw: string, namespaces: Namespaces): string {
  const colon = raw.indexOf(":");
  const prefix = raw.slice(0, Math.max(0, colon));
  const local = raw.slice(colon + 1);
  const uri = namespaces.get(prefix);
  if (prefix === "xml" || (uri === undefined && prefix !== "")) return raw;
  const known = prefixOf(uri ?? "");
  // RSS's names are read in any case: `pubdate` and `PubDate` are out there.
  if (known === "") return local.toLowerCase();
  if (known !== undefined) return `${known}:${local}`;
  return prefix === "" || CONVENTIONAL_PREFIXES.has(prefix) ? `{${uri}}${local}` : raw;
}

const CONVENTIONAL_PREFIXES = new Set(CONVENTIONAL.values());

function prefixOf(uri: string): string | undefined {
  const wordpress = WORDPRESS.exec(uri);
  if (wordpress) return wordpress[1] ? "excerpt" : "wp";
  return CONVENTIONAL.get(uri.toLowerCase());
}
