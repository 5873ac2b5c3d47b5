import type { Vocabulary } from "../declare.ts";
import { documentOf } from "../examples.ts";
import { ABSOLUTE_URL, hasScheme } from "../forms/addresses.ts";
import { clip, type Form } from "../forms/form.ts";
import type { XmlRule } from "../rule.ts";

const FEEDBURNER = "{http://rssnamespace.org/feedburner/ext/1.0}";
const TITLE = "FeedBurner’s feed extensions";
const URL_OF_DOCUMENTATION = "http://rssnamespace.org/feedburner/ext/1.0";
const ANYWHERE = ["entry", "feed", "source"];
const FEED = ["feed", "source"];

/** A reference, relative or not: what no URI has in it. */
const REFERENCE: Form = {
  name: "url-characters",
  says: "a URL, with no character that a URL has not",
  section: "RFC 3986 §2",
  url: "https://www.rfc-editor.org/rfc/rfc3986#section-2",
  mend: "Percent-encode blanks and the like, or write the address.",
  fault: (text) => (/[\s<>"{}|\\^`]/.test(text) ? `"${clip(text)}" has characters that no URL has` : undefined),
  good: "https://gazette.example/flare",
  bad: "the flare",
};

/** An Atom document says with xml:base what references are relative to; RSS has no such thing. */
const relativeReference = (attribute: string): XmlRule => ({
  name: `feedburner/feedFlare-${attribute}-relative`,
  severity: "warning",
  formats: ["rss"],
  element: `feedburner:feedFlare ${attribute}`,
  section: TITLE,
  url: URL_OF_DOCUMENTATION,
  says: `The ${attribute} of <feedburner:feedFlare> is absolute in RSS, which does not say what references are relative to`,
  mend: "Write the whole address, with its scheme.",
  on: { names: [`${FEEDBURNER}feedFlare`] },
  check: ({ attributes }) => {
    const value = attributes.get(attribute)?.trim();
    return value === undefined || hasScheme(value) || REFERENCE.fault(value)
      ? undefined
      : `"${clip(value)}" is relative, and RSS does not say to what`;
  },
  fails: flareDocument(attribute, "/flare"),
  passes: flareDocument(attribute, "https://gazette.example/flare"),
});

function flareDocument(attribute: string, value: string): string {
  const other = attribute === "href" ? "src" : "href";
  const feed = `<feedburner:feedFlare ${attribute}="${value}" ${other}="https://gazette.example/">Share</feedburner:feedFlare>`;
  return documentOf("rss", { feed, namespaces: { feedburner: FEEDBURNER } });
}

/** FeedBurner, which put its own addresses in the place of a feed's, and said in these what they had been. */
export const FEEDBURNER_VOCABULARY: Vocabulary = {
  prefix: "feedburner",
  namespace: FEEDBURNER,
  title: TITLE,
  url: URL_OF_DOCUMENTATION,
  formats: ["rss", "rdf", "atom", "entry"],
  unknown: "warning",
  elements: {
    awareness: {
      ...{ in: ANYWHERE, once: true, text: [ABSOLUTE_URL] },
      example: "<feedburner:awareness>https://gazette.example/awareness</feedburner:awareness>",
    },
    origLink: {
      ...{ in: ["entry"], once: true, text: [ABSOLUTE_URL] },
      example: "<feedburner:origLink>https://gazette.example/boat</feedburner:origLink>",
    },
    origEnclosureLink: {
      ...{ in: ["entry"], once: true, text: [ABSOLUTE_URL] },
      example: "<feedburner:origEnclosureLink>https://gazette.example/boat.mp3</feedburner:origEnclosureLink>",
    },
    browserFriendly: {
      ...{ in: FEED, once: true },
      example: "<feedburner:browserFriendly>News of the harbour</feedburner:browserFriendly>",
    },
    emailServiceId: {
      ...{ in: FEED, once: true },
      example: "<feedburner:emailServiceId>HarbourGazette</feedburner:emailServiceId>",
    },
    feedburnerHostname: {
      ...{ in: FEED, once: true, text: [ABSOLUTE_URL] },
      example: "<feedburner:feedburnerHostname>https://feedburner.google.com</feedburner:feedburnerHostname>",
    },
    feedFlare: {
      ...{ in: FEED },
      attributes: {
        href: { required: true, forms: [REFERENCE] },
        src: { required: true, forms: [REFERENCE] },
      },
      example:
        '<feedburner:feedFlare href="https://gazette.example/flare" src="https://gazette.example/flare.gif">Share</feedburner:feedFlare>',
    },
    info: {
      ...{ in: FEED, once: true, text: "none", attributes: { uri: { required: true, forms: [REFERENCE] } } },
      example: '<feedburner:info uri="harbour-gazette"/>',
    },
  },
  rules: [relativeReference("href"), relativeReference("src")],
};
