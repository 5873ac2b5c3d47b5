import type { RuleFormat } from "../../rule.ts";
import { documentOf } from "../examples.ts";
import { clip } from "../forms/form.ts";
import { namespaceOf, RDF } from "../namespaces.ts";
import type { XmlRule } from "../rule.ts";

/** What is wrong with a URI reference, absolute or relative (RFC 3986 §4.1). */
export const uriReferenceFault = (text: string): string | undefined => {
  if (/^(https?|ftp):(?!\/\/[^/])/i.test(text)) return `"${clip(text)}" names no host`;
  const [character] = /[^!#-;=?-[\]_a-z~]|%(?![0-9a-f]{2})/i.exec(text) ?? [];
  return character === undefined
    ? undefined
    : `"${clip(text)}" is not a URI: the "${character}" in it has to be percent-encoded`;
};

interface Resource {
  prefix: string;
  namespace: string;
  local: string;
  place: "feed" | "entry";
  section: string;
  url: string;
}

/** Rules for an element of RDF that names what it is about by `rdf:resource`. */
export function resourceRules({ prefix, namespace, local, place, section, url }: Resource): XmlRule[] {
  const tag = `${prefix}:${local}`;
  const document = (format: "rdf" | "rss", attribute: string) =>
    documentOf(format, {
      [place]: `<${tag}${attribute}/>`,
      namespaces: { [prefix]: namespaceOf(namespace), rdf: namespaceOf(RDF) },
    });
  const good = ' rdf:resource="https://gazette.example/press?v=2"';
  const rule = {
    severity: "error",
    element: `<${tag} rdf:resource>`,
    section,
    url,
    on: { names: [namespace + local] },
  } as const;
  const all: RuleFormat[] = ["rss", "rdf", "atom", "entry"];
  return [
    {
      ...rule,
      name: `${prefix}/${local}-resource-required`,
      formats: ["rdf"],
      says: `In RDF, <${tag}> has an rdf:resource`,
      mend: "Write the address into the attribute rdf:resource.",
      check: ({ attributes }) => (attributes.has(`${RDF}resource`) ? undefined : `<${tag}> has no rdf:resource`),
      fails: document("rdf", ""),
      passes: document("rdf", good),
    },
    {
      ...rule,
      name: `${prefix}/${local}-resource-uri`,
      formats: all,
      says: `The rdf:resource of <${tag}> is a URI`,
      mend: "Write an address, percent-encoded where it has other characters.",
      check: ({ attributes }) => {
        const resource = attributes.get(`${RDF}resource`);
        return resource === undefined ? undefined : uriReferenceFault(resource.trim());
      },
      fails: document("rss", ' rdf:resource="the press"'),
      passes: document("rss", good),
    },
  ];
}
