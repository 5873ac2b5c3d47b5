import { ancestors, type Element, firstChild, type Role, tagOf } from "../element.ts";
import type { documentOf } from "../examples.ts";
import { clip } from "../forms/form.ts";
import { withoutPart } from "../markup.ts";
import { localName, RDF } from "../namespaces.ts";
import type { Fault, XmlRule } from "../rule.ts";
import { suggestion } from "../suggestion.ts";

interface Source {
  section: string;
  url: string;
}

export const PARTS = {
  image:
    "<title>The Harbour Gazette</title><url>https://gazette.example/logo.png</url><link>https://gazette.example/</link>",
  textinput:
    "<title>Search</title><description>Search the Gazette</description><name>query</name><link>https://gazette.example/search</link>",
};

/** What has to stand in what. */
const REQUIRED: [role: Role, local: string, names: readonly string[]][] = [
  ["feed", "channel", ["title", "link", "description"]],
  ["entry", "item", ["title", "link"]],
  ["image", "image", ["title", "url", "link"]],
  ["textInput", "textinput", ["title", "description", "name", "link"]],
];

/** Rules for RSS that is RDF: 1.0 and 0.90 have nearly the same elements, in namespaces of their own. */
export function rdfStructureRules(
  prefix: string,
  namespace: string,
  known: readonly string[],
  source: Source,
  document: typeof documentOf,
): XmlRule[] {
  const base = { severity: "error", formats: ["rdf"], ...source } as const;
  const example = (local: string, name: string): string => {
    if (local === "channel" || local === "item")
      return document("rdf", { without: [`${local === "item" ? "entry" : "feed"}/${name}`] });
    const parts = withoutPart(PARTS[local as keyof typeof PARTS], name);
    return document("rdf", { root: `<${local} rdf:about="https://gazette.example/${local}">${parts}</${local}>` });
  };
  const required = REQUIRED.flatMap(([role, local, names]) =>
    names.map(
      (name): XmlRule => ({
        ...base,
        name: `${prefix}/${local}-${name}-required`,
        element: `<${local}> <${name}>`,
        says: `There is a <${name}> in <${local}>`,
        mend: `Add a <${name}> to <${local}>.`,
        on: { roles: [role] },
        check: (element) =>
          element.name === namespace + local && !firstChild(element, namespace + name)
            ? `there is no <${name}> in <${local}>`
            : undefined,
        fails: example(local, name),
        passes: example(local, "none"),
      }),
    ),
  );
  return [
    ...required,
    {
      ...base,
      name: `${prefix}/unknown-element`,
      element: "<…>",
      says: `There are the elements ${known.join(", ")}, and no other without a prefix`,
      mend: "Correct the element's name (capitals count), or take one of a module: dc:date, dc:creator.",
      on: { namespaces: [namespace] },
      check: ({ name, parent }) => {
        const local = localName(name);
        if (!parent?.role || known.includes(local)) return undefined;
        const meant = MEANT[local];
        const similar = suggestion(local, known) || (meant ? `: ${meant} was probably meant` : "");
        return `there is no element <${clip(local)}>${similar}`;
      },
      fails: document("rdf", { entry: "<pubDate>Fri, 13 Mar 2026 06:00:00 GMT</pubDate>" }),
      passes: document("rdf", { entry: "<dc:date>2026-03-13</dc:date>" }),
    },
    {
      ...base,
      name: `${prefix}/mixed-content`,
      element: "<title>, <description>, …",
      says: "Elements that hold text hold no other elements",
      mend: 'Escape the markup, or write rdf:parseType="Literal".',
      on: { names: ["title", "link", "description", "url", "name"].map((local) => namespace + local) },
      check: (element) =>
        isLiteral(element)
          ? undefined
          : element.children.slice(0, 1).map(
              (child): Fault => ({
                message: `${tagOf(child)} stands in ${tagOf(element)}, which holds text only`,
                at: child,
              }),
            ),
      fails: document("rdf", { entry: "<description>She <b>left</b>.</description>" }),
      passes: document("rdf", { entry: "<description>She &lt;b&gt;left&lt;/b&gt;.</description>" }),
    },
  ];
}

/** What stands for elements of RSS 2.0. */
const MEANT: Record<string, string | undefined> = Object.assign(Object.create(null), {
  pubDate: "<dc:date>",
  language: "<dc:language>",
  author: "<dc:creator>",
  category: "<dc:subject>",
  copyright: "<dc:rights>",
  managingEditor: "<dc:publisher>",
  guid: "rdf:about",
  textInput: "<textinput>",
});

function isLiteral(element: Element): boolean {
  for (const one of [element, ...ancestors(element)])
    if (one.attributes.get(`${RDF}parseType`) === "Literal") return true;
  return false;
}
