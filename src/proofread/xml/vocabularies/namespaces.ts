import type { Vocabulary } from "../declare.ts";
import { ancestors, type Element } from "../element.ts";
import { documentOf } from "../examples.ts";
import { clip } from "../forms/form.ts";
import { namespaceOf } from "../namespaces.ts";
import type { XmlRule } from "../rule.ts";
import { FOREIGN, PREFIXES } from "./foreign.ts";
import { bestPractice, EXTENDING } from "./rss/sections.ts";

const ALL = ["rss", "rdf", "atom", "entry"] as const;
const SECTION = { section: "Namespaces in XML 1.0 §2.3", url: "https://www.w3.org/TR/xml-names/#NSNameComparison" };

/** The usual URI of a namespace by those that are written instead: by readers' leave, or by mistake. In Clark's form. */
export const spellingsOf = (vocabularies: readonly Vocabulary[]): ReadonlyMap<string, string> =>
  new Map(
    vocabularies.flatMap(({ namespace, aliases = [], mistaken = [] }) =>
      [...aliases, ...mistaken].map((other): [string, string] => [other, namespace]),
    ),
  );

/** The form in which two URIs are one that differ by a slip of the pen: scheme, case, a slash at the end. */
const similar = (uri: string): string =>
  uri
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/(?<![/#])[/#]+$/, "");

/** Rules for the namespaces that documents name, of which these vocabularies are known. */
export function namespaceRules(vocabularies: readonly Vocabulary[]): XmlRule[] {
  const bare = (namespaces: readonly string[]) => namespaces.map(namespaceOf).filter(Boolean);
  const own = vocabularies.flatMap(({ namespace, aliases = [] }) => bare([namespace, ...aliases]));
  const known = new Set([...own, ...FOREIGN]);
  const mistaken = new Map(
    vocabularies.flatMap((one) =>
      bare(one.mistaken ?? []).map((uri): [string, string] => [uri, namespaceOf(one.namespace)]),
    ),
  );
  // Of others nobody here knows which spellings their readers take.
  const bySimilar = new Map(own.map((uri) => [similar(uri), uri]));
  const meantBy = (uri: string) => (known.has(uri) ? undefined : (mistaken.get(uri) ?? bySimilar.get(similar(uri))));
  const usual = new Map([
    ...vocabularies
      .filter(({ bare: isBare }) => !isBare)
      .map(({ prefix, namespace }): [string, string] => [prefix, namespaceOf(namespace)]),
    ...PREFIXES,
  ]);
  const prefixOf = new Map([...usual].map(([prefix, uri]) => [uri, prefix]));
  const withNamespace = (uri: string, prefix = "photo") =>
    documentOf("rss", { entry: `<${prefix}:date>2026-03-13</${prefix}:date>`, namespaces: { [prefix]: uri } });
  const DC_URI = "http://purl.org/dc/elements/1.1/";

  /** A rule about the first element of each namespace. */
  const ofNamespaces = (
    rule: Omit<XmlRule, "check" | "formats" | "on">,
    check: (uri: string) => string | undefined,
  ): XmlRule => {
    const key = {};
    return {
      ...rule,
      formats: ALL,
      on: {},
      check: (element, { remember }) => {
        const uri = writtenNamespace(element);
        if (uri === "" || known.has(uri)) return undefined;
        const seen = remember(key, () => new Set<string>());
        if (seen.has(uri)) return undefined;
        seen.add(uri);
        // That of the format itself is a matter of the format's own rules.
        const root = [...ancestors(element)].at(-1) ?? element;
        return writtenNamespace(root) === uri ? undefined : check(uri);
      },
    };
  };

  return [
    ofNamespaces(
      {
        ...SECTION,
        name: "xml/namespace-mistaken",
        severity: "error",
        element: "xmlns",
        says: "The URIs of namespaces are written as their specifications write them, letter by letter",
        mend: "Copy the URI from the specification: the scheme, capitals and the slash at the end count.",
        readers: "Readers that compare URIs do not find the elements.",
        fails: withNamespace("https://purl.org/dc/elements/1.1/", "dc"),
        passes: withNamespace(DC_URI, "dc"),
      },
      (uri) => {
        const meant = meantBy(uri);
        return meant && `the namespace is "${clip(uri)}", and readers know "${meant}"`;
      },
    ),
    ofNamespaces(
      {
        name: "xml/namespace-unknown",
        severity: "warning",
        element: "xmlns",
        says: "The namespaces of a document are those that readers know",
        ...EXTENDING,
        section: `${EXTENDING.section}; RFC 4287 §6`,
        mend: "Nothing, if it is your own and meant for programs that know it; else check its spelling.",
        readers: "Readers ignore what they do not know.",
        fails: withNamespace("https://gazette.example/photo"),
        passes: withNamespace(DC_URI, "dc"),
      },
      (uri) => (meantBy(uri) || isInvalid(uri) ? undefined : `the namespace "${clip(uri)}" is not a known one`),
    ),
    ...declarationRules(usual, prefixOf, (uri) => known.has(uri) || meantBy(uri) !== undefined),
  ];
}

const isInvalid = (uri: string): boolean => /\s/.test(uri);

const writtenNamespace = ({ name, written = name }: Element): string => namespaceOf(written);

/** Rules for where namespaces are declared. */
function declarationRules(
  usual: ReadonlyMap<string, string>,
  prefixOf: ReadonlyMap<string, string>,
  isKnown: (uri: string) => boolean,
): XmlRule[] {
  const rule = { formats: ALL, element: "xmlns", on: {} } as const;
  const document = (uri: string, prefix: string) =>
    documentOf("rss", { entry: `<${prefix}:creator>Ada</${prefix}:creator>`, namespaces: { [prefix]: uri } });
  const passes = document("http://purl.org/dc/elements/1.1/", "dc");
  return [
    {
      ...rule,
      name: "xml/prefix-reserved",
      severity: "warning",
      says: "The prefixes that everybody knows stand for their own namespaces",
      ...bestPractice("namespace-elements"),
      mend: "Take another prefix for a namespace of your own.",
      readers: "Some readers look at prefixes only, and take the elements for those of the other namespace.",
      check: ({ declared }) =>
        declared.size === 0
          ? undefined
          : [...declared]
              .filter(([prefix, uri]) => usual.has(prefix) && !isKnown(uri) && !isInvalid(uri))
              .map(
                ([prefix, uri]) =>
                  `the prefix ${prefix} stands for "${clip(uri)}", and everywhere else for "${usual.get(prefix)}"`,
              ),
      fails: document("https://gazette.example/photo", "dc"),
      passes,
    },
    {
      ...rule,
      name: "xml/prefix-usual",
      severity: "advice",
      says: "Namespaces have their usual prefixes",
      ...bestPractice("namespace-elements"),
      mend: "Write the usual prefix.",
      readers: "rss-parser and others look for dc:creator, content:encoded and the like by their prefixes.",
      check: ({ declared }) =>
        declared.size === 0
          ? undefined
          : [...declared].flatMap(([prefix, uri]) => {
              const right = prefixOf.get(uri);
              return right === undefined || prefix === "" || prefix === right
                ? []
                : [`"${clip(uri)}" has the prefix ${clip(prefix)}, and usually ${right}`];
            }),
      fails: document("http://purl.org/dc/elements/1.1/", "dublin"),
      passes,
    },
    {
      ...rule,
      name: "xml/namespace-obsolete",
      severity: "warning",
      says: "The module for wikis has its newer namespace",
      section: "RSS 1.0 Modules: Wiki",
      url: "https://web.archive.org/web/2012/http://www.usemod.com/cgi-bin/mb.pl?ModWiki",
      mend: "Write http://purl.org/rss/1.0/modules/wiki/.",
      check: ({ declared }) =>
        [...declared.values()].includes("http://www.usemod.com/cgi-bin/mb.pl?ModWiki")
          ? "the namespace of the module for wikis is now http://purl.org/rss/1.0/modules/wiki/"
          : undefined,
      fails: document("http://www.usemod.com/cgi-bin/mb.pl?ModWiki", "wiki"),
      passes,
    },
  ];
}
