import { ancestors, type Element, tagOf } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { clip } from "../../forms/form.ts";
import { ATOM, localName, namespaceOf, XHTML, XML } from "../../namespaces.ts";
import { rfc } from "../../rfc.ts";
import type { Sheet, XmlRule } from "../../rule.ts";
import { suggestion } from "../../suggestion.ts";
import { ATOM_CONTAINERS, ATOM_ELEMENTS } from "./elements.ts";
import { ATOM_FORMATS, WITHIN_ANY } from "./formats.ts";
import { ATOM_TEXTS } from "./text.ts";

const ATOM_ROOTS = ["feed", "entry"];
const KNOWN = [...ATOM_ROOTS, ...Object.keys(ATOM_ELEMENTS)];
const feed = (markup: string) => documentOf("atom", { feed: markup });

/** What holds for a document of Atom, and for the order of what is in it (RFC 4287 §2 and §4.1.1). */
export const FEED_RULES: XmlRule[] = [
  {
    ...rfc(4287, "4.1.1"),
    name: "atom/unknown-element",
    severity: "error",
    formats: WITHIN_ANY,
    element: "Atom's elements",
    says: "Of Atom's namespace there are the elements of RFC 4287, and no other",
    mend: "Correct the element's name (capitals count), or give it a namespace of its own.",
    on: { namespaces: [ATOM] },
    check: (element) => {
      const local = localName(element.name);
      if (KNOWN.includes(local) || isWithinText(element) || !isAmongAtom(element)) return undefined;
      const meant = Object.hasOwn(MEANT, local) ? `: ${MEANT[local]} was probably meant` : suggestion(local, KNOWN);
      return `Atom has no element ${clip(local)}${meant}`;
    },
    fails: feed("<tagline>News of the harbour</tagline>"),
    passes: feed("<subtitle>News of the harbour</subtitle>"),
  },
  {
    ...rfc(4287, "2"),
    name: "atom/entry-place",
    severity: "error",
    formats: ATOM_FORMATS,
    element: "<feed>, <entry>",
    says: "A feed is a document, and an entry stands in a feed or is a document",
    mend: "Move the entry into the <feed>.",
    on: { names: ATOM_ROOTS.map((name) => ATOM + name) },
    check: ({ name, role, parent }) =>
      !parent || role === "entry" || !namesPart(parent)
        ? undefined
        : `<${localName(name)}> stands in ${tagOf(parent)}, where it does not belong`,
    fails: documentOf("atom", { entry: "<source><entry/></source>" }),
    passes: feed("<entry/>"),
  },
  {
    ...rfc(4287, "4.1"),
    name: "atom/document-attributes",
    severity: "error",
    formats: ATOM_FORMATS,
    element: "<feed>, <entry>",
    says: "Feeds and entries have no attributes but those of XML and of other namespaces",
    mend: "Take the attribute out: Atom 1.0 has no version.",
    on: { names: ATOM_ROOTS.map((name) => ATOM + name) },
    check: ({ name, attributes }) =>
      [...attributes.keys()].flatMap((key) =>
        key.startsWith("{") ? [] : [`${clip(key)} is no attribute of <${localName(name)}>`],
      ),
    fails: documentOf("atom", { attributes: 'version="1.0"' }),
    passes: documentOf("atom"),
  },
  {
    ...rfc(4287, "4.1"),
    name: "atom/text-between",
    severity: "error",
    formats: ATOM_FORMATS,
    element: "<feed>, <entry>, <source>, <author>, <contributor>",
    says: "Between the elements of a feed there is no text",
    mend: "Put the text into an element, or take it out.",
    on: { names: [...ATOM_CONTAINERS] },
    check: (element) => {
      const text = element.text.trim();
      return text ? `"${clip(text)}" stands in ${tagOf(element)}, outside of its elements` : undefined;
    },
    fails: documentOf("atom", { entry: "She left at dawn." }),
    passes: documentOf("atom"),
  },
  {
    ...rfc(4287, "6.1"),
    name: "atom/element-without-namespace",
    severity: "warning",
    formats: ATOM_FORMATS,
    element: "elements of no namespace",
    says: "What is not Atom has a namespace of its own",
    mend: "Give the element the namespace of its vocabulary.",
    on: { namespaces: [""] },
    check: ({ name, parent }) =>
      parent && namesPart(parent)
        ? `<${clip(name)}> is in no namespace, so that nobody knows what it means`
        : undefined,
    fails: feed('<depth xmlns="">12</depth>'),
    passes: feed('<depth xmlns="https://gazette.example/terms">12</depth>'),
  },
  {
    ...rfc(4287, "4.1.1"),
    name: "atom/metadata-first",
    severity: "warning",
    formats: ["atom"],
    element: "<feed>",
    says: "What is said of the feed stands before its entries",
    mend: "Move it before the first <entry>.",
    on: { namespaces: [ATOM] },
    check: (element, sheet) => {
      const seen = sheet.remember(ENTRIES, () => ({ any: false }));
      if (element.role === "entry") seen.any = true;
      return seen.any && element.role !== "entry" && element.parent?.role === "feed"
        ? `${tagOf(element)} stands after the first entry`
        : undefined;
    },
    fails: feed("<entry/>\n<subtitle>News of the harbour</subtitle>"),
    passes: feed("<subtitle>News of the harbour</subtitle>"),
  },
  {
    ...rfc(4287, "2"),
    name: "atom/lang",
    severity: "advice",
    formats: ["atom"],
    element: "xml:lang",
    says: "A feed says its language",
    mend: 'Write <feed xml:lang="en" …>.',
    on: { roles: ["feed"] },
    check: ({ attributes }) => (attributes.get(`${XML}lang`) ? undefined : "there is no xml:lang"),
    fails: documentOf("atom").replace(' xml:lang="en"', ""),
    passes: documentOf("atom"),
  },
  {
    section: "RFC 4287 §1.2; Namespaces in XML 1.0 §6.2",
    url: "https://www.rfc-editor.org/rfc/rfc4287#section-1.2",
    name: "atom/prefix",
    severity: "warning",
    formats: ATOM_FORMATS,
    element: "<atom:feed>, <xhtml:div>",
    says: "Elements of Atom and XHTML are written without a prefix",
    mend: 'Write <feed xmlns="http://www.w3.org/2005/Atom">, and <div xmlns="http://www.w3.org/1999/xhtml">.',
    readers: "rss-parser finds nothing in a feed whose elements have a prefix.",
    on: { namespaces: [ATOM, XHTML] },
    check: prefixFault,
    fails: documentOf("atom", { entry: "<atom:rights>© 2026</atom:rights>" }),
    passes: documentOf("atom", { entry: "<rights>© 2026</rights>" }),
  },
];

