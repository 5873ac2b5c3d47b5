import { earlierLine } from "../earlier-line.ts";
import { childrenOf, type Element, firstChild, type Role } from "../element.ts";
import { documentOf } from "../examples.ts";
import { clip } from "../forms/form.ts";
import { RDF, RSS_1 } from "../namespaces.ts";
import type { Fault, XmlRule } from "../rule.ts";
import { uriReferenceFault } from "./resource.ts";

const SPEC = "https://web.resource.org/rss/1.0/spec";
const ABOUT = `${RDF}about`;
const GOOD = documentOf("rdf");
const IMAGE =
  '<image rdf:about="https://gazette.example/logo.png"><title>The Harbour Gazette</title><url>https://gazette.example/logo.png</url><link>https://gazette.example/</link></image>';
const INPUT =
  '<textinput rdf:about="https://gazette.example/search"><title>Search</title><description>Search</description><name>q</name><link>https://gazette.example/search</link></textinput>';

const NAMED: [role: Role, local: string, section: string, example: string][] = [
  ["feed", "channel", "5.3", GOOD],
  ["entry", "item", "5.5", GOOD],
  ["image", "image", "5.4", documentOf("rdf", { root: IMAGE })],
  ["textInput", "textinput", "5.6", documentOf("rdf", { root: INPUT })],
];

/** Rules for URIs by which RSS 1.0 knows what it speaks of. */
export const RDF_ABOUT_RULES: XmlRule[] = [
  ...NAMED.flatMap(([role, local, number, example]): XmlRule[] => {
    const rule = {
      severity: "error",
      formats: ["rdf"],
      element: `<${local} rdf:about>`,
      section: `RSS 1.0 §${number}`,
      url: `${SPEC}#s${number}`,
      on: { roles: [role] },
    } as const;
    const about = new RegExp(`(<${local}) rdf:about="[^"]*"`);
    return [
      {
        ...rule,
        name: `rss1/${local}-about-required`,
        says: `<${local}> has an rdf:about`,
        mend: "Write its address into the attribute rdf:about.",
        check: ({ name, attributes }) =>
          name === RSS_1 + local && !attributes.has(ABOUT) ? `<${local}> has no rdf:about` : undefined,
        fails: example.replace(about, "$1"),
        passes: example,
      },
      {
        ...rule,
        name: `rss1/${local}-about-uri`,
        says: `The rdf:about of <${local}> is a URI`,
        mend: "Write an address, percent-encoded where it has other characters.",
        check: ({ attributes }) => {
          const value = attributes.get(ABOUT);
          return value === undefined ? undefined : uriReferenceFault(value.trim());
        },
        fails: example.replace(about, '$1 rdf:about="the boat"'),
        passes: example,
      },
    ];
  }),
  {
    name: "rss1/about-unique",
    severity: "error",
    formats: ["rdf"],
    element: "rdf:about",
    says: "An rdf:about is that of one resource",
    section: "RSS 1.0 §5.5",
    url: `${SPEC}#s5.5`,
    mend: "Give each item an address of its own.",
    readers: "Readers know items by it, and show one of the two.",
    on: { roles: ["feed", "entry"] },
    check: ({ attributes, line }, sheet) => {
      const about = attributes.get(ABOUT);
      if (!about) return undefined;
      const before = earlierLine(ABOUTS, about, line, sheet);
      return before === undefined
        ? undefined
        : `rdf:about "${clip(about)}" is that of the element on line ${before}, too`;
    },
    fails: GOOD.replace(/( *<item [\s\S]*<\/item>\n)/, "$1$1"),
    passes: GOOD,
  },
  {
    name: "rss1/items-listed",
    severity: "advice",
    formats: ["rdf"],
    element: "<items>",
    says: "The channel lists all items, and no others",
    section: "RSS 1.0 §5.3.5",
    url: `${SPEC}#s5.3.5`,
    mend: "List each item's rdf:about as an <rdf:li> of the channel's <items>, in their order.",
    readers: "Readers that read RDF do not find what is not listed; others do not look at the list.",
    on: { roles: ["root", "entry"] },
    check: (element, sheet) => {
      const items = sheet.remember(ITEMS, () => new Map<string, number>());
      if (element.role === "entry") {
        const about = element.attributes.get(ABOUT);
        // Who has none is told of that.
        if (about !== undefined) items.set(about, element.line);
        return undefined;
      }
      return listFaults(element, items);
    },
    fails: GOOD.replace('rdf:resource="https://gazette.example/boat"', 'rdf:resource="https://gazette.example/other"'),
    passes: GOOD,
  },
];

const ABOUTS = {};
const ITEMS = {};

function listFaults(root: Element, items: Map<string, number>): Fault[] {
  const channel = firstChild(root, `${RSS_1}channel`);
  const list = channel && firstChild(channel, `${RSS_1}items`);
  const sequence = list && firstChild(list, `${RDF}Seq`);
  if (!sequence) return [];
  const members = childrenOf(sequence, `${RDF}li`);
  const listed = members.flatMap((at) => {
    const about = at.attributes.get(`${RDF}resource`) ?? at.attributes.get("resource");
    return about === undefined ? [] : [{ about, at }];
  });
  const abouts = new Set(listed.map(({ about }) => about));
  return [
    ...listed
      .filter(({ about }) => !items.has(about))
      .map(({ about, at }): Fault => ({ message: `"${clip(about)}" is listed, and there is no such item`, at })),
    ...[...items]
      .filter(([about]) => !abouts.has(about))
      .map(
        ([about, line]): Fault => ({
          message: `the item "${clip(about)}" on line ${line} is not listed`,
          at: sequence,
        }),
      ),
  ];
}
