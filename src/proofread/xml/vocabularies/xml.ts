import type { RuleFormat } from "../../rule.ts";
import { documentOf } from "../examples.ts";
import { IRI_REFERENCE, TAG_URI, URN } from "../forms/addresses.ts";
import { charactersFault } from "../forms/characters.ts";
import { clip } from "../forms/form.ts";
import { LANGUAGE } from "../forms/languages.ts";
import { XML } from "../namespaces.ts";
import { rfc } from "../rfc.ts";
import type { XmlRule } from "../rule.ts";

const FORMATS: readonly RuleFormat[] = ["atom", "entry", "rss", "rdf"];

/** Attributes that any element of an XML document may have. */
export const XML_ATTRIBUTE_RULES: XmlRule[] = [
  {
    ...rfc(5646, "2.1"),
    name: "xml/lang-language",
    severity: "error",
    formats: FORMATS,
    element: "xml:lang",
    says: "xml:lang is a language tag, or empty",
    mend: LANGUAGE.mend,
    on: {},
    check: ({ attributes }) => {
      const tag = attributes.get(`${XML}lang`);
      const wrong = tag ? LANGUAGE.fault(tag) : undefined;
      return wrong && `xml:lang: ${wrong}`;
    },
    fails: documentOf("atom", { entry: '<title xml:lang="english_UK">The first boat out</title>' }),
    passes: documentOf("atom", { entry: '<title xml:lang="en-GB">The first boat out</title>' }),
  },
  {
    section: "XML Base §3.1",
    url: "https://www.w3.org/TR/xmlbase/#syntax",
    name: "xml/base-iri-reference",
    severity: "error",
    formats: FORMATS,
    element: "xml:base",
    says: "xml:base is an IRI reference",
    mend: IRI_REFERENCE.mend,
    on: {},
    check: ({ attributes }) => {
      const base = attributes.get(`${XML}base`);
      const wrong = base ? IRI_REFERENCE.fault(base) : undefined;
      return wrong && `xml:base: ${wrong}`;
    },
    fails: documentOf("atom", { attributes: 'xml:base="https://gazette.example/two boats"' }),
    passes: documentOf("atom", { attributes: 'xml:base="https://gazette.example/boats"' }),
  },
  {
    section: "Namespaces in XML 1.0 §2.1",
    url: "https://www.w3.org/TR/xml-names/#concepts",
    name: "xml/namespace-iri",
    severity: "error",
    formats: FORMATS,
    element: "xmlns",
    says: "A namespace is named by a URI",
    mend: "Write the namespace of the vocabulary, letter by letter.",
    on: {},
    check: ({ declared }) =>
      [...declared].flatMap(([prefix, uri]) => {
        const wrong = IRI_REFERENCE.fault(uri) ?? TAG_URI.fault(uri) ?? URN.fault(uri);
        return wrong ? [`xmlns${prefix && `:${clip(prefix)}`}: ${wrong}`] : [];
      }),
    fails: documentOf("atom", { attributes: 'xmlns:tide="tag:gazette.example"' }),
    passes: documentOf("atom", { attributes: 'xmlns:tide="tag:gazette.example,2026:tide"' }),
  },
  {
    section: "Unicode 16.0 §23.1 and §23.8",
    url: "https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-23/",
    name: "xml/characters",
    severity: "warning",
    formats: FORMATS,
    element: "texts and attributes",
    says: "Letters are those that were meant, read in their own encoding",
    mend: "Find where the text is decoded or encoded once too often, or as another encoding than its own.",
    readers: "People see â€™ or � in place of letters.",
    on: {},
    check: ({ text, attributes }, { isLossy }) => {
      for (const one of [text, ...attributes.values()]) {
        const wrong = charactersFault(isLossy ? one.replaceAll("\ufffd", "") : one);
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    },
    fails: documentOf("atom", { entry: "<title>The boatâ€™s first journey</title>" }),
    passes: documentOf("atom", { entry: "<title>The boat’s first journey, as far as Île d’Ouessant</title>" }),
  },
];
