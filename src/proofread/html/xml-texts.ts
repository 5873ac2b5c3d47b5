import { textTypeOf } from "../text-type.ts";
import { type Element, tagOf, wholeText, withDescendants } from "../xml/element.ts";
import { documentOf } from "../xml/examples.ts";
import { ATOM, localName, namespaceOf, XHTML } from "../xml/namespaces.ts";
import { isRss2 } from "../xml/rss-version.ts";
import type { Remarks, Sheet, XmlRule } from "../xml/rule.ts";
import { readMarkup } from "./markup.ts";
import { TEXT_ATTRIBUTES, TEXT_ELEMENTS, textKindOf } from "./places.ts";
import { ambiguityIn, markupIn, markupNamed } from "./plain-text.ts";

/** `Ada Quayle <ada@gazette.example>` is told by the rules of mailboxes how it is to be written. */
const MAILBOXES: ReadonlySet<string> = new Set(["author", "managingEditor", "webMaster"]);
const ATOM_TEXTS = ["title", "subtitle", "summary", "rights", "content"].map((name) => ATOM + name);

/** Rules for texts that are no HTML, and for those that should say what they are. */
export const XML_TEXT_RULES: readonly XmlRule[] = [
  {
    name: "html/plain-text",
    severity: "warning",
    formats: ["rss", "rdf", "atom", "entry"],
    element: "<title>, <category>, <author> and other plain text",
    says: "Plain text has no markup in it, and no references to characters that are escaped twice",
    section: "RSS Best Practices Profile, Character Data",
    url: "https://www.rssboard.org/rss-profile#data-types-characterdata",
    mend: "Write the text alone, with its characters in UTF-8, and escape & and < once; markup belongs into the description, or the content.",
    readers: "Some readers take it for HTML, some strip it, and some show the tags.",
    on: { names: TEXT_ELEMENTS },
    check: (element, sheet) => plainTextFault(element, sheet),
    fails: documentOf("rss", { entry: "<title>The &lt;b>first&lt;/b> boat out</title>" }),
    passes: documentOf("rss", { entry: "<title>The first boat out</title>" }),
  },
  {
    name: "html/plain-attribute",
    severity: "warning",
    formats: ["rss", "rdf", "atom", "entry"],
    element: "link title, category label",
    says: "Attributes for people hold plain text, without markup",
    section: "RFC 4287 §4.2.7.5 and §4.2.2.3",
    url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.5",
    mend: "Write the text alone, with its characters in UTF-8.",
    on: { names: Object.keys(TEXT_ATTRIBUTES) },
    check: ({ name, attributes }) => {
      const attribute = TEXT_ATTRIBUTES[name] ?? "";
      const found = markupIn(attributes.get(attribute) ?? "");
      return found && `${attribute} is plain text, and ${markupNamed(found)}`;
    },
    fails: documentOf("atom", { entry: '<category term="boats" label="&lt;b>Boats&lt;/b>"/>' }),
    passes: documentOf("atom", { entry: '<category term="boats" label="Boats"/>' }),
  },
  {
    name: "html/undeclared",
    severity: "warning",
    formats: ["atom", "entry", "rss", "rdf"],
    element: "title, subtitle, summary, rights, content; media:title, media:description, media:text",
    says: 'A text with markup in it says so: type="html"',
    section: "RFC 4287 §3.1.1.1, Text",
    url: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.1",
    mend: 'Add type="html", or write the text without markup.',
    readers: "Readers that keep to the specification show the tags as letters.",
    on: { names: TEXT_ELEMENTS },
    check: (element, sheet) => {
      const found = textKindOf(element, sheet) === "undeclared" ? markupIn(wholeText(element)) : undefined;
      return found && `${tagOf(element)} says that it is plain text, and ${markupNamed(found)}`;
    },
    fails: documentOf("atom", { entry: "<summary>She left at &lt;b>dawn&lt;/b>.</summary>" }),
    passes: documentOf("atom", { entry: '<summary type="html">She left at &lt;b>dawn&lt;/b>.</summary>' }),
  },
  {
    name: "html/character-data",
    severity: "warning",
    formats: ["rss"],
    element: "<title>, <category> and other plain text",
    says: "< and & in plain text are written as &#x3C; and &#x26;",
    section: "RSS Best Practices Profile, Character Data",
    url: "https://www.rssboard.org/rss-profile#data-types-characterdata",
    mend: "Write & as &#x26; and < as &#x3C; in plain text: of all ways most readers get this one right.",
    readers: "Readers that take a title for HTML lose what looks like a tag.",
    on: { names: TEXT_ELEMENTS.filter((name) => !MAILBOXES.has(name)) },
    check: (element, sheet) => ambiguityFault(element, sheet),
    fails: documentOf("rss", { entry: "<title>Tides &lt;at dawn</title>" }),
    passes: documentOf("rss", { entry: "<title>Tides &#x3C;at dawn</title>" }),
  },
  {
    name: "html/fragment",
    severity: "warning",
    formats: ["atom", "entry"],
    element: "content type",
    says: "text/html and application/xhtml+xml are the types of whole pages",
    section: "RFC 4287 §4.1.3.3, Processing Model",
    url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.3",
    mend: 'Write type="html", or type="xhtml", for a part of a page.',
    on: { names: ATOM_TEXTS },
    check: fragmentFault,
    fails: documentOf("atom", { entry: '<content type="text/html">She left at &lt;b>dawn&lt;/b>.</content>' }),
    passes: documentOf("atom", { entry: '<content type="html">She left at &lt;b>dawn&lt;/b>.</content>' }),
  },
  {
    name: "html/xhtml-namespace",
    severity: "warning",
    formats: ["atom", "entry"],
    element: "title, subtitle, summary, rights, content of type xhtml",
    says: "XHTML is in the namespace of XHTML",
    section: "RFC 4287 §3.1.1.3, XHTML",
    url: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.3",
    mend: 'Declare it at the div: <div xmlns="http://www.w3.org/1999/xhtml">.',
    readers: "To a reader it is no markup, but elements that it does not know.",
    on: { names: ATOM_TEXTS },
    check: ({ attributes, children }) =>
      textTypeOf(attributes) === "xhtml"
        ? children
            .filter(({ name }) => localName(name) === "div" && namespaceOf(name) !== namespaceOf(XHTML))
            .map((at) => ({
              message: `${tagOf(at)} is not in the namespace of XHTML, but in "${namespaceOf(at.name)}"`,
              at,
            }))
        : undefined,
    fails: documentOf("atom", { entry: '<content type="xhtml"><div>She left at dawn.</div></content>' }),
    passes: documentOf("atom", {
      entry: '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">She left at dawn.</div></content>',
    }),
  },
  {
    name: "html/xhtml-no-namespace",
    severity: "error",
    formats: ["atom", "entry"],
    element: "title, subtitle, summary, rights, content of type xhtml",
    says: "Every element in the div is in a namespace",
    section: "RFC 4287 §3.1.1.3, XHTML",
    url: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.3",
    mend: "Write the prefix of XHTML before each element's name, or declare XHTML without a prefix at the div.",
    readers: "To a reader it is no markup, but elements that it does not know.",
    on: { names: ATOM_TEXTS },
    check: (element) =>
      textTypeOf(element.attributes) === "xhtml"
        ? [...withDescendants(element)]
            .filter(({ name }) => !name.startsWith("{"))
            .map((at) => ({ message: `${tagOf(at)} is in no namespace`, at }))
        : undefined,
    fails: documentOf("atom", {
      entry:
        '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml" xmlns="">She <b>left</b>.</h:div></content>',
    }),
    passes: documentOf("atom", {
      entry:
        '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">She <h:b>left</h:b>.</h:div></content>',
    }),
  },
];

