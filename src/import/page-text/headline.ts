import type { Block } from "./blocks.ts";
import { parseByline } from "./byline.ts";
import { parseDateLine } from "./date-line.ts";
import { isButton } from "./furniture.ts";
import { isRule, normal, same, words } from "./shape.ts";

/** A headline longer than this is a paragraph. */
const LONGEST = 300;
/** Above the headline stand a breadcrumb, a logo and some buttons, not more. */
const HEAD = 15;
const HOME = /^(home( ?page)?|front page|start|main)$/i;
const SEPARATOR = /\s*[»›→]\s*|\s+(?:[/>|\\•·]|::?)\s+/u;
const SECTIONS =
  /^(news|world|politics|business|sports?|weather|culture|opinion|technology|tech|science|health|local|national|international|europe|africa|asia|americas?|uk|us|entertainment|lifestyle|travel|money|environment|climate|education|arts|economy|finance|crime|society|region(al)?|media|comment|features)$/i;

export interface Headline {
  title: string;
  /** The block that holds it. */
  index: number;
}

/** What a headline's neighbours say: it stands twice on most pages, once in the breadcrumb. Null on a page without any. */
export function findHeadline(blocks: Block[]): Headline | null {
  const head = blocks.slice(0, HEAD);
  for (const [index, { text }] of head.entries()) {
    if (text.length > LONGEST || !couldBeHeadline(text)) continue;
    const earlier = head.slice(0, index);
    const first = earlier.findIndex((one) => same(one.text, text));
    if (first >= 0) return { title: earlier[first]?.text ?? text, index: first };
    if (earlier.some((one) => endsWith(one.text, text) || startsWithTitle(one.text, text)))
      return { title: text, index };
  }
  const index = blocks.findIndex(({ text }) => couldBeHeadline(text));
  const text = blocks[index]?.text;
  return text === undefined ? null : { title: (parseBreadcrumb(text)?.headline ?? text).slice(0, LONGEST * 3), index };
}

export interface Breadcrumb {
  section?: string;
  /** The rest of the line, where a headline is in it. */
  headline?: string;
}

/** `Home Weather …`, `Home / Weather`, `News » Weather » …`; with the headline known, all before it is the way there. */
export function parseBreadcrumb(text: string, headline?: string): Breadcrumb | null {
  const way =
    headline !== undefined && endsWith(text, headline) ? text.slice(0, text.length - headline.length) : undefined;
  const parts = (way ?? text)
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !isRule(part));
  if (way === undefined && parts.length > 1) return fromParts(parts, headline);
  const [first = "", ...rest] = (parts.length > 1 ? parts.join("\n") : (way ?? text).trim()).split(
    parts.length > 1 ? "\n" : /\s+/,
  );
  if (way !== undefined) return { section: parts.length > 1 ? lastCrumb(parts) : crumbWords([first, ...rest]) };
  if (!HOME.test(first) || rest.length === 0) return HOME.test(text) ? {} : null;
  const sections = rest.findIndex((word) => !SECTIONS.test(word));
  if (sections < 0 || rest.length <= 3) return { section: rest.join(" ") };
  return { section: rest.slice(0, sections).join(" ") || undefined, headline: rest.slice(sections).join(" ") };
}

/** With separators the last part is the section, or the headline if it reads like one. */
function fromParts(parts: string[], headline: string | undefined): Breadcrumb | null {
  if (!HOME.test(parts[0] ?? "") && !SECTIONS.test(parts[0] ?? "")) return null;
  const last = parts.at(-1) ?? "";
  const isHeadline = headline === undefined ? words(last) >= 4 : same(last, headline);
  return isHeadline ? { section: lastCrumb(parts.slice(0, -1)), headline: last } : { section: lastCrumb(parts) };
}

const lastCrumb = (parts: string[]): string | undefined => parts.filter((part) => !HOME.test(part)).at(-1);

const crumbWords = (all: string[]): string | undefined =>
  (HOME.test(all[0] ?? "") ? all.slice(1) : all).join(" ") || undefined;

const endsWith = (longer: string, text: string): boolean =>
  normal(longer) !== normal(text) && /\s$/.test(longer.slice(0, -text.length)) && normal(longer).endsWith(normal(text));

/** A page's title: the headline and the name of the site. */
export const startsWithTitle = (longer: string, text: string): boolean =>
  normal(longer).startsWith(normal(text)) && /^\s*[|–—:·•-]\s/.test(longer.slice(text.length));

const couldBeHeadline = (text: string): boolean => {
  if (isRule(text) || isButton(text) || isAddress(text) || parseDateLine(text) || parseByline(text)) return false;
  const crumb = parseBreadcrumb(text);
  return words(text) >= 2 && (crumb === null || crumb.headline !== undefined);
};

export const isAddress = (text: string): boolean =>
  /^(?:(?:url|source|link|address)\s*:\s*)?https?:\/\/\S+$/i.test(text);
