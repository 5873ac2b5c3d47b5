import { ancestors, type Element, wholeText, withDescendants } from "../xml/element.ts";
import { localName, namespaceOf, XHTML, XML } from "../xml/namespaces.ts";
import type { Sheet, XmlRule } from "../xml/rule.ts";
import { type Markup, type MarkupTag, readMarkup } from "./markup.ts";
import type { MarkupNamespace } from "./nesting.ts";
import { TEXT_ELEMENTS, textKindOf } from "./places.ts";
import type { HtmlRule } from "./rule.ts";
import { HTML_RULES } from "./rules.ts";

/** The rules for HTML, for where it stands in XML. */
export const HTML_IN_XML_RULES: readonly XmlRule[] = HTML_RULES.map((rule: HtmlRule) => ({
  ...rule,
  on: { names: TEXT_ELEMENTS },
  check: (element, sheet) => {
    const read = readOnce(element, sheet);
    return read && rule.check(...read);
  },
}));

const LAST = {};

type Looked = Parameters<HtmlRule["check"]>;

/** The markup in an element, and where it stands: read once, for all rules that follow each other. */
function readOnce(element: Element, sheet: Sheet): Looked | undefined {
  const last = sheet.remember(LAST, (): { element?: Element; read?: Looked } => ({}));
  if (last.element !== element) Object.assign(last, { element, read: read(element, sheet) });
  return last.read;
}

function read(element: Element, sheet: Sheet): Looked | undefined {
  const kind = textKindOf(element, sheet);
  const page = kind === "page";
  const markup: Markup | undefined =
    kind === "html" || page
      ? readMarkup(wholeText(element), page)
      : kind === "elements"
        ? { tags: tagsIn(element), slips: [] }
        : undefined;
  return markup && [markup, { hasBase: hasBase(element, sheet), page }];
}

const NAMESPACES: Record<string, MarkupNamespace> = {
  [namespaceOf(XHTML)]: "html",
  "http://www.w3.org/2000/svg": "svg",
  "http://www.w3.org/1998/Math/MathML": "math",
};

/** XHTML is markup already, and what escaped tags it holds are text. */
function tagsIn(element: Element): MarkupTag[] {
  const [, ...inside] = withDescendants(element);
  return inside.map(({ name, attributes, line }) => ({
    name: localName(name).toLowerCase(),
    namespace: NAMESPACES[namespaceOf(name)] ?? "other",
    attributes: [...attributes]
      .filter(([key]) => !key.startsWith("{"))
      .map(([key, value]) => [key.toLowerCase(), value]),
    below: line - element.line,
  }));
}

/** `xml:base` says what addresses are relative to, in Atom (RFC 4287 §2). */
function hasBase(element: Element, { format }: Sheet): boolean {
  if (format !== "atom" && format !== "entry") return false;
  return (
    element.attributes.has(`${XML}base`) ||
    [...ancestors(element)].some(({ attributes }) => attributes.has(`${XML}base`))
  );
}