/** What stands in an element of another vocabulary is that one's business. */
const isAmongAtom = ({ parent }: Element): boolean =>
  !parent || parent.role !== undefined || parent.name.startsWith(ATOM);

/** Whether an element is part of a text, which has rules of its own about what stands in it. */
function isWithinText(element: Element): boolean {
  for (const { name } of ancestors(element)) if (ATOM_TEXTS.includes(name)) return true;
  return false;
}

const ENTRIES = {};
const PREFIXES = {};

/** A prefix goes on through a document: told of once. */
function prefixFault({ name, prefix }: Element, sheet: Sheet): string | undefined {
  const told = sheet.remember(PREFIXES, () => new Set<string>());
  if (prefix === "" || told.has(prefix)) return undefined;
  told.add(prefix);
  return `elements of ${namespaceOf(name)} are written with the prefix ${clip(prefix)}`;
}

/** Whether an element is one of Atom's that has others in it, each with its name. */
const namesPart = ({ name }: Element): boolean => ATOM_CONTAINERS.has(name);

/** What Atom 0.3 and RSS call them. */
const MEANT: Record<string, string> = {
  created: "published",
  copyright: "rights",
  description: "summary, or subtitle of the feed,",
  guid: "id",
  image: "logo",
  issued: "published",
  item: "entry",
  lastBuildDate: "updated",
  modified: "updated",
  pubDate: "published",
  tagline: "subtitle",
  url: "uri",
};
