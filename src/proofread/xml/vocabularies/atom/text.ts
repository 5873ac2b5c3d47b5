import { type Element, tagOf, wholeText, withDescendants } from "../../element.ts";
import { documentOf, type ExampleParts } from "../../examples.ts";
import { clip } from "../../forms/form.ts";
import { essenceOf, isMediaType, isXmlType } from "../../forms/media-types.ts";
import { ATOM, localName, namespaceOf, XHTML } from "../../namespaces.ts";
import { rfc } from "../../rfc.ts";
import type { XmlRule } from "../../rule.ts";
import { ATOM_CONTAINERS } from "./elements.ts";
import { ATOM_FORMATS, WITHIN_ANY } from "./formats.ts";

/** Elements that are text constructs (RFC 4287 §3.1), and the content, which is much like them. */
const TEXT_CONSTRUCTS = ["title", "subtitle", "summary", "rights"].map((name) => ATOM + name);
export const ATOM_TEXTS = [...TEXT_CONSTRUCTS, `${ATOM}content`];
const entry = (markup: string, parts: ExampleParts = {}) => documentOf("atom", { ...parts, entry: markup });

/** What a text says that it is: absent, it is plain text (RFC 4287 §3.1.1). */
export const typeOf = ({ attributes }: Element): string => attributes.get("type") ?? "text";

/** What a type makes of the element's children: text, HTML as text, XHTML, XML, or bytes in base64 (RFC 4287 §4.1.3.3). */
export function contentKindOf(element: Element): "text" | "html" | "xhtml" | "xml" | "base64" {
  const type = typeOf(element);
  if (type === "html" || type === "xhtml") return type;
  if (!isMediaType(type)) return "text";
  if (isXmlType(type)) return "xml";
  return essenceOf(type) === "text/html" ? "html" : /^text\//i.test(type) ? "text" : "base64";
}

