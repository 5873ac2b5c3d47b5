import type { Draft, FeedFacts, Media } from "../draft.ts";
import { parseDate } from "../values/dates.ts";
import type { Person } from "../values/people.ts";
import { type Text, unlessBlank } from "../values/text.ts";
import { whyNotPublic } from "./status.ts";
import { otherTaxonomies, sectionsOf, type Term } from "./terms.ts";

/** A post of WordPress, from its export or from the running site. */
export interface WordpressPost {
  /** `item 3`. */
  where: string;
  status?: string;
  hasPassword: boolean;
  guid?: string;
  link?: string;
  /** HTML, as are `body` and `excerpt`. */
  title?: string;
  body?: string;
  excerpt?: string;
  date?: PostDate;
  modified?: PostDate;
  authors: Person[];
  terms: Term[];
  /** The id or slug of the category that the editor made the first. */
  primary?: string;
  media: Media[];
  notes: string[];
}

/** `YYYY-MM-DD HH:MM:SS`, in UTC and by the site's own clock. A draft has zeros for the former. */
export interface PostDate {
  gmt?: string;
  local?: string;
  /** As other programs that make exports have it alone. */
  other?: string;
}

/** What is decided alike for all posts. */
export function draftOf(post: WordpressPost): Draft {
  const { where, guid, link, title, body, excerpt, authors, terms, media } = post;
  const published = dateOf(post.date);
  const updated = dateOf(post.modified);
  const isScheduled = post.status?.trim().toLowerCase() === "future";
  const isDated = published !== undefined && parseDate(published) !== null;
  return {
    ...{ where, guid, link, authors, media, published },
    // What was changed before its publication came out as it was then.
    updated: isLater(updated, published) ? updated : undefined,
    base: [],
    ...{ title: markup(title), content: markup(body), description: markup(excerpt) },
    ...sectionsOf(terms, post.primary),
    language: terms.find(({ taxonomy }) => taxonomy === "language")?.slug,
    embargo: isScheduled && isDated ? published : undefined,
    withheld:
      whyNotPublic(post.status, post.hasPassword) ??
      (isScheduled && !isDated ? "it is scheduled, and its date cannot be read" : undefined),
    notes: [...post.notes, ...otherTaxonomies(terms).map((taxonomy) => `its terms of ${taxonomy} are left out`)],
  };
}

/**
 * What a site says for all of its posts. Its name stays out: an agency is credited for a story, and no newsroom for its own.
 */
export const factsOf = (home: string | undefined, language?: string): FeedFacts => ({ home, language, authors: [] });

/** Without a tag or a reference, markup is plain text, which needs no parser. */
const markup = (value = ""): Text | undefined => unlessBlank({ type: /[<&]/.test(value) ? "html" : "text", value });

function dateOf({ gmt, local, other }: PostDate = {}): string | undefined {
  if (isDate(gmt)) return `${gmt.trim()}Z`;
  if (isDate(local)) return local.trim();
  return gmt === undefined && local === undefined ? other : undefined;
}

const isDate = (text: string | undefined): text is string => /^\s*(?!0000)\d{4}-/.test(text ?? "");

function isLater(one: string | undefined, other: string | undefined): boolean {
  const [time, before] = [parseDate(one ?? ""), parseDate(other ?? "")];
  return time !== null && before !== null && Date.parse(time) > Date.parse(before);
}
