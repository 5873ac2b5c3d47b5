import { expect, test } from "vitest";
import { documentOf } from "../../../../src/proofread/xml/examples.ts";
import { told } from "./told.ts";

const LONG = "x".repeat(5_000);
const DC = { dc: "http://purl.org/dc/elements/1.1/" };

test.each([
  ["an element in a text", documentOf("atom", { entry: `<summary><${LONG}/></summary>` }), "atom/text-children"],
  [
    "a prefix",
    documentOf("atom", { entry: `<summary><${LONG}:b xmlns:${LONG}="urn:isbn:1"/></summary>` }),
    "atom/text-children",
  ],
  ["an element of Dublin Core", documentOf("rss", { entry: `<dc:${LONG}/>`, namespaces: DC }), "dc/unknown-element"],
  [
    "an element in XHTML",
    documentOf("atom", {
      entry: `<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><${LONG} xmlns=""/></div></summary>`,
    }),
    "atom/xhtml-namespace",
  ],
  [
    "a query's role",
    documentOf("atom", {
      feed: `<opensearch:Query role="${LONG}"/>`,
      namespaces: { opensearch: "http://a9.com/-/spec/opensearch/1.1/" },
    }),
    "opensearch/Query-role-role",
  ],
  ["an element of RSS 1.0", documentOf("rdf", { entry: `<${LONG}/>` }), "rss1/unknown-element"],
  [
    "a prefix that is declared",
    documentOf("atom", { attributes: `xmlns:${LONG}="tag:gazette.example"` }),
    "xml/namespace-iri",
  ],
  ["an attribute of <rss>", documentOf("rss").replace("<rss ", `<rss ${LONG}="1" `), "rss/rss-attributes"],
  [
    "a version",
    documentOf("rss").replace('version="2.0"', `version="${" ".repeat(5_000)}0.93"`),
    "rss/rss-version-known",
  ],
  ["an attribute of <rdf:RDF>", documentOf("rdf", { attributes: `${LONG}="1"` }), "rss1/root-attributes"],
])("%s that has thousands of letters is not repeated at length", async (_, text, rule) => {
  const messages = (await told(text)).filter((one) => one.includes(` ${rule}: `));
  expect(messages).not.toEqual([]);
  expect(messages.filter(({ length }) => length > 500)).toEqual([]);
});
