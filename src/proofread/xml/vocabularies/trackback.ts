import type { Vocabulary } from "../declare.ts";
import { ABSOLUTE_URL } from "../forms/addresses.ts";
import type { Form } from "../forms/form.ts";
import type { XmlRule } from "../rule.ts";
import { resourceRules } from "./resource.ts";

const ALL = ["rss", "rdf", "atom", "entry"] as const;
const TRACKBACK_NAMESPACE = "{http://madskills.com/public/xml/rss/module/trackback/}";
const TRACKBACK_PAGE = {
  section: "TrackBack RSS Module",
  url: "https://www.rssboard.org/trackback",
};
const trackback = (local: string): XmlRule[] =>
  resourceRules({ prefix: "trackback", namespace: TRACKBACK_NAMESPACE, local, place: "entry", ...TRACKBACK_PAGE });
/** In RDF, the address is an attribute. */
const TEXT_URL: Form = {
  ...ABSOLUTE_URL,
  fault: (text, sheet) => (sheet?.format === "rdf" ? undefined : ABSOLUTE_URL.fault(text, sheet)),
};

/** Where an item takes trackbacks, and what it is a trackback to. */
export const TRACKBACK: Vocabulary = {
  prefix: "trackback",
  namespace: TRACKBACK_NAMESPACE,
  title: TRACKBACK_PAGE.section,
  url: TRACKBACK_PAGE.url,
  formats: ALL,
  elements: {
    ping: {
      in: ["entry"],
      once: true,
      text: [TEXT_URL],
      example: "<trackback:ping>https://gazette.example/trackback/1</trackback:ping>",
    },
    about: {
      in: ["entry"],
      text: [TEXT_URL],
      example: "<trackback:about>https://elsewhere.example/trackback/2</trackback:about>",
    },
  },
  rules: [...trackback("ping"), ...trackback("about")],
};
