import { endsWithWords, isRule, sameWords, wordCount } from "./line-shape.ts";

const HOME = /^(home( ?page)?|front page|start|main)$/i;
const SEPARATOR = /\s*[»›→]\s*|\s+(?:[/>|\\•·]|::?)\s+/u;
const SECTIONS =
  /^(news|world|politics|business|sports?|weather|culture|opinion|technology|tech|science|health|local|national|international|europe|africa|asia|americas?|uk|us|entertainment|lifestyle|travel|money|environment|climate|education|arts|economy|finance|crime|society|region(al)?|media|comment|features)$/i;

/** What many newsrooms call a section, in one word. */
export const isSectionName = (text: string): boolean => SECTIONS.test(text);

export interface Breadcrumb {
  section?: string;
  /** The rest of the line, where a headline is in it. */
  headline?: string;
}

/**
 * The way to a story: `Home Weather …`, `Home / Weather`, `News » Weather » …`. Where the headline is known, all that stands
 * before it in the line is the way there. Null for what is no breadcrumb.
 */
export function parseBreadcrumb(text: string, headline?: string): Breadcrumb | null {
  const way =
    headline !== undefined && endsWithWords(text, headline) ? text.slice(0, text.length - headline.length) : undefined;
  const parts = (way ?? text)
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !isRule(part));
  if (way === undefined && parts.length > 1) return breadcrumbOfParts(parts, headline);
  if (way !== undefined)
    return { section: parts.length > 1 ? lastCrumb(parts) : sectionIn((parts[0] ?? "").split(/\s+/)) };
  const [first = "", ...rest] = text.trim().split(/\s+/);
  if (!HOME.test(first) || rest.length === 0) return HOME.test(text) ? {} : null;
  const sections = rest.findIndex((word) => !SECTIONS.test(word));
  if (sections < 0 || rest.length <= 3) return { section: rest.join(" ") };
  return { section: rest.slice(0, sections).join(" ") || undefined, headline: rest.slice(sections).join(" ") };
}

/** With separators the last part is the section, or the headline if it reads like one. */
function breadcrumbOfParts(parts: string[], headline: string | undefined): Breadcrumb | null {
  if (!HOME.test(parts[0] ?? "") && !SECTIONS.test(parts[0] ?? "")) return null;
  const last = parts.at(-1) ?? "";
  const isHeadline = headline === undefined ? wordCount(last) >= 4 : sameWords(last, headline);
  return isHeadline ? { section: lastCrumb(parts.slice(0, -1)), headline: last } : { section: lastCrumb(parts) };
}

const lastCrumb = (parts: string[]): string | undefined => parts.filter((part) => !HOME.test(part)).at(-1);

/** Without separators, all words are the section. */
const sectionIn = (all: string[]): string | undefined =>
  (HOME.test(all[0] ?? "") ? all.slice(1) : all).join(" ") || undefined;