function plainTextFault(element: Element, sheet: Sheet): Remarks {
  if (textKindOf(element, sheet) !== "plain") return undefined;
  const found = markupIn(wholeText(element));
  if (!found || (found.startsWith("&") && isEncoded(element, sheet))) return undefined;
  return `${tagOf(element)} is plain text, and ${markupNamed(found)}`;
}

function ambiguityFault(element: Element, sheet: Sheet): Remarks {
  if (!isRss2(sheet) || textKindOf(element, sheet) !== "plain") return undefined;
  const text = wholeText(element);
  const found = markupIn(text) === undefined ? ambiguityIn(text) : undefined;
  return found && !isEncoded(element, sheet)
    ? `${tagOf(element)} holds "${found}", which some readers take for markup`
    : undefined;
}

/** Whether an element's characters are written as the profile asks: then what looks like a reference is meant as it stands. */
const isEncoded = ({ from, to }: Element, { source }: Sheet): boolean => /&#x/i.test(source.slice(from, to));

function fragmentFault(element: Element): Remarks {
  const type = textTypeOf(element.attributes);
  if (element.attributes.has("src")) return undefined;
  if (type === "application/xhtml+xml")
    return element.children.length === 0 || element.children.some(({ name }) => localName(name) === "html")
      ? undefined
      : `${tagOf(element)} is of the type ${type}, and holds no <html>`;
  if (type !== "text/html") return undefined;
  return readMarkup(wholeText(element), true).tags.some(({ name }) => name === "html")
    ? undefined
    : `${tagOf(element)} is of the type ${type}, and holds no <html>`;
}
