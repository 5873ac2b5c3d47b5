import type { ElementDeclaration, Vocabulary } from "../declare.ts";
import { childrenOf, tagOf } from "../element.ts";
import { documentOf } from "../examples.ts";
import { PLAUSIBLE_ISO, W3CDTF } from "../forms/dates.ts";
import { clip, type Form } from "../forms/form.ts";
import { LANGUAGE } from "../forms/languages.ts";
import { DC, localName, RDF } from "../namespaces.ts";
import { suggestion } from "../suggestion.ts";

const TITLE = "Dublin Core Metadata Element Set 1.1";
const URL_OF = "https://www.dublincore.org/specifications/dublin-core/dces/";

const several = (local: string, text: string, forms?: readonly Form[]): ElementDeclaration => ({
  in: ["feed", "entry", "image", "textInput", "source"],
  text: forms,
  example: `<dc:${local}>${text}</dc:${local}>`,
});
const one = (...declared: Parameters<typeof several>): ElementDeclaration => ({ ...several(...declared), once: true });

const elements: Record<string, ElementDeclaration> = {
  title: one("title", "The first boat out"),
  creator: several("creator", "Ada Quayle"),
  subject: several("subject", "harbour"),
  description: one("description", "She left at dawn."),
  publisher: several("publisher", "Harbour Press"),
  contributor: several("contributor", "Ben Quayle"),
  date: several("date", "2026-03-13", [W3CDTF, PLAUSIBLE_ISO]),
  type: one("type", "Text"),
  format: one("format", "text/html"),
  identifier: several("identifier", "https://gazette.example/boat"),
  source: one("source", "https://elsewhere.example/boat"),
  language: one("language", "en", [LANGUAGE]),
  relation: several("relation", "https://gazette.example/harbour"),
  coverage: several("coverage", "Ramsey"),
  rights: one("rights", "Harbour Press"),
};
const NAMES = Object.keys(elements);

/** Dublin Core, whose elements say of anything who, when and what. */
export const DUBLIN_CORE: Vocabulary = {
  prefix: "dc",
  namespace: DC,
  title: TITLE,
  url: URL_OF,
  formats: ["rss", "rdf", "atom", "entry"],
  elements,
  mistaken: ["{http://purl.org/dc/elements/1.0/}"],
  open: true,
  rules: [
    {
      name: "dc/unknown-element",
      severity: "error",
      formats: ["rss", "rdf", "atom", "entry"],
      element: "<dc:…>",
      says: "Elements with the prefix dc: are those of Dublin Core, letter by letter",
      section: TITLE,
      url: URL_OF,
      mend: `Correct the element's name (capitals count), or take it out: Dublin Core has ${NAMES.join(", ")}.`,
      on: { namespaces: [DC] },
      // Qualified Dublin Core wrote `dc:date.created`.
      check: ({ name }) => {
        const [local = ""] = localName(name).split(".", 1);
        return NAMES.includes(local)
          ? undefined
          : `there is no <dc:${clip(localName(name))}> in Dublin Core${suggestion(local, NAMES)}`;
      },
      fails: documentOf("rss", { entry: "<dc:author>Ada Quayle</dc:author>" }),
      passes: documentOf("rss", { entry: "<dc:creator>Ada Quayle</dc:creator>" }),
    },
    {
      name: "dc/date-once",
      severity: "error",
      formats: ["rss", "rdf"],
      element: "<channel> <dc:date>",
      says: "A channel has at most one dc:date",
      section: TITLE,
      url: URL_OF,
      mend: "Keep the time at which the channel changed last.",
      on: { roles: ["feed", "image", "textInput"] },
      check: (element) => {
        const [first, ...others] = childrenOf(element, `${DC}date`);
        return others.map((at) => ({
          message: `there is another <dc:date> in ${tagOf(element)}, on line ${first?.line}`,
          at,
        }));
      },
      fails: documentOf("rss", { feed: "<dc:date>2026-03-13</dc:date>\n<dc:date>2026-03-14</dc:date>" }),
      passes: documentOf("rss", { feed: "<dc:date>2026-03-13</dc:date>" }),
    },
    {
      name: "dc/text-only",
      severity: "error",
      formats: ["rss", "atom", "entry"],
      element: "<dc:…>",
      // RDF stands in feeds of other formats too: an SVG picture says in it who drew it.
      says: "Outside RDF, elements of Dublin Core hold text",
      section: TITLE,
      url: URL_OF,
      mend: "Write the text alone.",
      on: { namespaces: [DC] },
      check: (element) =>
        !element.parent?.role || element.parent.role === "root"
          ? undefined
          : element.children.slice(0, 1).map((child) => ({
              message: `${tagOf(child)} stands in ${tagOf(element)}, which holds text only`,
              at: child,
            })),
      fails: documentOf("rss", {
        entry: "<dc:creator><rdf:Description><rdf:value>Ada Quayle</rdf:value></rdf:Description></dc:creator>",
        namespaces: { rdf: RDF },
      }),
      passes: documentOf("rss", { entry: "<dc:creator>Ada Quayle</dc:creator>" }),
    },
  ],
};
