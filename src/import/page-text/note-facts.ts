import { parseByline, parseBylineElsewhere } from "./byline.ts";
import { isButton } from "./furniture.ts";
import { isAddress } from "./line-shape.ts";
import type { NewsPage } from "./page.ts";
import { parseStatedDate, type StatedDate } from "./stated-date.ts";

/**
 * What a line says of the story rather than tells of it: an address, a byline, dates, also several of them in one line,
 * parted by bars or dots. They go into the page, and what they were taken for is returned; undefined for any other line.
 */
export function noteFacts(text: string, page: NewsPage): string | undefined {
  const parts = text.split(/\s+[|•·]\s+/);
  const facts = parts.map((part) => factOf(part, page.zone));
  if (facts.some((fact) => fact === undefined)) return undefined;
  return facts.map((fact) => fact?.(page)).join("; ");
}

/** A later byline adds its names to those before it. */
export function noteByline(names: string[], page: NewsPage): string {
  for (const name of names) page.authors.push(name);
  return names.length === 0 ? "byline: empty" : `byline: ${names.join(", ")}`;
}

export function noteSection(section: string | undefined, page: NewsPage): string {
  page.section = section ?? page.section;
  return section === undefined ? "breadcrumb, dropped" : `breadcrumb → section ${section}`;
}

/** Nothing is noted before the whole line is known to hold facts alone. */
function factOf(text: string, zone: string | undefined): ((page: NewsPage) => string) | undefined {
  if (isAddress(text)) return (page) => noteAddress(text, page);
  if (isButton(text)) return () => "page furniture, dropped";
  const date = parseStatedDate(text, zone);
  if (date) return (page) => noteDate(date, page);
  const names = parseByline(text) ?? parseBylineElsewhere(text);
  return names === null ? undefined : (page) => noteByline(names, page);
}

function noteAddress(text: string, page: NewsPage): string {
  page.url ??= text.replace(/^.*?(?=https?:)/i, "");
  return `address ${page.url}`;
}

function noteDate({ what, at }: StatedDate, page: NewsPage): string {
  page[what] ??= at;
  return `${what} ${at}`;
}
