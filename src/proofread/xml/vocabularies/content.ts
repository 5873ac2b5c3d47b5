import type { Vocabulary } from "../declare.ts";
import { CONTENT } from "../namespaces.ts";

/** The whole text of an item. */
export const CONTENT_MODULE: Vocabulary = {
  prefix: "content",
  namespace: CONTENT,
  title: "RSS 1.0 Modules: Content",
  url: "https://web.resource.org/rss/1.0/modules/content/",
  formats: ["rss", "rdf"],
  elements: {
    encoded: {
      in: ["entry"],
      once: true,
      attributes: {},
      example: "<content:encoded>&lt;p&gt;She left at dawn.&lt;/p&gt;</content:encoded>",
    },
    items: { in: ["entry"], once: true, example: "<content:items/>" },
    // What is in the items stands in containers of RDF.
    item: { in: ["entry"], example: "<content:item/>", severities: { place: "advice" } },
    format: { in: ["item"], example: "<content:format/>" },
    encoding: { in: ["item"], example: "<content:encoding/>" },
  },
};
