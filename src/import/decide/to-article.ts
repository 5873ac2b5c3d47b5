import * as limit from "../../article/limits.ts";
import { firstWords } from "../../article/text.ts";
import { copied } from "../copied.ts";
import type { Draft, FeedFacts } from "../draft.ts";
import type { ImportSource } from "../source.ts";
import type { ReadItem, Skip } from "../source-reading.ts";
import { absoluteUrl } from "../values/addresses.ts";
import { shorten, withoutUndefined } from "../values/keep.ts";
import { baseOf, chooseAddress, rebase } from "./address.ts";
import { articleId } from "./article-id.ts";
import { chooseAuthors } from "./choose-authors.ts";
import { chooseBody } from "./choose-body.ts";
import { chooseCredit } from "./choose-credit.ts";
import { chooseDates } from "./choose-dates.ts";
import { chooseLanguage } from "./choose-language.ts";
import { chooseTags } from "./choose-tags.ts";
import { chooseTitle } from "./choose-title.ts";
import { keepGuid } from "./keep-guid.ts";
import { sortMedia } from "./sort-media.ts";

export type Converted = { status: "read"; item: ReadItem } | { status: "skipped"; skip: Skip };

/** An item to article JSON: here every format's items are decided alike, and every decision is noted. */
export async function toArticle(draft: Draft, feed: FeedFacts, source: ImportSource): Promise<Converted> {
  if (isNothing(draft))
    return { status: "skipped", skip: { where: draft.where, reason: "it has no words, no address and no file" } };
  const notes = [...draft.notes];
  const base = baseOf(draft.base, feed, source);
  const address = await chooseAddress(draft, feed, source, base);
  const title = chooseTitle(draft, feed, address?.url, notes);
  const where = copied(`${draft.where} “${firstWords(title, 60)}”`);
  if (!address) return { status: "skipped", skip: { where, reason: NO_HOME } };
  if (address.note) notes.push(address.note);
  const { withheld, ...dates } = chooseDates(draft, source, notes);
  const guid = keepGuid(draft, address.url, notes);
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
    credit: chooseCredit(draft, feed, source, base),
    ...sortMedia(draft.media, base, notes),
    rights: shorten(draft.rights ?? feed.rights, limit.MAX_CAPTION, "rights", notes),
    ...dates,
    guid,
  };
  return {
    status: "read",
    item: withoutUndefined<ReadItem>({
      where,
      article: withoutUndefined(article),
      notes: [...new Set(notes)],
      withheld: draft.withheld ?? withheld,
      undated: dates.published_at === undefined ? 0 : undefined,
    }),
  };
}

const NO_HOME = "it has no address, and there is no home to put it under: --base gives one";

/** A link that is none, and an id, do not make an item. */
const isNothing = ({ title, description, content, link, guid, media }: Draft): boolean =>
  !title &&
  !description &&
  !content &&
  media.length === 0 &&
  !absoluteUrl(link, "https://home.example/") &&
  !absoluteUrl(guid);
