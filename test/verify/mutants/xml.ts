/** Where a place stands in the text: an element, or one of its attributes. */
interface Spot {
  element: string;
  attribute?: string;
  /** Which of the elements, by what stands in their start tag. */
  which?: RegExp;
  /** How many of the same name stand before it. */
  after?: number;
  /** An element without text of its own: another name in its place. */
  rename?: string;
  /** It may stand once. */
  single?: boolean;
  /** It stands in what tells of a deletion, the last entry. */
  last?: boolean;
}

/** Documents that differ from `text` in one place alone, each with what was done. */
export function xmlMutants(
  format: "rss" | "atom",
  scope: "feed" | "entry",
  place: string,
  text: string,
): [string, string][] {
  const spot = SPOTS[format][scope][place] ?? media(place);
  const [start, end] = spot.last ? lastRange(text, format) : range(text, format, scope);
  const part = text.slice(start, end);
  const within = (mutant: string) => text.slice(0, start) + mutant + text.slice(end);
  const elements = find(part, spot.element, spot.which);
  const [first, second] = elements.slice(spot.after ?? 0);
  if (!first) return [];
  const mutants: [string, string][] = [];
  const add = (what: string, replacement: string) =>
    mutants.push([what, within(part.slice(0, first.at) + replacement + part.slice(first.at + first.text.length))]);

  if (spot.attribute) {
    const attribute = new RegExp(`(\\s${spot.attribute}=")([^"]*)"`);
    const present = attribute.test(first.text);
    if (present)
      add(
        "changed",
        first.text.replace(attribute, (_, name, value) => `${name}${other(value)}"`),
      );
    add(
      present ? "deleted" : "changed",
      present ? first.text.replace(attribute, "") : first.text.replace("/>", ` ${spot.attribute}="x"/>`),
    );
  } else if (spot.rename) {
    add("changed", first.text.replaceAll(spot.element, spot.rename));
  } else {
    const content = /^(<[^>]*>)([\s\S]*)(<\/[^>]*>)$/;
    add(
      "changed",
      first.text.replace(content, (_, open, value, close) => open + other(value) + close),
    );
    add("deleted", "");
  }
  if (spot.single && !spot.rename) add("repeated", first.text + first.text);
  if (second && !spot.single) {
    add("added", first.text + first.text);
    const between = part.slice(first.at + first.text.length, second.at);
    mutants.push([
      "swapped",
      within(part.slice(0, first.at) + second.text + between + first.text + part.slice(second.at + second.text.length)),
    ]);
  }
  return mutants;
}

const element = (element: string): Spot => ({ element, single: true });
const repeatable = (element: string): Spot => ({ element });
const attribute = (element: string, attribute: string, which?: RegExp): Spot => ({ element, attribute, which });

const history = (link: string): Record<string, Spot> => ({
  "fh:archive": { element: "fh:archive", rename: "fh:complete" },
  "link[prev-archive]": attribute(link, "href", /rel="prev-archive"/),
  "link[next-archive]": attribute(link, "href", /rel="next-archive"/),
  "link[current]": attribute(link, "href", /rel="current"/),
});

/** A processing instruction is found as an element is, by its letters. */
const STYLESHEET: Record<string, Spot> = {
  "xml-stylesheet": { element: "\\?xml-stylesheet", attribute: "href", single: true },
};

