/** Partners' systems, as far as they read our documents: by the elements they look for, and no reader of the service's own. */
import type { Seen } from "./newsroom-model.ts";

/** The entries, by the story's id, in their order. */
export function readEntries(document: string): Map<string, Seen> {
  const entries = document.match(/<(item|entry|at:deleted-entry)[ >].*?<\/\1>/gs) ?? [];
  return new Map(entries.map(readEntry));
}

/** The page of the archive that comes before (RFC 5005 §4); undefined: this is the first. */
export const readPrevious = (document: string): string | undefined =>
  (document.match(/<(?:atom:)?link [^>]*>/g) ?? [])
    .filter((link) => link.includes('rel="prev-archive"'))
    .map((link) => /href="([^"]*)"/.exec(link)?.[1])[0];

function readEntry(xml: string): [string, Seen] {
  if (xml.startsWith("<at:")) {
    const id = /ref="[^"]*:([^":]+)"/.exec(xml)?.[1] ?? "";
    return [id, { ...NOTHING, updated: seconds(/when="([^"]*)"/.exec(xml)?.[1]), deleted: "tombstone" }];
  }
  const isRss = xml.startsWith("<item");
  const modified = textOf(xml, "dcterms:modified");
  const ends = /^end=(.*); scheme=W3C-DTF$/.exec(textOf(xml, "dcterms:valid") ?? "")?.[1];
  const seen: Seen = {
    title: textOf(xml, "title") ?? "",
    body: textOf(xml, isRss ? "content:encoded" : "content") ?? "",
    summary: textOf(xml, isRss ? "description" : "summary") ?? "",
    pictures: [...xml.matchAll(/<media:content url="[^"]*\/([^"/]+)\.jpg"/g)].map(([, name = ""]) => name),
    url: (isRss ? textOf(xml, "link") : /<link href="([^"]*)"/.exec(xml)?.[1]) ?? "",
    published: seconds(textOf(xml, isRss ? "pubDate" : "published")),
    updated: seconds(textOf(xml, isRss ? "atom:updated" : "updated")),
    ...(modified !== undefined && { modified: seconds(modified) }),
    ...(ends !== undefined && { ends: seconds(ends) }),
    ...(xml.includes('<media:status state="deleted"/>') && { deleted: "status" as const }),
  };
  return [textOf(xml, isRss ? "guid" : "id")?.replace(/.*:/, "") ?? "", seen];
}

const NOTHING: Seen = { title: "", body: "", summary: "", pictures: [], url: "", published: 0, updated: 0 };

/** The first element's text: CDATA, or escaped once. */
function textOf(xml: string, name: string): string | undefined {
  const inner = new RegExp(`<${name}(?: [^>]*)?>([^]*?)</${name}>`).exec(xml)?.[1]?.replaceAll("&#x26;", "&amp;");
  const cdata = /^\s*<!\[CDATA\[(.*)\]\]>\s*$/s.exec(inner ?? "")?.[1];
  if (cdata !== undefined) return cdata;
  return inner?.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

const seconds = (date: string | undefined): number => Math.floor(Date.parse(date ?? "") / 1000);
