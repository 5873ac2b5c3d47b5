import { ancestors, childrenOf, type Element, tagOf, textOfChild } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { clip } from "../../forms/form.ts";
import { localName, namespaceOf, XML } from "../../namespaces.ts";
import type { Fault, XmlRule } from "../../rule.ts";
import { suggestion } from "../../suggestion.ts";
import { HOLDS_BARE } from "../bare-children.ts";
import { EXTENDING, WHAT_IS_RSS } from "./sections.ts";

/** Names that writers of other formats and modules write without a prefix. */
const MEANT: Record<string, string> = {
  body: "<description> or <content:encoded>",
  content: "<description> or <content:encoded>",
  contributor: "<dc:contributor>",
  creator: "<dc:creator>",
  date: "<pubDate>",
  editor: "<managingEditor>",
  encoded: "<content:encoded>",
  entry: "<item>",
  icon: "<image>",
  id: "<guid>",
  keywords: "<category>",
  logo: "<image>",
  modified: "<lastBuildDate>",
  published: "<pubDate>",
  subject: "<category>",
  subtitle: "<description>",
  summary: "<description>",
  tag: "<category>",
  tags: "<category>",
  thumbnail: "<media:thumbnail>",
  updated: "<lastBuildDate> in the channel, <atom:updated> in an item",
};

/**
 * Rules for what RSS does not know.
 *
 * @param known names of elements that RSS has
 * @param holders of those, the names of elements that hold others; all the rest hold text
 */
export function strangerRules(known: readonly string[], holders: readonly string[]): XmlRule[] {
  const names = new Set(known);
  const leaves = known.filter((name) => !holders.includes(name));
  const isHolder = ({ role, name }: Element) => role !== undefined || holders.includes(name);
  return [
    {
      name: "rss/unknown-element",
      severity: "error",
      formats: ["rss"],
      element: "<…>",
      says: "Elements without a prefix are those of RSS 2.0, letter by letter",
      ...EXTENDING,
      mend: "Correct the name (capitals count), give it the prefix of its namespace, or take it out.",
      readers: "Readers do not know it, and show nothing of what stands in it.",
      on: { namespaces: [""] },
      check: ({ name, parent }) => {
        if (!parent || names.has(name) || !isHolder(parent)) return undefined;
        const similar =
          suggestion(name, known) || (Object.hasOwn(MEANT, name) ? `: ${MEANT[name]} was probably meant` : "");
        return `RSS has no element <${clip(name)}>${similar}`;
      },
      fails: documentOf("rss", { entry: "<pubdate>Fri, 13 Mar 2026 06:00:00 GMT</pubdate>", without: ["pubDate"] }),
      passes: documentOf("rss"),
    },
    {
      name: "rss/text-only",
      severity: "error",
      formats: ["rss"],
      element: "<title>, <description>, …",
      says: "Elements of RSS that hold text hold no other elements",
      ...EXTENDING,
      mend: "Escape the markup (&lt;p&gt;), or put it into a CDATA section.",
      readers: "Parsers give only the text around the markup, or an object in place of the text.",
      on: { names: leaves },
      check: ({ name, children }) =>
        children
          .slice(0, 1)
          .map(
            (child): Fault => ({ message: `${tagOf(child)} stands in <${name}>, which holds text only`, at: child }),
          ),
      fails: documentOf("rss", { entry: "<description>She <b>left</b>.</description>" }),
      passes: documentOf("rss", { entry: "<description>She &lt;b&gt;left&lt;/b&gt;.</description>" }),
    },
    {
      name: "rss/unexpected-text",
      severity: "error",
      formats: ["rss"],
      element: "<channel>, <item>, …",
      says: "Elements of RSS that hold others hold no text of their own",
      ...WHAT_IS_RSS,
      mend: "Take the text out, or put it into an element.",
      on: { names: ["rss", ...holders] },
      check: (element) => {
        const isInPlace = element.role !== undefined || element.parent?.role === "feed";
        const text = isInPlace ? element.text.trim() : "";
        return text === "" ? undefined : `there is text in ${tagOf(element)} itself: "${clip(text)}"`;
      },
      fails: documentOf("rss").replace("<item>", "<item>News!"),
      passes: documentOf("rss"),
    },
    {
      name: "rss/not-in-namespace",
      severity: "error",
      formats: ["rss"],
      element: "<…>",
      says: "In an element of another namespace, elements have a namespace, too",
      ...EXTENDING,
      mend: "Give the element the prefix of its namespace.",
      on: { namespaces: [""] },
      check: ({ name, parent }) =>
        parent && namespaceOf(parent.name) !== "" && !HOLDS_BARE.has(parent.name)
          ? `<${clip(name)}> stands in ${tagOf(parent)} without a namespace`
          : undefined,
      fails: documentOf("rss", {
        entry: "<photo:data><taken>2026-03-13</taken></photo:data>",
        namespaces: { photo: "https://gazette.example/photo" },
      }),
      passes: documentOf("rss", {
        entry: "<photo:data><photo:taken>2026-03-13</photo:taken></photo:data>",
        namespaces: { photo: "https://gazette.example/photo" },
      }),
    },
    {
      name: "rss/extension-attributes",
      severity: "warning",
      formats: ["rss"],
      element: "<… …:…>",
      says: "Elements of RSS have no attributes of other namespaces, unless docs says that they follow RSS 2.0.11",
      ...EXTENDING,
      mend: "Write <docs>https://www.rssboard.org/rss-specification</docs> before the items, or use an element instead.",
      on: { roles: ["root", "feed", "entry"] },
      check: (element, { remember }) => {
        const attributes = (of: Element): Fault[] =>
          [...of.attributes.keys()]
            .filter((name) => namespaceOf(name) !== "" && !name.startsWith(XML))
            .map((name) => ({
              message: `${tagOf(of)} has the attribute ${clip(localName(name))} of the namespace "${clip(namespaceOf(name))}"`,
              at: of,
            }));
        const own = element.role === "root" ? [] : element.children.filter(({ name }) => namespaceOf(name) === "");
        const faults = [element, ...own.filter(({ role }) => role !== "entry")].flatMap(attributes);
        if (faults.length === 0) return undefined;
        return remember(BOARD, () => followsTheBoard(element)) ? undefined : faults;
      },
      fails: documentOf("rss", {
        attributes: 'photo:by="Ada"',
        namespaces: { photo: "https://gazette.example/photo" },
      }),
      passes: documentOf("rss", {
        attributes: 'photo:by="Ada"',
        namespaces: { photo: "https://gazette.example/photo" },
        feed: "<docs>https://www.rssboard.org/rss-specification</docs>",
      }),
    },
  ];
}

/** Whose memory this is. */
const BOARD = {};

/** Attributes of other namespaces are allowed by the later texts of the specification, which the RSS Advisory Board keeps. */
function followsTheBoard(element: Element): boolean {
  const channels = element.role === "root" ? childrenOf(element, "channel") : [element, ...ancestors(element)];
  return channels.some((one) =>
    /^https?:\/\/www\.rssboard\.org\/rss-specification$/.test(textOfChild(one, "docs") ?? ""),
  );
}
