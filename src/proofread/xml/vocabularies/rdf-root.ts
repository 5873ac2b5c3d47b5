import { firstChild, tagOf } from "../element.ts";
import { documentOf } from "../examples.ts";
import { clip } from "../forms/form.ts";
import { namespaceOf, RDF, RSS_1 } from "../namespaces.ts";
import type { XmlRule } from "../rule.ts";

const SPEC = "https://web.resource.org/rss/1.0/spec";
const GOOD = documentOf("rdf");
const BASE = { formats: ["rdf"], section: "RSS 1.0 §5.3", url: `${SPEC}#s5.3` } as const;

/** Rules for a document of RDF as a whole. */
export const RDF_ROOT_RULES: XmlRule[] = [
  {
    ...BASE,
    name: "rss1/rdf-channel-required",
    severity: "error",
    element: "<channel>",
    says: "There is a channel, in the namespace of RSS 1.0",
    mend: 'Write <channel> with xmlns="http://purl.org/rss/1.0/".',
    on: { roles: ["root"] },
    check: ({ children }) =>
      children.some(({ role }) => role === "feed") ? undefined : "there is no <channel> of RSS in <rdf:RDF>",
    fails: GOOD.replace(/<channel[\s\S]*<\/channel>/, ""),
    passes: GOOD,
  },
  {
    ...BASE,
    name: "rss1/channel-once",
    severity: "error",
    element: "<channel>",
    says: "There is one channel",
    mend: "Publish each channel as a document of its own.",
    on: { roles: ["root"] },
    check: ({ children }) =>
      children
        .filter(({ role }) => role === "feed")
        .slice(1)
        .map((at) => ({ message: "there is another <channel>", at })),
    fails: GOOD.replace(/( *<channel[\s\S]*<\/channel>\n)/, "$1$1"),
    passes: GOOD,
  },
  {
    ...BASE,
    name: "rss1/channel-items-required",
    severity: "error",
    element: "<channel> <items>",
    says: "The channel lists its items",
    section: "RSS 1.0 §5.3.5",
    url: `${SPEC}#s5.3.5`,
    mend: "Add <items> with an <rdf:Seq> of an <rdf:li> for each item.",
    on: { names: [`${RSS_1}channel`] },
    // Without an address it is told of that first.
    check: (channel) =>
      !channel.attributes.has(`${RDF}about`) || firstChild(channel, `${RSS_1}items`)
        ? undefined
        : "there are no <items> in <channel>",
    fails: documentOf("rdf", { without: ["items"] }),
    passes: GOOD,
  },
  {
    ...BASE,
    name: "rss1/namespace-required",
    severity: "warning",
    element: "<…>",
    says: "All elements stand in a namespace",
    section: "RSS 1.0 §5.1",
    url: `${SPEC}#s5.1`,
    mend: 'Write xmlns="http://purl.org/rss/1.0/" at the root element.',
    on: { namespaces: [""] },
    check: (element) =>
      element.parent?.role && namespaceOf(element.parent.name) !== ""
        ? `${tagOf(element)} stands in no namespace, and nobody knows what it means`
        : undefined,
    fails: documentOf("rdf", { entry: '<note xmlns="">She left.</note>' }),
    passes: GOOD,
  },
  {
    ...BASE,
    name: "rss1/old-format",
    severity: "advice",
    element: "<rdf:RDF>",
    says: "RSS 2.0 and Atom are what readers know best",
    section: "RSS 1.0",
    url: SPEC,
    mend: "Publish RSS 2.0 or Atom beside it.",
    readers: "RSS 1.0 has no ids of its own but rdf:about, and dates by a module only.",
    on: { roles: ["root"] },
    check: () => "the format is RSS 1.0 or older, without ids and dates of its own",
    fails: GOOD,
    passes: documentOf("rss"),
  },
  {
    ...BASE,
    name: "rss1/li-resource-required",
    severity: "error",
    element: "<rdf:li rdf:resource>",
    says: "Each member of the list of items names one",
    section: "RSS 1.0 §5.3.5",
    url: `${SPEC}#s5.3.5`,
    mend: "Write the item's rdf:about into rdf:resource.",
    on: { names: [`${RSS_1}items`] },
    check: (items) => {
      const sequence = firstChild(items, `${RDF}Seq`);
      return sequence?.children
        .filter(
          ({ name, attributes }) =>
            name === `${RDF}li` && !attributes.has(`${RDF}resource`) && !attributes.has("resource"),
        )
        .map((at) => ({ message: "<rdf:li> has no rdf:resource", at }));
    },
    fails: GOOD.replace(/<rdf:li [^>]*>/, "<rdf:li/>"),
    passes: GOOD,
  },
  {
    ...BASE,
    name: "rss1/root-attributes",
    severity: "error",
    element: "<rdf:RDF>",
    says: "The root element has no attributes of its own",
    section: "RSS 1.0 §5.1",
    url: `${SPEC}#s5.1`,
    mend: "Take the attribute out.",
    on: { roles: ["root"] },
    check: ({ attributes }) =>
      [...attributes.keys()]
        .filter((name) => namespaceOf(name) === "")
        .map((name) => `${clip(name)} is no attribute of <rdf:RDF>`),
    fails: documentOf("rdf", { attributes: 'version="1.0"' }),
    passes: GOOD,
  },
];