const SPOTS: Record<"rss" | "atom", Record<"feed" | "entry", Record<string, Spot>>> = {
  rss: {
    feed: {
      title: element("title"),
      link: element("link"),
      description: element("description"),
      language: element("language"),
      copyright: element("copyright"),
      ttl: element("ttl"),
      lastBuildDate: element("lastBuildDate"),
      "atom:link[self]": attribute("atom:link", "href", /rel="self"/),
      "atom:link[1]": attribute("atom:link", "href"),
      "atom:link[hub]": attribute("atom:link", "href", /rel="hub"/),
      ...STYLESHEET,
      ...history("atom:link"),
      pubDate: element("pubDate"),
      "snf:logo/url": element("url"),
      "image/url": element("url"),
      "image/title": { ...element("title"), after: 1 },
      "image/link": { ...element("link"), after: 1 },
      "image/width": element("width"),
      "image/height": element("height"),
    },
    entry: {
      id: element("guid"),
      link: element("link"),
      title: element("title"),
      description: element("description"),
      "content:encoded": element("content:encoded"),
      pubDate: element("pubDate"),
      "atom:updated": element("atom:updated"),
      "dc:creator": repeatable("dc:creator"),
      "atom:author": { ...element("atom:author"), rename: "atom:contributor" },
      "atom:author/atom:name": element("atom:name"),
      "atom:author/atom:uri": element("atom:uri"),
      "atom:author/atom:email": element("atom:email"),
      category: repeatable("category"),
      "xml:lang": attribute("item", "xml:lang"),
      "enclosure@url": attribute("enclosure", "url"),
      "enclosure@type": attribute("enclosure", "type"),
      "enclosure@length": attribute("enclosure", "length"),
      source: element("source"),
      "source@url": attribute("source", "url"),
      "dc:rights": element("dc:rights"),
      "dcterms:valid": { ...element("dcterms:valid"), last: true },
      "mi:shortTitle": element("mi:shortTitle"),
      "media:status@state": attribute("media:status", "state"),
      "dcterms:modified": { ...element("dcterms:modified"), last: true },
    },
  },
  atom: {
    feed: {
      id: element("id"),
      title: element("title"),
      subtitle: element("subtitle"),
      updated: element("updated"),
      rights: element("rights"),
      logo: element("logo"),
      icon: element("icon"),
      "xml:lang": attribute("feed", "xml:lang"),
      "link[alternate]": attribute("link", "href", /rel="alternate"/),
      "link[self]": attribute("link", "href", /rel="self"/),
      "link[hub]": attribute("link", "href", /rel="hub"/),
      ...STYLESHEET,
      ...history("link"),
      "snf:logo/url": element("url"),
      "author/name": element("name"),
      "author/uri": element("uri"),
    },
    entry: {
      id: element("id"),
      "link[alternate]": attribute("link", "href", /^(?!.*rel="(enclosure|via))/),
      title: element("title"),
      summary: element("summary"),
      content: element("content"),
      published: element("published"),
      updated: element("updated"),
      rights: element("rights"),
      "category@term": attribute("category", "term"),
      "xml:lang": attribute("entry", "xml:lang"),
      "link[via]@href": attribute("link", "href", /rel="via"/),
      "link[via]@title": attribute("link", "title", /rel="via"/),
      "author/name": element("name"),
      "author[1]/name": element("name"),
      "author/uri": element("uri"),
      "author/email": element("email"),
      "mi:shortTitle": element("mi:shortTitle"),
      "dcterms:valid": element("dcterms:valid"),
      "media:status@state": attribute("media:status", "state"),
      "deleted-entry@when": { ...attribute("at:deleted-entry", "when"), last: true },
      "deleted-entry/comment": { ...element("at:comment"), last: true },
    },
  },
};

/** Media RSS and enclosure links, by the form of the place's name. */
function media(place: string): Spot {
  const [, kind, child, name] = /\[(?:enclosure )?(image|file)\](?:\/(.+)|@(.+))/.exec(place) ?? [];
  if (place === "media:content@medium") return attribute("media:content", "medium");
  if (place.startsWith("link[enclosure"))
    return attribute("link", name ?? "", kind === "image" ? /rel="enclosure".*\/i\// : /rel="enclosure".*\/a\//);
  // The first picture has all of them, and stands before the first file.
  if (child) return { ...element(child), after: kind === "file" ? 1 : 0 };
  return attribute("media:content", name ?? "", kind === "image" ? /medium="image"/ : /^(?!.*medium="image")/);
}

/** The head of the document, or its first entry. */
function range(text: string, format: "rss" | "atom", scope: "feed" | "entry"): [number, number] {
  const name = format === "rss" ? "item" : "entry";
  const entry = text.indexOf(`<${name} `);
  return scope === "feed" ? [0, entry] : [entry, text.indexOf(`</${name}>`) + name.length + 3];
}

/** What tells of a deletion. */
function lastRange(text: string, format: "rss" | "atom"): [number, number] {
  const name = format === "rss" ? "item" : "at:deleted-entry";
  return [text.lastIndexOf(`<${name}`), text.lastIndexOf(`</${name}>`) + name.length + 3];
}

/** The elements of a name, whole, where `which` holds for the start tag. */
function find(part: string, name: string, which = /^/): { at: number; text: string }[] {
  return [...part.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?/?>`, "g"))]
    .filter(([tag]) => which.test(tag))
    .map(({ 0: tag, index }) => {
      const close = `</${name}>`;
      const closed = part.indexOf(close, index);
      const text = tag.endsWith("/>") || closed === -1 ? tag : part.slice(index, closed + close.length);
      return { at: index, text };
    });
}

/** Another value of the same kind. */
function other(value: string): string {
  if (/^\d+$/.test(value)) return String(Number(value) + 1);
  if (/ GMT$/.test(value)) return "Mon, 02 Mar 2026 10:00:00 GMT";
  if (/^\d{4}-.*Z$/.test(value)) return "2026-03-02T10:00:00Z";
  return value.endsWith("]]>") ? `${value.slice(0, -3)}x]]>` : `${value}x`;
}
