import { textTypeOf } from "../text-type.ts";
import type { Element, Role } from "../xml/element.ts";
import { ATOM, CONTENT, DC, MEDIA, RSS_1, XHTML } from "../xml/namespaces.ts";
import type { Sheet } from "../xml/rule.ts";
import { ITUNES } from "../xml/vocabularies/itunes/namespace.ts";

/**
 * How a text is to be read: `html` has escaped markup, `elements` has markup as elements, `undeclared` could have markup if it
 * said so, and `plain` never has. `page` is a whole page of HTML.
 */
export type TextKind = "html" | "elements" | "page" | "undeclared" | "plain";

interface TextPlace {
  names: readonly string[];
  /** What they have to stand in; absent: anything. */
  parents?: readonly Role[];
  kind: (element: Element, sheet: Sheet) => TextKind | undefined;
}

const FEEDBURNER = "{http://rssnamespace.org/feedburner/ext/1.0}";

const inNamespace = (namespace: string, names: string): string[] => names.split(" ").map((name) => namespace + name);

/** Which elements of XML formats hold HTML, and which only plain text. */
const TEXT_PLACES: readonly TextPlace[] = [
  // RSS 0.91 has no HTML in it; from 0.92 on descriptions may (https://www.rssboard.org/rss-0-9-2, "Entity-encoded HTML").
  {
    names: ["description"],
    parents: ["entry"],
    kind: (_, { format, version }) => (format === "rss" && version === "0.91" ? "plain" : "html"),
  },
  { names: [`${RSS_1}description`], parents: ["entry"], kind: () => "html" },
  { names: [`${CONTENT}encoded`], kind: () => "html" },
  { names: [`${XHTML}body`], parents: ["entry"], kind: () => "elements" },
  { names: inNamespace(ATOM, "title subtitle summary rights content"), kind: constructKind },
  // Media RSS 1.5: "plain" is the default.
  {
    names: inNamespace(MEDIA, "title description text"),
    kind: ({ attributes }) => (attributes.get("type") === "html" ? "html" : "undeclared"),
  },
  ...["", RSS_1].map(
    (namespace): TextPlace => ({
      names: inNamespace(namespace, "title"),
      parents: ["feed", "entry", "image", "textInput"],
      kind: () => "plain",
    }),
  ),
  {
    names: ["description", `${RSS_1}description`],
    parents: ["feed", "image"],
    kind: () => "plain",
  },
  {
    names: ["category", "author", "source", "copyright", "generator", "managingEditor", "webMaster"],
    parents: ["feed", "entry"],
    kind: () => "plain",
  },
  {
    names: [
      ...inNamespace(DC, "title creator subject publisher contributor rights"),
      ...inNamespace(ITUNES, "title subtitle summary author keywords"),
      ...inNamespace(MEDIA, "copyright category credit keywords"),
      ...inNamespace(FEEDBURNER, "browserFriendly feedFlare emailServiceId feedburnerHostname"),
      ...inNamespace(ATOM, "name generator"),
    ],
    kind: () => "plain",
  },
];

/** Attributes that hold plain text. */
export const TEXT_ATTRIBUTES: Readonly<Record<string, string>> = {
  [`${ATOM}category`]: "label",
  [`${ATOM}link`]: "title",
  [`${MEDIA}category`]: "label",
};

const BY_NAME = new Map<string, TextPlace[]>();
for (const place of TEXT_PLACES)
  for (const name of place.names) BY_NAME.set(name, [...(BY_NAME.get(name) ?? []), place]);

/** The names of all elements that hold text for people. */
export const TEXT_ELEMENTS: readonly string[] = [...BY_NAME.keys()];

/** How an element's text is to be read; undefined where it is none for people, or nobody can say. */
export function textKindOf(element: Element, sheet: Sheet): TextKind | undefined {
  const role = element.parent?.role;
  const place = BY_NAME.get(element.name)?.find(({ parents }) => !parents || (role && parents.includes(role)));
  return place?.kind(element, sheet);
}

/** By what a text construct, or the content, of Atom says that it is (RFC 4287 §3.1.1 and §4.1.3.1). */
function constructKind({ attributes }: Element): TextKind | undefined {
  if (attributes.has("src")) return undefined;
  const type = textTypeOf(attributes);
  if (type === "html") return "html";
  if (type === "xhtml") return "elements";
  if (type === "text/html") return "page";
  return type === "text" || type === "text/plain" ? "undeclared" : undefined;
}
