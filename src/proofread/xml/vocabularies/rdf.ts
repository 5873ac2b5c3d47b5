import type { ElementDeclaration, Vocabulary } from "../declare.ts";
import { documentOf } from "../examples.ts";
import { ABSOLUTE_URL } from "../forms/addresses.ts";
import { NOT_BLANK } from "../forms/text.ts";
import { namespaceOf, RDF, RSS_1, RSS_09 } from "../namespaces.ts";
import type { XmlRule } from "../rule.ts";
import { RDF_ABOUT_RULES } from "./rdf-about.ts";
import { RDF_ROOT_RULES } from "./rdf-root.ts";
import { PARTS, rdfStructureRules } from "./rdf-structure.ts";

const SPEC = "https://web.resource.org/rss/1.0/spec";
const EVERYWHERE = ["feed", "entry", "image", "textInput"];
const ABOUT = (local: string, inside: string) =>
  `<${local} rdf:about="https://gazette.example/${local}">${inside}</${local}>`;
const IMAGE = ABOUT("image", PARTS.image);
const INPUT = ABOUT("textinput", PARTS.textinput);

/** What both have. The root element holds images, items and inputs; in 1.0 the channel names them. */
const COMMON: Record<string, ElementDeclaration> = {
  channel: {
    in: ["root"],
    url: `${SPEC}#s5.3`,
    example: ABOUT("channel", "<title>The Harbour Gazette</title>"),
  },
  title: {
    in: EVERYWHERE,
    once: true,
    text: [NOT_BLANK],
    url: `${SPEC}#s5.3.1`,
    example: "<title>The Harbour Gazette</title>",
  },
  link: {
    in: EVERYWHERE,
    once: true,
    text: [ABSOLUTE_URL],
    url: `${SPEC}#s5.3.2`,
    example: "<link>https://gazette.example/</link>",
  },
  description: {
    in: EVERYWHERE,
    once: true,
    url: `${SPEC}#s5.3.3`,
    example: "<description>News of the harbour</description>",
  },
  image: { in: ["root", "feed"], once: true, url: `${SPEC}#s5.4`, example: IMAGE },
  url: {
    in: ["image"],
    once: true,
    text: [ABSOLUTE_URL],
    url: `${SPEC}#s5.4.2`,
    example: "<url>https://gazette.example/logo.png</url>",
  },
  item: { in: ["root"], url: `${SPEC}#s5.5`, example: ABOUT("item", "<title>The first boat out</title>") },
  textinput: { in: ["root", "feed"], once: true, url: `${SPEC}#s5.6`, example: INPUT },
  name: { in: ["textinput", "textInput"], once: true, url: `${SPEC}#s5.6.3`, example: "<name>query</name>" },
};

const ROWS_OF_1 = {
  ...COMMON,
  items: { in: ["feed"], once: true, url: `${SPEC}#s5.3.5`, example: "<items><rdf:Seq/></items>" },
};

/** RSS 1.0, which is RDF. */
export const RSS_1_0: Vocabulary = {
  prefix: "rss1",
  namespace: RSS_1,
  title: "RSS 1.0",
  url: SPEC,
  formats: ["rdf"],
  bare: true,
  open: true,
  elements: ROWS_OF_1,
  rules: [
    ...rdfStructureRules(
      "rss1",
      RSS_1,
      Object.keys(ROWS_OF_1),
      { section: "RSS 1.0 §5", url: `${SPEC}#s5` },
      documentOf,
    ),
    ...RDF_ABOUT_RULES,
    ...RDF_ROOT_RULES,
  ],
};

/** A small document of RSS 0.90, which knows neither `rdf:about` nor lists of items. */
const documentOf090: typeof documentOf = (_, { without = [], ...parts } = {}) =>
  documentOf("rdf", { ...parts, without: [...without, "items", "dc:language"] })
    .replaceAll(namespaceOf(RSS_1), namespaceOf(RSS_09))
    .replaceAll(/ rdf:about="[^"]*"/g, "");

const OLD = { section: "RSS 0.90 Specification", url: "https://www.rssboard.org/rss-0-9-0" };

/** RSS 0.90, from which both branches grew. */
export const RSS_0_90: Vocabulary = {
  prefix: "rss090",
  namespace: RSS_09,
  title: "RSS 0.90",
  url: OLD.url,
  aliases: ["{http://channel.netscape.com/rdf/simple/0.9/}"],
  formats: ["rdf"],
  bare: true,
  open: true,
  document: documentOf090,
  elements: Object.fromEntries(Object.entries(COMMON).map(([local, { url: _, ...one }]) => [local, one])),
  rules: rdfStructureRules("rss090", RSS_09, Object.keys(COMMON), OLD, documentOf090),
};

/** Elements of RDF itself that feeds use. */
export const RDF_RULES: XmlRule[] = [
  {
    name: "rdf/li-attributes",
    severity: "error",
    formats: ["rdf"],
    element: "<rdf:li>",
    says: "A member of a list names a resource",
    section: "RSS 1.0 §5.3.5",
    url: `${SPEC}#s5.3.5`,
    mend: "Write the address into rdf:resource.",
    on: { names: [`${RDF}li`] },
    check: ({ attributes }) => {
      const unknown = [...attributes.keys()].filter((name) => !LI_ATTRIBUTES.has(name) && isOfRdf(name));
      return unknown.map(
        (name) => `${name.replace(RDF, "rdf:")} is no attribute of <rdf:li>: rdf:resource was probably meant`,
      );
    },
    fails: documentOf("rdf").replace("rdf:resource=", "rdf:resources="),
    passes: documentOf("rdf"),
  },
];

const isOfRdf = (name: string): boolean => name.startsWith(RDF) || namespaceOf(name) === "";
const LI_ATTRIBUTES = new Set([
  "resource",
  ...["resource", "about", "ID", "nodeID", "parseType", "datatype"].map((local) => RDF + local),
]);
