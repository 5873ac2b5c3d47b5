/** By the prefix that everybody knows them by. `""`: RSS itself, in whatever namespace its versions were put. */
const NAMESPACES: Record<string, string[]> = {
  "": [
    "",
    "http://purl.org/rss/1.0",
    "http://purl.org/rss/1.0/modules/rss091",
    "http://my.netscape.com/rdf/simple/0.9",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd",
    "http://channel.netscape.com/rdf/simple/0.9",
    "http://purl.org/net/rss1.1",
    "http://backend.userland.com/rss",
    "http://backend.userland.com/rss2",
    "http://backend.userland.com/rss091",
    "http://blogs.law.harvard.edu/tech/rss",
    "http://cyber.law.harvard.edu/rss/rss.html",
    "http://cyber.harvard.edu/rss/rss.html",
    "http://www.rssboard.org/rss-specification",
  ],
  app: ["http://www.w3.org/2007/app", "http://purl.org/atom/app"],
  at: ["http://purl.org/atompub/tombstones/1.0"],
  atom: ["http://www.w3.org/2005/atom", "http://purl.org/atom/ns", "http://purl.org/pie", "http://purl.org/echo"],
  blogger: ["http://schemas.google.com/blogger/2018", "http://www.blogger.com/atom/ns"],
  content: ["http://purl.org/rss/1.0/modules/content"],
  dc: ["http://purl.org/dc/elements/1.0", "http://purl.org/dc/elements/1.1", "http://purl.org/metadata/dublin_core"],
  dcterms: ["http://purl.org/dc/terms"],
  feedburner: ["http://rssnamespace.org/feedburner/ext/1.0"],
  fh: ["http://purl.org/syndication/history/1.0"],
  geo: ["http://www.w3.org/2003/01/geo/wgs84_pos"],
  georss: ["http://www.georss.org/georss"],
  googleplay: ["http://www.google.com/schemas/play-podcasts/1.0"],
  itunes: ["http://www.itunes.com/dtds/podcast-1.0.dtd", "http://itunes.com/dtds/podcast-1.0.dtd"],
  math: ["http://www.w3.org/1998/math/mathml"],
  media: ["http://search.yahoo.com/mrss", "http://video.search.yahoo.com/mrss", "http://www.rssboard.org/media-rss"],
  pheedo: ["http://www.pheedo.com/namespace/pheedo"],
  prism: [
    "http://purl.org/rss/1.0/modules/prism",
    "http://prismstandard.org/namespaces/1.2/basic",
    "http://prismstandard.org/namespaces/basic/1.2",
    "http://prismstandard.org/namespaces/basic/2.0",
    "http://prismstandard.org/namespaces/basic/2.1",
    "http://prismstandard.org/namespaces/basic/3.0",
  ],
  rdf: ["http://www.w3.org/1999/02/22-rdf-syntax-ns"],
  slash: ["http://purl.org/rss/1.0/modules/slash"],
  source: ["http://source.scripting.com"],
  svg: ["http://www.w3.org/2000/svg"],
  sy: ["http://purl.org/rss/1.0/modules/syndication"],
  thr: ["http://purl.org/syndication/thread/1.0"],
  wfw: ["http://wellformedweb.org/commentapi"],
  xhtml: ["http://www.w3.org/1999/xhtml"],
  xml: ["http://www.w3.org/xml/1998/namespace"],
  yt: ["http://www.youtube.com/xml/schemas/2015"],
};

const CONVENTIONAL = new Map(Object.entries(NAMESPACES).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix])));

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
const WORDPRESS = /^http:\/\/wordpress\.org\/export\/[\d.]+(\/excerpt)?$/;

/**
 * `dc:creator` whatever the document's prefix for it. A prefix that was never declared is taken for what it says; a
 * namespace that nobody knows keeps the document's prefix, or its own name where there is none.
 *
 * @param dialect what the names without a prefix are, where the root element says more than its namespace
 */
export function conventionalName(raw: string, namespaces: Namespaces, dialect?: Dialect): string {
  const colon = raw.indexOf(":");
  const prefix = raw.slice(0, Math.max(0, colon));
  const local = raw.slice(colon + 1);
  const uri = namespaces.get(prefix);
  if (prefix === "xml" || (uri === undefined && prefix !== "")) return raw;
  const known = prefix === "" && dialect && uri === dialect.uri ? dialect.prefix : prefixOf(uri ?? "");
  // RSS's names are read in any case: `pubdate` and `PubDate` are out there.
  if (known === "") return local.toLowerCase();
  if (known !== undefined) return `${known}:${local}`;
  return prefix === "" || Object.hasOwn(NAMESPACES, prefix) ? `{${uri}}${local}` : raw;
}

/** A default namespace that stands for another. */
export interface Dialect {
  uri: string | undefined;
  prefix: "" | "atom";
}

/** By the name of the root element: an `rss` is RSS in whatever namespace somebody put it, and a `feed` without one is Atom. */
export function dialectOf(root: string, namespaces: Namespaces): Dialect | undefined {
  const uri = namespaces.get("");
  const known = prefixOf(uri ?? "");
  if (/^(rss|channel)$/i.test(root)) return { uri, prefix: "" };
  if (/^([\w.-]+:)?rdf$/i.test(root)) return known === undefined || known === "rdf" ? { uri, prefix: "" } : undefined;
  return /^(feed|entry)$/i.test(root) && (known === undefined || known === "") ? { uri, prefix: "atom" } : undefined;
}

/** Namespaces are compared letter for letter; many are written with `https`, in capitals, or without their last sign. */
function prefixOf(uri: string): string | undefined {
  if (uri === "") return "";
  const written = uri
    .toLowerCase()
    .replace(/^https:/, "http:")
    .replace(/[/#]$/, "");
  const wordpress = WORDPRESS.exec(written);
  if (wordpress) return wordpress[1] ? "excerpt" : "wp";
  return CONVENTIONAL.get(written);
}