/** What holds for texts, whatever they are called (RFC 4287 §3.1). */
export const TEXT_RULES: XmlRule[] = [
  {
    ...rfc(4287, "3.1.1"),
    name: "atom/text-type",
    severity: "error",
    formats: WITHIN_ANY,
    element: "type of <title>, <subtitle>, <summary>, <rights>",
    says: "A text is of type text, html or xhtml",
    mend: 'Write type="html" for escaped HTML, type="xhtml" for XHTML in a div, and no type for plain text.',
    on: { names: TEXT_CONSTRUCTS },
    check: (element) =>
      ["text", "html", "xhtml"].includes(typeOf(element))
        ? undefined
        : `type="${clip(typeOf(element))}" is none of text, html, xhtml`,
    fails: entry('<summary type="text/html">She left at dawn.</summary>'),
    passes: entry('<summary type="html">She left at dawn.</summary>'),
  },
  {
    ...rfc(4287, "3.1.1"),
    name: "atom/text-children",
    severity: "error",
    formats: WITHIN_ANY,
    element: "<title>, <subtitle>, <summary>, <rights>, <content>",
    says: "Plain text and HTML have no child elements: HTML is escaped",
    mend: 'Escape the markup (&lt;b&gt;), or write it as XHTML in a div with type="xhtml".',
    readers: "rss-parser drops the markup, or makes an object of it in place of a text.",
    on: { names: ATOM_TEXTS },
    check: (element) => {
      const [child] = element.children;
      const kind = contentKindOf(element);
      return child && (kind === "text" || kind === "html") && !element.attributes.has("src")
        ? [
            {
              message: `${tagOf(child)} stands in ${tagOf(element)}, which is of type ${clip(typeOf(element))}`,
              at: child,
            },
          ]
        : undefined;
    },
    fails: entry('<summary type="html">She left at <b>dawn</b>.</summary>'),
    passes: entry('<summary type="html">She left at &lt;b&gt;dawn&lt;/b&gt;.</summary>'),
  },
  {
    ...rfc(4287, "3.1.1.3"),
    name: "atom/xhtml-div",
    severity: "error",
    formats: WITHIN_ANY,
    element: 'type="xhtml"',
    says: "XHTML stands in one div of the XHTML namespace",
    mend: 'Put all of it into one <div xmlns="http://www.w3.org/1999/xhtml">.',
    on: { names: ATOM_TEXTS },
    check: (element) => {
      if (typeOf(element) !== "xhtml" || element.attributes.has("src")) return undefined;
      const [first, second] = element.children;
      if (!first) return "there is no div around the XHTML";
      if (first.name !== `${XHTML}div`) return [{ message: wrongDiv(first), at: first }];
      if (second) return [{ message: `${tagOf(second)} stands beside the div, which has to be alone`, at: second }];
      return element.text.trim() ? `"${clip(element.text.trim())}" stands outside of the div` : undefined;
    },
    fails: entry('<summary type="xhtml">She left at dawn.</summary>'),
    passes: entry(
      '<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">She left at <b>dawn</b>.</div></summary>',
    ),
  },
  {
    ...rfc(4287, "3.1.1.3"),
    name: "atom/xhtml-escaped",
    severity: "warning",
    formats: WITHIN_ANY,
    element: 'type="xhtml"',
    says: "XHTML is markup, not escaped HTML",
    mend: 'Write type="html", or take the escaping out.',
    readers: "People see the tags.",
    on: { names: ATOM_TEXTS },
    check: (element) => {
      const [div] = element.children;
      const inside = div?.name === `${XHTML}div` ? div : undefined;
      if (typeOf(element) !== "xhtml" || (inside ?? element).children.length > 0) return undefined;
      const [markup] = ESCAPED.exec((inside ?? element).text) ?? [];
      return markup && `the text holds ${markup}, as if it were HTML that is escaped`;
    },
    fails: entry(
      '<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">At &lt;b&gt;dawn&lt;/b&gt;.</div></summary>',
    ),
    passes: entry('<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">At <b>dawn</b>.</div></summary>'),
  },
  {
    ...rfc(4287, "4.1.1.1"),
    name: "atom/text-blank",
    severity: "warning",
    formats: WITHIN_ANY,
    element: "<title>, <subtitle>, <summary>, <rights>, <content>",
    says: "A text that is there says something",
    mend: "Say something there. What need not be there is better left out.",
    on: { names: ATOM_TEXTS },
    check: (element) =>
      element.attributes.has("src") || element.children.length > 0 || element.text !== ""
        ? undefined
        : `${tagOf(element)} is empty`,
    fails: entry("<title/>"),
    passes: entry("<title>The first boat out</title>"),
  },
  {
    ...rfc(4287, "4.1.1.1"),
    name: "atom/text-white-space",
    severity: "advice",
    formats: WITHIN_ANY,
    element: "<title>, <subtitle>, <summary>, <rights>, <content>",
    says: "A text that is there is more than white space",
    mend: "Say something there. What need not be there is better left out.",
    on: { names: ATOM_TEXTS },
    check: (element) =>
      element.text !== "" && !element.attributes.has("src") && wholeText(element).trim() === "" && !hasPicture(element)
        ? `${tagOf(element)} is white space, and nothing else`
        : undefined,
    fails: entry("<title> </title>"),
    passes: entry("<title>The first boat out</title>"),
  },
  {
    ...rfc(4287, "3.1.1.3"),
    name: "atom/xhtml-namespace",
    severity: "error",
    formats: ATOM_FORMATS,
    element: 'type="xhtml"',
    says: "What stands in XHTML has a namespace",
    mend: 'Take out xmlns="", or give the element its prefix.',
    on: { namespaces: [""] },
    check: ({ name, parent }) =>
      parent?.name.startsWith(XHTML) ? `<${clip(name)}> is in no namespace, and so is no XHTML` : undefined,
    fails: entry(
      '<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">At <b xmlns="">dawn</b>.</div></summary>',
    ),
    passes: entry('<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">At <b>dawn</b>.</div></summary>'),
  },
  {
    ...rfc(4287, "6.4"),
    name: "atom/xhtml-place",
    severity: "warning",
    formats: ATOM_FORMATS,
    element: "XHTML",
    says: "XHTML stands in texts, not between the elements of a feed",
    mend: 'Move it into <content type="xhtml">.',
    on: { namespaces: [XHTML] },
    check: (element) =>
      element.parent && ATOM_CONTAINERS.has(element.parent.name) && !METADATA.has(localName(element.name))
        ? `${tagOf(element)} stands in ${tagOf(element.parent)}, where nobody reads it`
        : undefined,
    fails: entry('<img xmlns="http://www.w3.org/1999/xhtml" src="https://gazette.example/boat.jpg" alt=""/>'),
    passes: entry('<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">At <b>dawn</b>.</div></summary>'),
  },
];

/** Whether there is an element that shows something without a letter. */
function hasPicture(element: Element): boolean {
  for (const { name, children } of withDescendants(element))
    if (children.length === 0 && name !== element.name && !name.startsWith(ATOM)) return true;
  return false;
}

const wrongDiv = (element: Element): string =>
  localName(element.name) === "div"
    ? `the div is in the namespace "${clip(namespaceOf(element.name))}", not in that of XHTML`
    : `${tagOf(element)} stands where the div has to be`;

/** An end tag of HTML, or one of its references. */
const ESCAPED =
  /<\/(?:a|abbr|address|article|b|big|blockquote|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|h[1-6]|i|iframe|ins|kbd|li|ol|p|pre|q|s|section|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|video)\s*>|&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});/i;
/** Of XHTML in a feed, programs read these: directions for robots, and a notice to who opens it in a browser. */
const METADATA = new Set(["meta", "div"]);
