import { toSlug } from "../../decide/slug.ts";
import type { PermalinkFacts } from "./permalink-facts.ts";

type Filter = (value: string) => string;

const FILTERS: Record<string, Filter> = {
  slugify: toSlug,
  slug: toSlug,
  downcase: (value) => value.toLowerCase(),
  lower: (value) => value.toLowerCase(),
  upcase: (value) => value.toUpperCase(),
  upper: (value) => value.toUpperCase(),
  strip: (value) => value.trim(),
  trim: (value) => value.trim(),
  url_encode: encodeURIComponent,
  urlencode: encodeURIComponent,
  string: (value) => value,
};

/** strftime's, as Liquid's `date` has them. */
const DATE_PARTS: Record<string, (date: Date) => number> = {
  Y: (date) => date.getFullYear(),
  y: (date) => date.getFullYear() % 100,
  m: (date) => date.getMonth() + 1,
  d: (date) => date.getDate(),
  H: (date) => date.getHours(),
  M: (date) => date.getMinutes(),
  S: (date) => date.getSeconds(),
};

/**
 * A template of Liquid or Nunjucks with its expressions filled in: a field or a fact of the file, through filters that are the same
 * everywhere. Undefined for anything that only its generator knows.
 */
export function fillLiquid(template: string, facts: PermalinkFacts): string | undefined {
  let isWhole = true;
  const filled = template.replace(/\{\{-?([^{}]*?)-?\}\}/g, (_, expression: string) => {
    const value = evaluate(expression, facts);
    isWhole &&= value !== undefined && value !== "";
    return value ?? "";
  });
  return isWhole && !/\{\{|\{%/.test(filled) ? filled : undefined;
}

function evaluate(expression: string, facts: PermalinkFacts): string | undefined {
  const [head = "", ...filters] = expression.split("|").map((part) => part.trim());
  let value = headValue(head, facts);
  for (const filter of filters) {
    const [, name = "", argument] = /^(\w+)\s*(?::\s*|\(\s*)?(?:["']([^"']*)["'])?\s*\)?$/.exec(filter) ?? [];
    if (value instanceof Date)
      value = name === "date" && argument !== undefined ? formatDate(value, argument) : undefined;
    else
      value =
        value === undefined || argument !== undefined || !Object.hasOwn(FILTERS, name)
          ? undefined
          : FILTERS[name]?.(value);
  }
  return value instanceof Date ? undefined : value;
}

function headValue(head: string, facts: PermalinkFacts): string | Date | undefined {
  const literal = /^(["'])(.*)\1$/.exec(head);
  if (literal) return literal[2];
  const name = head.replace(/^(?:page|post|data)\./, "");
  const known: Record<string, string | Date | undefined> = {
    title: facts.title,
    date: facts.date,
    fileSlug: facts.name || facts.folders.at(-1),
    filePathStem: `/${[...facts.folders, facts.name || "index"].join("/")}`,
    slug: facts.slug ?? facts.name,
  };
  if (Object.hasOwn(known, name)) return known[name];
  const field = Object.hasOwn(facts.fields, name) ? facts.fields[name] : undefined;
  return typeof field === "string" || typeof field === "number" ? String(field) : undefined;
}

function formatDate(date: Date, format: string): string | undefined {
  if (/%[^YymdHMS]/.test(format)) return undefined;
  return format.replace(/%(.)/g, (_, part: string) => String(DATE_PARTS[part]?.(date) ?? "").padStart(2, "0"));
}
