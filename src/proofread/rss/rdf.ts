import type { Element } from "../../verify/parse/xml.ts";
import type { ProofreadingRule } from "../finding.ts";
import { fault } from "../tree.ts";
import { RDF } from "../vocabulary.ts";

/** Rules of RSS 1.0 (web.resource.org/rss/1.0/spec), and of its ancestor 0.90. */
export const RDF_RULES: ProofreadingRule<Element>[] = [
  {
    rule: "RSS 1.0 §5.3: one channel",
    severity: "error",
    check: (root) =>
      rssChildren(root, "channel").length === 1
        ? []
        : [fault(root, `there are ${rssChildren(root, "channel").length} channels`)],
  },
  {
    rule: "RSS 1.0 §5.3 and §5.5: title and link",
    severity: "error",
    check: (root) =>
      [...rssChildren(root, "channel"), ...rssChildren(root, "item")].flatMap((element) =>
        ["title", "link"]
          .filter((name) => rssChildren(element, name).length !== 1)
          .map((name) => fault(element, `there is not one <${name}>`)),
      ),
  },
  {
    rule: "RSS 1.0 §5.5: rdf:about",
    severity: "warning",
    check: (root) =>
      rssChildren(root, "item")
        .filter(({ attributes }) => !attributes.get(`${RDF}about`))
        .map((item) => fault(item, "there is no rdf:about")),
  },
  {
    rule: "RSS 2.0 and RFC 4287 are what readers know best",
    severity: "warning",
    check: (root) => [fault(root, "the format is RSS 1.0 or older, without ids of its own and full dates")],
  },
];

/** RSS 1.0's own namespace, and 0.90's. */
const RSS_1_NAMESPACES = [
  "{http://purl.org/rss/1.0/}",
  "{http://my.netscape.com/rdf/simple/0.9/}",
  "{http://channel.netscape.com/rdf/simple/0.9/}",
];

const rssChildren = (element: Element, name: string): Element[] =>
  element.children.filter((child) => RSS_1_NAMESPACES.some((namespace) => child.name === namespace + name));
