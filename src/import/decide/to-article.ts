import * as limit from "../../article/limits.ts";
import { firstWords, oneLine } from "../../article/text.ts";
import type { Draft, FeedFacts } from "../draft.ts";
import type { ReadItem, Skip, Source } from "../reading.ts";
import { parseDate } from "../values/dates.ts";
import { atMost, defined, shorten } from "../values/keep.ts";
import type { Person } from "../values/people.ts";
import { absolute, addressOf, baseOf, rebase } from "./address.ts";
import { chooseBody, chooseTitle } from "./choose-text.ts";
import { articleId } from "./identity.ts";
import { sortMedia } from "./sort-media.ts";

export type Converted = { status: "read"; item: ReadItem } | { status: "skipped"; skip: Skip };

/** An item to article JSON: here every format's items are decided alike, and every decision is noted. */
export async function toArticle(draft: Draft, feed: FeedFacts, source: Source): Promise<Converted> {
  const notes = [...draft.notes];
  const base = baseOf(draft.base, feed, source);
  const address = addressOf(draft, feed, base);
  const title = chooseTitle(draft, feed, address?.url, notes);
  const where = `${draft.where} “${firstWords(title, 60)}”`;
  const skipped = (reason: string): Converted => ({ status: "skipped", skip: { where, reason } });
  if (!address) return skipped("it has no link, no id that is one, and no home page to stand in");
  if (address.note) notes.push(address.note);
  const dates = chooseDates(draft, feed, source, notes);
  if (!dates) return skipped("it has no date, and neither has its feed: --date gives one");
  if (draft.guid === undefined) notes.push("without an id: its link is its id");
  // As it is written: a reader that knows the item by its link compares the text.
  const guid = draft.guid ?? (absolute(draft.link) ? draft.link?.trim() : undefined) ?? address.url;
  const body = chooseBody(draft, notes);
  const bodyBase = draft.bodyBase ?? draft.base;
  const article = {
    id: await articleId(guid, address.url),
    url: address.url,
    title,
    summary: body.summary,
    content_html: rebase(body.html, bodyBase.length === 0 ? undefined : baseOf(bodyBase, feed, source), notes),
    authors: chooseAuthors(draft.authors.length > 0 ? draft.authors : feed.authors, base, notes),
    section: source.section ?? draft.section,
    tags: chooseTags(draft.tags, source.tag, notes),
    language: chooseLanguage([draft.language, feed.language], notes),
    credit: chooseCredit(draft, feed, base),
    ...sortMedia(draft.media, base, notes),
    rights: shorten(draft.rights ?? feed.rights, limit.MAX_CAPTION, "rights", notes),
    ...dates,
    status: draft.status,
    guid,
  };
  return { status: "read", item: { where, article: defined(article), notes: [...new Set(notes)] } };
}

interface Dates {
  published_at: string;
  updated_at?: string;
}

/** The feed's own date stays the same for the same bytes, which the clock does not. */
function chooseDates(draft: Draft, feed: FeedFacts, source: Source, notes: string[]): Dates | null {
  const published = readDate(draft.published, notes);
  const updated = readDate(draft.updated, notes);
  const own = published ?? updated;
  const given = own ?? source.date ?? readDate(feed.date, notes);
  if (!given) return null;
  if (!own) notes.push(source.date ? "without a date: it got the given one" : "without a date: it got its feed's");
  else if (!published) notes.push("without a publication date: it got the date of its last update");
  if (Date.parse(given) > Date.parse(source.now)) notes.push("dated in the future: it is shown from then on");
  return { published_at: given, updated_at: published && updated !== published ? (updated ?? undefined) : undefined };
}

function readDate(text: string | undefined, notes: string[]): string | null {
  if (text === undefined) return null;
  const date = parseDate(text);
  if (!date) notes.push(`“${firstWords(text, 40)}” is no date`);
  return date;
}

function chooseAuthors(people: Person[], base: string | undefined, notes: string[]): Person[] {
  const seen = new Map<string, Person>();
  for (const { name, url, email } of people) {
    const author = { name: shorten(name, limit.MAX_LINE, "an author", notes) ?? "", url: absolute(url, base), email };
    if (url && !author.url) notes.push("an author's address that is no http(s) URL is left out");
    if (author.name) seen.set(JSON.stringify(author), defined(author) as unknown as Person);
  }
  return atMost([...seen.values()], limit.MAX_AUTHORS, "authors", notes);
}

function chooseTags(own: string[], added: string | undefined, notes: string[]): string[] {
  const tags = own.flatMap((tag) => shorten(oneLine(tag), limit.MAX_LINE, "a tag", notes) ?? []);
  const distinct = [...new Set(tags)];
  if (distinct.length < tags.length) notes.push("a tag that was given twice stands once");
  const room = added === undefined || distinct.includes(added) ? limit.MAX_TAGS : limit.MAX_TAGS - 1;
  return [...new Set([...atMost(distinct, room, "tags", notes), ...(added === undefined ? [] : [added])])];
}

/** RFC 5646; `en_US` is a common slip. An empty `xml:lang` says that there is none. */
function chooseLanguage(candidates: (string | undefined)[], notes: string[]): string | undefined {
  for (const candidate of candidates) {
    const tag = candidate?.trim().replaceAll("_", "-") ?? "";
    if (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) return tag;
    if (tag !== "") notes.push(`“${firstWords(tag, 40)}” is no language tag`);
  }
  return undefined;
}

/** Where a story came from: what it says itself, else the feed that it was read from. */
function chooseCredit(
  draft: Draft,
  feed: FeedFacts,
  base: string | undefined,
): { name: string; url?: string } | undefined {
  const credit = draft.credit ?? { name: feed.title ?? "", url: feed.home };
  const name = oneLine(credit.name);
  if (name === "") return undefined;
  return defined({ name: firstWords(name, limit.MAX_LINE - 1), url: absolute(credit.url, base) }) as {
    name: string;
    url?: string;
  };
}
