import { firstChild, type Role } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { ATOM, DC, DCTERMS, localName } from "../../namespaces.ts";
import type { XmlRule } from "../../rule.ts";
import { ADMIN_NAMESPACE } from "../admin.ts";
import { CC_NAMESPACE, CREATIVE_COMMONS_NAMESPACE } from "../creative-commons.ts";
import { bestPractice } from "./sections.ts";

/** Two elements that say the same thing: prefix and name of the one, and of the other. */
interface Pair {
  core: [prefix: string, namespace: string, example: string];
  other: [prefix: string, namespace: string, example: string];
}

const rss = (example: string): Pair["core"] => ["", "", example];
const dc = (example: string): Pair["core"] => ["dc", DC, example];

const CHANNEL_PAIRS: Pair[] = [
  { core: rss("<language>en</language>"), other: dc("<dc:language>en</dc:language>") },
  { core: rss("<copyright>Harbour Press</copyright>"), other: dc("<dc:rights>Harbour Press</dc:rights>") },
  { core: rss("<webMaster>web@gazette.example (Ben)</webMaster>"), other: dc("<dc:publisher>Ben</dc:publisher>") },
  {
    core: rss("<managingEditor>ada@gazette.example (Ada)</managingEditor>"),
    other: dc("<dc:creator>Ada</dc:creator>"),
  },
  { core: rss("<category>harbour</category>"), other: dc("<dc:subject>harbour</dc:subject>") },
  { core: rss("<pubDate>Fri, 13 Mar 2026 06:00:00 GMT</pubDate>"), other: dc("<dc:date>2026-03-13</dc:date>") },
  {
    core: rss("<lastBuildDate>Fri, 13 Mar 2026 06:00:00 GMT</lastBuildDate>"),
    other: ["dcterms", DCTERMS, "<dcterms:modified>2026-03-13</dcterms:modified>"],
  },
  {
    core: rss("<generator>Gazette Press 2</generator>"),
    other: ["admin", ADMIN_NAMESPACE, '<admin:generatorAgent rdf:resource="https://gazette.example/press?v=2"/>'],
  },
];
const ITEM_PAIRS: Pair[] = [
  { core: rss("<author>ada@gazette.example (Ada)</author>"), other: dc("<dc:creator>Ada</dc:creator>") },
  { core: rss("<category>harbour</category>"), other: dc("<dc:subject>harbour</dc:subject>") },
  { core: rss("<pubDate>Fri, 13 Mar 2026 06:00:00 GMT</pubDate>"), other: dc("<dc:date>2026-03-13</dc:date>") },
  {
    core: rss("<pubDate>Fri, 13 Mar 2026 06:00:00 GMT</pubDate>"),
    other: ["atom", ATOM, "<atom:published>2026-03-13T06:00:00Z</atom:published>"],
  },
  {
    core: rss("<guid>https://gazette.example/boat</guid>"),
    other: ["atom", ATOM, "<atom:id>https://gazette.example/boat</atom:id>"],
  },
  {
    core: rss('<source url="https://elsewhere.example/feed.rss">Elsewhere</source>'),
    other: dc("<dc:source>Elsewhere</dc:source>"),
  },
];
const LICENSES: Pair = {
  core: [
    "creativeCommons",
    CREATIVE_COMMONS_NAMESPACE,
    "<creativeCommons:license>https://creativecommons.org/licenses/by/4.0/</creativeCommons:license>",
  ],
  other: ["cc", CC_NAMESPACE, '<cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>'],
};

const nameOf = ([, namespace, example]: Pair["core"]): string =>
  namespace + (/^<(?:\w+:)?(\w+)/.exec(example)?.[1] ?? "");

function doubleRule(role: Role & ("feed" | "entry"), { core, other }: Pair): XmlRule {
  const [one, another] = [nameOf(core), nameOf(other)];
  const parent = role === "feed" ? "channel" : "item";
  const tag = (of: Pair["core"]) => `<${of[0] ? `${of[0]}:` : ""}${localName(nameOf(of))}>`;
  const namespaces = Object.fromEntries([core, other].map(([prefix, namespace]) => [prefix || "rss", namespace]));
  const document = (...examples: string[]) => documentOf("rss", { [role]: examples.join("\n"), namespaces });
  return {
    name: `rss/${parent}-${localName(one)}-beside-${other[0]}-${localName(another)}`,
    severity: "warning",
    formats: ["rss"],
    element: tag(other),
    says: `${parent === "item" ? "An item" : "A channel"} has ${tag(core)} or ${tag(other)}, and not both, for they say the same thing`,
    ...bestPractice("namespace-elements"),
    mend: `Keep ${tag(core)}, which all readers know.`,
    readers: "Readers differ in which of the two they take.",
    on: { roles: [role] },
    check: (element) => {
      const first = firstChild(element, one);
      const second = first && firstChild(element, another);
      return second && [{ message: `${tag(other)} says what ${tag(core)} says beside it`, at: second }];
    },
    fails: document(core[2], other[2]),
    passes: document(core[2]),
  };
}

/** Rules for elements that should not stand beside each other. */
export const DOUBLE_RULES: XmlRule[] = [
  ...[...CHANNEL_PAIRS, LICENSES].map((pair) => doubleRule("feed", pair)),
  ...[...ITEM_PAIRS, LICENSES].map((pair) => doubleRule("entry", pair)),
];
