import { childrenOf, type Element } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { hasScheme } from "../../forms/addresses.ts";
import { clip } from "../../forms/form.ts";
import { resolveIri } from "../../forms/iri.ts";
import { essenceOf } from "../../forms/media-types.ts";
import { ATOM, XML } from "../../namespaces.ts";
import { rfc } from "../../rfc.ts";
import type { Sheet, XmlRule } from "../../rule.ts";
import { ATOM_FORMATS, WITHIN_ANY } from "./formats.ts";

const LINK = `${ATOM}link`;
const feed = (markup: string) => documentOf("atom", { feed: markup });
const entry = (markup: string) => documentOf("atom", { entry: markup });

/** What a link leads to; without a word, another form of what it stands in (RFC 4287 §4.2.7.2). */
export const relOf = ({ attributes }: Element): string =>
  (attributes.get("rel") ?? "alternate").replace(/^http:\/\/www\.iana\.org\/assignments\/relation\//, "");

/** A container's links of these relations. */
export const linksOf = (container: Element, ...rels: string[]): Element[] =>
  childrenOf(container, LINK).filter((link) => rels.includes(relOf(link)));

/** Where a link leads. */
export const linkAddress = (link: Element, sheet: Sheet): string | undefined =>
  resolveIri(link.attributes.get("href") ?? "", xmlBaseOf(link, sheet));

/** Whose memory this is. */
const BASES = {};

/**
 * The base that relative references are resolved against (XML Base §4): the document's own address comes last. It is asked for each
 * link: what each stands in is resolved once.
 */
export function xmlBaseOf(element: Element, { remember, url }: Sheet): string | undefined {
  const bases = remember(BASES, () => new WeakMap<Element, string | undefined>());
  const unknown: Element[] = [];
  let known: Element | undefined = element;
  for (; known && !bases.has(known); known = known.parent) unknown.push(known);
  let base = known ? bases.get(known) : url;
  for (const one of unknown.reverse()) {
    const own = one.attributes.get(`${XML}base`);
    if (own !== undefined) base = resolveIri(own, base) ?? base;
    bases.set(one, base);
  }
  return base;
}

/** Links, in Atom and in RSS (RFC 4287 §4.2.7). */
export const LINK_RULES: XmlRule[] = [
  {
    ...rfc(4287, "4.2.7.2"),
    name: "atom/link-rel-known",
    severity: "warning",
    formats: WITHIN_ANY,
    element: "link rel",
    says: "The relation of a link is one that is registered for feeds, or a URI",
    mend: "Write a registered relation, letter by letter, or a URI of your own.",
    on: { names: [LINK] },
    check: (link) => {
      const rel = relOf(link);
      if (rel === "" || RELATIONS.has(rel) || hasScheme(rel)) return undefined;
      const meant =
        MEANT.get(rel) ?? [...RELATIONS].find((one) => one === rel.trim().toLowerCase().replace(/[_ ]/g, "-"));
      return `rel="${clip(rel)}" is no relation that feed readers know${meant ? `: ${meant} was probably meant` : ""}`;
    },
    fails: entry('<link rel="prev" href="https://gazette.example/before"/>'),
    passes: entry('<link rel="related" href="https://gazette.example/before"/>'),
  },
  {
    ...rfc(4287, "4.1.1"),
    name: "atom/link-alternate-once",
    severity: "error",
    formats: WITHIN_ANY,
    element: 'link rel="alternate"',
    says: "There is one alternate link of a type and language",
    mend: "Keep one of them, or tell them apart by type and hreflang.",
    on: { roles: ["feed", "entry", "source"] },
    check: (container) => {
      const seen = new Map<string, Element>();
      return linksOf(container, "alternate").flatMap((link) => {
        const { type = "", hreflang = "" } = Object.fromEntries(link.attributes);
        const first = seen.get(`${type} ${hreflang}`);
        if (!first) seen.set(`${type} ${hreflang}`, link);
        return first
          ? [{ message: `the link on line ${first.line} is an alternate of the same type and language`, at: link }]
          : [];
      });
    },
    fails: entry('<link href="https://gazette.example/boat"/>\n<link href="https://gazette.example/ship"/>'),
    passes: entry(
      '<link href="https://gazette.example/boat"/>\n<link hreflang="fr" href="https://gazette.example/bateau"/>',
    ),
  },
  {
    ...rfc(4287, "4.2.7.2"),
    name: "atom/link-enclosure-length",
    severity: "warning",
    formats: ATOM_FORMATS,
    element: 'link rel="enclosure"',
    says: "An enclosure says how many bytes it has",
    mend: 'Add length="…", its size in bytes.',
    on: { names: [LINK] },
    check: (link) =>
      relOf(link) === "enclosure" && !link.attributes.has("length") ? "the enclosure has no length" : undefined,
    fails: entry('<link rel="enclosure" type="audio/mpeg" href="https://gazette.example/horn.mp3"/>'),
    passes: entry('<link rel="enclosure" type="audio/mpeg" length="4200" href="https://gazette.example/horn.mp3"/>'),
  },
  {
    section: "RFC 3986 §4.4; XML Base §4",
    url: "https://www.rfc-editor.org/rfc/rfc3986#section-4.4",
    name: "atom/link-same-document",
    severity: "warning",
    formats: WITHIN_ANY,
    element: "link href",
    says: "A link does not lead to the base that xml:base names, where the document itself is elsewhere",
    mend: "Write the whole address, and no xml:base.",
    readers: "To some readers such a link leads to the feed itself.",
    on: { names: [LINK] },
    check: (link, sheet) => {
      const { url } = sheet;
      const href = link.attributes.get("href");
      if (href === undefined || url === undefined) return undefined;
      const base = xmlBaseOf(link, sheet);
      if (base === undefined || base === url) return undefined;
      const isBase = withoutFragment(resolveIri(href, base)) === withoutFragment(base);
      return isBase && withoutFragment(base) !== withoutFragment(resolveIri(url, undefined))
        ? `href="${clip(href)}" is the base itself, ${clip(base)}, and might be taken for the feed`
        : undefined;
    },
    fails: {
      text: feed('<link xml:base="https://gazette.example/boats/" href="."/>'),
      url: "https://gazette.example/feed.atom",
    },
    passes: {
      text: feed('<link xml:base="https://gazette.example/boats/" href="first"/>'),
      url: "https://gazette.example/feed.atom",
    },
  },
  {
    ...rfc(4287, "2"),
    name: "atom/link-relative",
    severity: "advice",
    formats: WITHIN_ANY,
    element: "link href, uri",
    says: "Addresses are absolute: few readers resolve them against xml:base",
    mend: "Write the whole address, with its scheme.",
    readers: "rss-parser hands a relative address on as it is.",
    on: { names: [LINK, `${ATOM}uri`] },
    check: ({ name, attributes, text }) => {
      const reference = name === LINK ? attributes.get("href") : text.trim();
      return reference === undefined || hasScheme(reference) ? undefined : `"${clip(reference)}" is relative`;
    },
    fails: entry('<link href="/boat"/>'),
    passes: entry('<link href="https://gazette.example/boat"/>'),
  },
  {
    ...rfc(4287, "4.2.7.2"),
    name: "atom/link-self-type",
    severity: "warning",
    formats: WITHIN_ANY,
    element: 'link rel="self"',
    says: "The type of the link to itself is that of a feed",
    mend: 'Write type="application/atom+xml", or application/rss+xml; the page for people is rel="alternate".',
    on: { names: [LINK] },
    check: (link) => {
      const type = link.attributes.get("type") ?? "";
      return relOf(link) === "self" && type !== "" && !FEED_TYPES.has(essenceOf(type))
        ? `rel="self" is the feed itself, which is not of type ${clip(type)}`
        : undefined;
    },
    fails: feed('<link rel="self" type="text/html" href="https://gazette.example/feed.atom"/>'),
    passes: feed('<link rel="self" type="application/atom+xml" href="https://gazette.example/feed.atom"/>'),
  },
];

/** The registered relations (RFC 8288 §4.2) that mean something on a feed or an entry. */
const RELATIONS = new Set(
  (
    "alternate current describedby edit edit-media enclosure first hub last license next next-archive payment prev-archive previous " +
    "related replies search self service up via"
  ).split(" "),
);
const MEANT = new Map([
  ["prev", "previous"],
  ["canonical", "alternate"],
  ["licence", "license"],
  ["home", "alternate"],
]);
const FEED_TYPES = new Set([
  "application/atom+xml",
  "application/rss+xml",
  "application/rdf+xml",
  "application/xml",
  "text/xml",
]);

const withoutFragment = (address: string | undefined): string | undefined => address?.replace(/#.*$/s, "");
