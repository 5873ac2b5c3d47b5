import { getDayOfYear } from "date-fns/getDayOfYear";
import { getISOWeek } from "date-fns/getISOWeek";
import { toSlug } from "../../decide/slug.ts";
import { fillLiquid } from "./liquid.ts";
import type { PermalinkFacts } from "./permalink-facts.ts";

/** What Jekyll calls by a word (jekyllrb.com/docs/permalinks). */
const STYLES: Record<string, string> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

/** Whether it is more than an address: a style by name, or with parts to be filled in. */
export const isTemplate = (permalink: string): boolean =>
  Object.hasOwn(STYLES, permalink.trim()) || /\{\{|\{%|(?<!^[a-z]+):[a-z_]/i.test(permalink);

/** A permalink with its parts filled in, or undefined where one of them is not known here. */
export function fillPermalink(permalink: string, facts: PermalinkFacts): string | undefined {
  const template = Object.hasOwn(STYLES, permalink.trim()) ? (STYLES[permalink.trim()] as string) : permalink;
  const liquid = fillLiquid(template, facts);
  if (liquid === undefined) return undefined;
  let isWhole = true;
  const filled = liquid.replace(/\\?:([a-z_]+)(\[[^\]]*\])?/gi, (written, token: string, part?: string) => {
    if (written.startsWith("\\")) return written.slice(1);
    const value = part === undefined ? tokenValue(token.toLowerCase(), facts) : undefined;
    isWhole &&= value !== undefined;
    return value ?? "";
  });
  return isWhole ? filled.replace(/\/{2,}/g, "/").replace(/(^|\/)index\.html?$/, "$1") : undefined;
}

/** Jekyll's, Hugo's and Hexo's tokens; where one name has several meanings, they come to the same for a file's own name. */
function tokenValue(token: string, facts: PermalinkFacts): string | undefined {
  const { date, slug, name, title, folders, categories } = facts;
  if (Object.hasOwn(DATE_TOKENS, token)) return date && DATE_TOKENS[token]?.(date);
  const ownName = slug ?? (toSlug(name) || toSlug(title));
  const named: Record<string, string | undefined> = {
    title: [...(facts.isTitlePath ? folders.map(encodeURIComponent) : []), ownName].join("/"),
    slug: ownName,
    post_title: toSlug(title),
    name: toSlug(name),
    basename: name,
    filename: name,
    contentbasename: name,
    slugorfilename: slug ?? name,
    slugorcontentbasename: slug ?? name,
    path: [...folders, name].map(encodeURIComponent).join("/"),
    section: folders[0] ?? "",
    sections: folders.map(encodeURIComponent).join("/"),
    categories: categories.map((one) => encodeURIComponent(one.toLowerCase())).join("/"),
    slugified_categories: categories.map(toSlug).join("/"),
    category: categories[0] === undefined ? undefined : toSlug(categories[0]),
    collection: facts.collection,
    output_ext: ".html",
  };
  return Object.hasOwn(named, token) ? named[token] : undefined;
}

const two = (number: number): string => String(number).padStart(2, "0");
const inEnglish = (options: Intl.DateTimeFormatOptions) => (date: Date) =>
  // The parts of a date in another zone: a formatter of our own zone would tell the next day's.
  new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" })
    .format(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()))
    .toLowerCase();

const DATE_TOKENS: Record<string, (date: Date) => string> = {
  year: (date) => String(date.getFullYear()),
  short_year: (date) => two(date.getFullYear() % 100),
  month: (date) => two(date.getMonth() + 1),
  i_month: (date) => String(date.getMonth() + 1),
  day: (date) => two(date.getDate()),
  i_day: (date) => String(date.getDate()),
  hour: (date) => two(date.getHours()),
  minute: (date) => two(date.getMinutes()),
  second: (date) => two(date.getSeconds()),
  y_day: (date) => String(getDayOfYear(date)).padStart(3, "0"),
  yearday: (date) => String(getDayOfYear(date)),
  week: (date) => two(getISOWeek(date)),
  monthname: inEnglish({ month: "long" }),
  long_month: inEnglish({ month: "long" }),
  short_month: inEnglish({ month: "short" }),
  weekdayname: inEnglish({ weekday: "long" }),
  long_day: inEnglish({ weekday: "long" }),
  short_day: inEnglish({ weekday: "short" }),
  weekday: (date) => String(date.getDay()),
};
