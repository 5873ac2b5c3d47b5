import type { RuleFormat } from "../rule.ts";
import type { Role } from "./element.ts";
import { ATOM, CONTENT, DC, DCTERMS, MEDIA, namespaceOf, RDF, RSS_1 } from "./namespaces.ts";

/** What an example document has beside what every one has. An element that every one has gives way to one of its name. */
export type ExampleParts = Partial<Record<Exclude<Role, "source" | "image" | "textInput">, string>> & {
  /** Elements that every one has, and this one has not: `title`, or `entry/title` of the entry alone. */
  without?: readonly string[];
  /** Attributes of the root element, and namespaces by prefix beside the usual ones. */
  attributes?: string;
  namespaces?: Record<string, string>;
};

/** A small document that is in order, with parts of its own: examples of rules are made of it. */
export function documentOf(format: Exclude<RuleFormat, "json" | "http">, parts: ExampleParts = {}): string {
  const { feed = "", entry = "", root = "", attributes = "" } = parts;
  const lines: Lines = (place, base, indent) => {
    const own = { feed, entry, root }[place];
    const without = new Set([...(parts.without ?? []), ...tagNames(own)]);
    return [
      ...Object.entries(base).flatMap(([name, line]) =>
        without.has(name) || without.has(`${place}/${name}`) ? [] : [line],
      ),
      ...own.split("\n").filter(Boolean),
    ]
      .map((line) => `${indent}${line}\n`)
      .join("");
  };
  const body = BODIES[format](lines);
  const used = new Set([...`${body} ${attributes}`.matchAll(/[<\s/]([\w.-]+):/g)].map(([, prefix]) => prefix));
  const declared = Object.entries({ ...USUAL, ...parts.namespaces })
    .filter(([prefix]) => used.has(prefix))
    .map(([prefix, namespace]) => ` xmlns:${prefix}="${namespaceOf(namespace) || namespace}"`);
  return body.replace("@", `${declared.join("")}${attributes && ` ${attributes}`}`);
}

/** The names of elements that stand side by side in markup, not of what is in them. */
function tagNames(markup: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [, slash, name, end] of markup.matchAll(/<(\/?)([\w:.-]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (slash) depth -= 1;
    else {
      if (depth === 0 && name) names.push(name);
      if (!end) depth += 1;
    }
  }
  return names;
}

type Lines = (place: "feed" | "entry" | "root", base: Record<string, string>, indent: string) => string;

const BODIES: Record<Exclude<RuleFormat, "json" | "http">, (lines: Lines) => string> = {
  rss: (lines) =>
    `<rss version="2.0"@>\n  <channel>\n${lines("feed", RSS_CHANNEL, "    ")}    <item>\n${lines("entry", RSS_ITEM, "      ")}    </item>\n  </channel>\n${lines("root", {}, "  ")}</rss>\n`,
  rdf: (lines) =>
    `<rdf:RDF xmlns="${namespaceOf(RSS_1)}"@>\n  <channel rdf:about="https://gazette.example/feed.rdf">\n${lines("feed", RDF_CHANNEL, "    ")}  </channel>\n  <item rdf:about="https://gazette.example/boat">\n${lines("entry", RDF_ITEM, "    ")}  </item>\n${lines("root", {}, "  ")}</rdf:RDF>\n`,
  atom: (lines) =>
    `<feed xmlns="${namespaceOf(ATOM)}" xml:lang="en"@>\n${lines("feed", ATOM_FEED, "  ")}  <entry>\n${lines("entry", ATOM_ENTRY, "    ")}  </entry>\n</feed>\n`,
  entry: (lines) =>
    `<entry xmlns="${namespaceOf(ATOM)}" xml:lang="en"@>\n${lines("entry", ATOM_ENTRY_ALONE, "  ")}</entry>\n`,
};

const RSS_CHANNEL = {
  title: "<title>The Harbour Gazette</title>",
  link: "<link>https://gazette.example/</link>",
  description: "<description>News of the harbour</description>",
  language: "<language>en</language>",
  "atom:link": '<atom:link rel="self" type="application/rss+xml" href="https://gazette.example/feed.rss"/>',
};
const RSS_ITEM = {
  title: "<title>The first boat out</title>",
  link: "<link>https://gazette.example/boat</link>",
  guid: "<guid>https://gazette.example/boat</guid>",
  pubDate: "<pubDate>Fri, 13 Mar 2026 06:00:00 GMT</pubDate>",
  description: "<description>She left at dawn.</description>",
};
const RDF_CHANNEL = {
  title: "<title>The Harbour Gazette</title>",
  link: "<link>https://gazette.example/</link>",
  description: "<description>News of the harbour</description>",
  "dc:language": "<dc:language>en</dc:language>",
  items: '<items><rdf:Seq><rdf:li rdf:resource="https://gazette.example/boat"/></rdf:Seq></items>',
};
const RDF_ITEM = {
  title: "<title>The first boat out</title>",
  link: "<link>https://gazette.example/boat</link>",
  description: "<description>She left at dawn.</description>",
};
const ATOM_FEED = {
  id: "<id>tag:gazette.example,2026:feed</id>",
  title: "<title>The Harbour Gazette</title>",
  updated: "<updated>2026-03-13T06:00:00Z</updated>",
  author: "<author><name>Ada Quayle</name></author>",
  link: '<link rel="self" type="application/atom+xml" href="https://gazette.example/feed.atom"/>',
};
const ATOM_ENTRY = {
  id: "<id>tag:gazette.example,2026:boat</id>",
  title: "<title>The first boat out</title>",
  updated: "<updated>2026-03-13T06:00:00Z</updated>",
  link: '<link rel="alternate" type="text/html" href="https://gazette.example/boat"/>',
  summary: "<summary>She left at dawn.</summary>",
  content: "<content>She left at dawn.</content>",
};
const ATOM_ENTRY_ALONE = { ...ATOM_ENTRY, author: ATOM_FEED.author };

const USUAL: Record<string, string> = {
  atom: ATOM,
  content: CONTENT,
  dc: DC,
  dcterms: DCTERMS,
  media: MEDIA,
  rdf: RDF,
};
