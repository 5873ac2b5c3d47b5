import type { EventMap } from "../map.ts";

/** HTML in texts, and the document as a whole. */
export const HTML_EVENTS: EventMap = {
  ContainsHTML: ["^html/plain-text$", "^html/plain-attribute$"],
  ContainsUndeclaredHTML: ["^html/undeclared$"],
  // A & that looks like a reference's start, and is none: the validator calls it HTML, we call it ambiguous.
  "ContainsHTML@data-types-characterdata": ["^html/character-data$"],
  CharacterData: ["^html/character-data$"],
  // html5lib stops at its first error, whatever it is: each of these tells of one kind.
  NotHtml: [
    "^html/syntax$",
    "^html/character-reference$",
    "^html/repeated-attribute$",
    "^html/nesting$",
    "^html/unknown-element$",
    "^html/xhtml-namespace$",
  ],
  HtmlFragment: ["^html/fragment$"],
  SecurityRisk: ["^html/unsafe-element$", "^html/event-handler$", "^html/foreign-element$"],
  "SecurityRisk@xhtml_body": ["^html/unknown-element$"],
  SecurityRiskAttr: ["^html/event-handler$", "^html/foreign-attribute$"],
  DangerousStyleAttr: ["^html/style$"],
  ContainsRelRef: ["^html/relative-url$"],
  // An image without an address: the validator calls the empty address relative.
  "ContainsRelRef@system_entity": ["^html/image-address$"],
  // White space in a namespace's URI, of which its parser says no more than that it is an error.
  "SAXError@invalid_namespace": ["^xml/namespace-iri$"],
  "MissingNamespace@xhtml": ["^html/xhtml-no-namespace$"],
  WPBlankLine: "^xml/declaration-first$",
  SAXError: ["^xml/well-formed$", "^xml/declaration-first$", "^xml/undeclared-entity$", "^xml/undeclared-prefix$"],
  UndefinedNamedEntity: ["^xml/undeclared-entity$"],
  MissingNamespace: ["^xml/undeclared-prefix$"],
  BadXmlVersion: ["^xml/version$"],
  ObscureEncoding: ["^xml/encoding-obscure$"],
  UnknownEncoding: ["^document/encoding-known$"],
  UnicodeError: ["^document/encoding-(bytes|form)$"],
  // The root element is none of a feed's.
  "UndefinedElement@missing_rss": ["^document/(no-feed|html)$"],
  "UndefinedElement@feed_missing": ["^document/(no-feed|html)$"],
  "UndefinedElement@rdf_unknown": ["^document/no-feed$"],
  "UndefinedElement@unknown_root_element": ["^document/no-feed$"],
};
