import { ATOM, CONTENT, DC, DCTERMS, MEDIA, MI, namespaceOf, SNF, TOMBSTONE } from "../verify/parse/namespaces.ts";
import type { Element } from "../verify/parse/xml.ts";
import type { Fault, ProofreadingRule } from "./finding.ts";
import { descendants, fault } from "./tree.ts";

export const SY = "{http://purl.org/rss/1.0/modules/syndication/}";
export const RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}";

/** Namespaces that readers and validators know. */
const KNOWN_NAMESPACES = new Set([
  ...[ATOM, CONTENT, DC, MEDIA, DCTERMS, SY, RDF, TOMBSTONE, MI, SNF].map(namespaceOf),
  "http://www.w3.org/1999/xhtml",
  "http://purl.org/rss/1.0/",
  "http://my.netscape.com/rdf/simple/0.9/",
  "http://purl.org/rss/1.0/modules/slash/",
  "http://purl.org/rss/1.0/modules/link/",
  "http://purl.org/syndication/history/1.0",
  "http://purl.org/syndication/thread/1.0",
  "http://www.w3.org/2007/app",
  "http://wellformedweb.org/CommentAPI/",
  "http://backend.userland.com/creativeCommonsRssModule",
  "http://web.resource.org/cc/",
  "http://creativecommons.org/ns#",
  "http://www.itunes.com/dtds/podcast-1.0.dtd",
  "http://www.google.com/schemas/play-podcasts/1.0",
  "https://podcastindex.org/namespace/1.0",
  "http://rssnamespace.org/feedburner/ext/1.0",
  "http://www.georss.org/georss",
  "http://www.w3.org/2003/01/geo/wgs84_pos#",
  "http://www.opengis.net/gml",
  "http://a9.com/-/spec/opensearch/1.1/",
  "http://schemas.google.com/g/2005",
  "http://www.youtube.com/xml/schemas/2015",
  "http://source.scripting.com/",
  "http://webns.net/mvcb/",
  "http://www.w3.org/2000/svg",
  "http://www.w3.org/1998/Math/MathML",
  "com-wordpress:feed-additions:1",
]);

/** The form in which two URIs are one that differ by a slip of the pen: scheme, case, a slash at the end. */
const similar = (uri: string): string =>
  uri
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/(?<![/#])[/#]+$/, "");
const SIMILAR = new Map([...KNOWN_NAMESPACES].map((uri) => [similar(uri), uri]));

/** The first element of each foreign namespace. */
function foreign(root: Element): [uri: string, element: Element][] {
  const first = new Map<string, Element>();
  for (const element of descendants(root)) {
    const uri = namespaceOf(element.name);
    if (uri !== "" && !KNOWN_NAMESPACES.has(uri) && !first.has(uri)) first.set(uri, element);
  }
  return [...first];
}

/** Rules for the elements of all XML formats. */
export const VOCABULARY_RULES: ProofreadingRule<Element>[] = [
  {
    rule: "Namespaces in XML 1.0 §2.3: URIs are compared letter by letter",
    severity: "error",
    check: (root) =>
      foreign(root).flatMap(([uri, element]) => {
        const meant = SIMILAR.get(similar(uri));
        return meant ? [fault(element, `the namespace is "${uri}", and readers know "${meant}"`)] : [];
      }),
  },
  {
    rule: "RSS 2.0, Extending RSS; RFC 4287 §6: namespaces that few readers know",
    severity: "warning",
    check: (root) =>
      foreign(root).flatMap(([uri, element]) =>
        SIMILAR.has(similar(uri)) ? [] : [fault(element, `the namespace "${uri}" is not a known one`)],
      ),
  },
  {
    rule: "Media RSS 1.5, media:group: two or more media:content",
    severity: "warning",
    check: ofElements(`${MEDIA}group`, (group) =>
      group.children.filter(({ name }) => name === `${MEDIA}content`).length < 2
        ? "a group of fewer than two"
        : undefined,
    ),
  },
  {
    rule: "Media RSS 1.5, media:content: url or player",
    severity: "error",
    check: ofElements(`${MEDIA}content`, (content) =>
      content.attributes.has("url") || content.children.some(({ name }) => name === `${MEDIA}player`)
        ? undefined
        : "there is neither a url nor a player",
    ),
  },
  {
    rule: "Media RSS 1.5, media:content: medium, and numbers",
    severity: "error",
    check: ofElements(`${MEDIA}content`, (content) => {
      const medium = content.attributes.get("medium");
      if (medium !== undefined && !MEDIUMS.has(medium)) return `"${medium}" is no medium`;
      const wrong = POSITIVE.find((name) => !/^\d*[1-9]\d*$/.test(content.attributes.get(name) ?? "1"));
      return wrong && `${wrong} is no positive number`;
    }),
  },
  {
    rule: "Media RSS 1.5, media:thumbnail: url is required",
    severity: "error",
    check: ofElements(`${MEDIA}thumbnail`, (thumbnail) =>
      thumbnail.attributes.get("url") ? undefined : "there is no url",
    ),
  },
  {
    rule: "Media RSS 1.5, media:credit: roles are in lower case",
    severity: "warning",
    check: ofElements(`${MEDIA}credit`, ({ attributes }) => {
      const role = attributes.get("role") ?? "";
      return role === role.toLowerCase() ? undefined : `the role "${role}" has capitals`;
    }),
  },
];

const MEDIUMS = new Set(["image", "audio", "video", "document", "executable"]);
const POSITIVE = ["fileSize", "width", "height"];

function ofElements(name: string, check: (element: Element) => string | undefined): (root: Element) => Fault[] {
  return (root) =>
    [...descendants(root)].flatMap((element) => {
      const message = element.name === name ? check(element) : undefined;
      return message ? [fault(element, message)] : [];
    });
}
