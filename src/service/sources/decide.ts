import { createHash } from "node:crypto";
import type { Article, Status } from "../../article/article.ts";
import type { SourceItem } from "../store/source-items.ts";

/** What a source says of a story: its words, or null where it only says where the story stands; and where that is. */
export interface Saying {
  words: Article | null;
  said: Status;
}

/** What becomes of a story when its source speaks. */
export interface Decision {
  /** What is to be saved; null: nothing. */
  article: Article | null;
  /** What is to be remembered of what the source said. */
  remember: Pick<SourceItem, "said" | "words">;
  /** The source's words stay out, because an editor has changed the article here. */
  isKeptOut: boolean;
}

/** How a source is called in a notice, and whether an editor releases what comes from it. */
interface Terms {
  name: string;
  withhold: boolean;
}

/**
 * The source's words go in as long as the article's are those that the source gave; once an editor has changed them here, they stay,
 * and the source's stay out. Where a story stands is another matter: what the source takes back, or shows no more, is shown no more, and
 * comes back when the source shows it again, unless an editor has decided otherwise meanwhile.
 *
 * @param item what the source last said; its `words` are empty where it has said nothing yet
 * @param current the article as it is here; undefined: there is none
 */
export function decideSaid(
  item: Pick<SourceItem, "said" | "words">,
  current: Article | undefined,
  saying: Saying,
  terms: Terms,
): Decision {
  const { said } = saying;
  if (!current) {
    const words = saying.words;
    const status = said === "usable" && terms.withhold ? "withheld" : said;
    return words
      ? {
          article: standing(words, status, saying, terms),
          remember: { said, words: hashWords(words) },
          isKeptOut: false,
        }
      : { article: null, remember: { said, words: item.words }, isKeptOut: false };
  }
  const [here, theirs] = [hashWords(current), saying.words ? hashWords(saying.words) : item.words];
  const hasSpoken = item.words !== "";
  const isNews = saying.words !== null && theirs !== item.words;
  // An article that came in by another way, with these very words, counts as the source's from here on.
  const isOwn = here === theirs || (hasSpoken && here === item.words);
  // What an editor has taken back here has no words that anybody reads.
  const isTakenBackHere = current.status === "canceled" && item.said !== "canceled" && said !== "canceled";
  const status = statusOf(hasSpoken ? item.said : "", current.status, saying.said, terms);
  const words = isNews && isOwn && !isTakenBackHere ? saying.words : null;
  const next = words || status !== current.status ? standing(words ?? current, status, saying, terms) : current;
  return {
    article: isSameArticle(next, current) ? null : next,
    remember: { said, words: isNews && !isOwn ? item.words : theirs },
    isKeptOut: isNews && !isOwn && !isTakenBackHere,
  };
}

/** How strictly each keeps a story back. */
const STRICTNESS: Record<Status, number> = { usable: 0, withheld: 1, draft: 1, canceled: 2 };

/**
 * @param before what the source said the last time; `""`: nothing
 * @param here what the article is
 */
function statusOf(before: Status | "", here: Status, said: Status, { withhold }: Terms): Status {
  if (said === before) return here;
  if (STRICTNESS[said] > STRICTNESS[here]) return said;
  // It is released only by whom it was kept back.
  const isTheirs = before !== "" && here === before;
  if (!isTheirs) return here;
  return said === "usable" && withhold ? "withheld" : said;
}

/** The article with a status, and with the reason that goes with it: the source's own where it gives one. */
function standing({ reason: _, ...article }: Article, status: Status, { words }: Saying, { name }: Terms): Article {
  return status === "canceled"
    ? { ...article, status, reason: words?.reason ?? `taken back at ${name}` }
    : { ...article, status };
}

const isSameArticle = (a: Article, b: Article): boolean =>
  hashWords(a) === hashWords(b) && a.status === b.status && a.reason === b.reason;

/**
 * What an article says, whatever its standing, in so few characters that all of a source's can be kept. The order of its fields makes no
 * difference, nor does what names its elements: sites count those anew for each answer, as WordPress does galleries and players.
 */
export function hashWords({ status: _, reason: __, minor: ___, ...words }: Article): string {
  const said = { ...words, content_html: words.content_html.replace(TAG, (tag) => tag.replace(NAMES, "")) };
  const sorted = Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("base64url");
}

/** A tag of cleaned HTML: what is text has no `<` in it. */
const TAG = /<[a-z][^<>]*>/gi;

/** Attributes by which elements are known within a page, and to its style sheets. */
const NAMES = / (?:(?:class|id|for|headers|aria-[a-z]+)="[^"]*"|href="#[^"]*")/gi;
