import { documentOf } from "../xml/examples.ts";
import { clip } from "../xml/forms/form.ts";
import type { XmlRule } from "../xml/rule.ts";

export const NAMESPACE_URI: XmlRule = {
  name: "xml/namespace-uri",
  severity: "error",
  formats: ["rss", "rdf", "atom", "entry"],
  element: "xmlns",
  says: "The name of a namespace is a URI, without white space in it",
  section: "Namespaces in XML 1.0 §2.1, Basic Concepts",
  url: "https://www.w3.org/TR/xml-names/#concepts",
  mend: "Write the URI as its specification has it, on one line.",
  readers: "Some parsers refuse the document; to others it is another namespace than the one that was meant.",
  on: {},
  check: ({ declared }) =>
    declared.size === 0
      ? undefined
      : [...declared]
          .filter(([, uri]) => /\s/.test(uri.trim()))
          .map(([, uri]) => `"${clip(uri)}" has white space in it`),
  fails: documentOf("rss", { attributes: 'xmlns:boat="https://gazette.example/ boats"' }),
  passes: documentOf("rss", { attributes: 'xmlns:boat="https://gazette.example/boats"' }),
};
