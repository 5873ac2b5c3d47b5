import { millisecondsInDay, millisecondsInHour } from "date-fns/constants";
import type { Article } from "../../article/article.ts";
import { firstWords } from "../../article/text.ts";
import type { Entry, EntryImage, Feed } from "../../feed/feed.ts";
import { wordsOf } from "../../feed/wording.ts";
import {
  approximateBytes,
  type FeedRule,
  HAS_BODY,
  hasLanguageOf,
  lengthOf,
  lintOf,
  type Profile,
  type ProfileRule,
} from "./rule.ts";

const ITEMS = "MSN Partner Hub, feed item metadata requirements";
const FEEDS = "MSN Partner Hub, how to set up RSS and Atom feeds";

const SHORTEST_TITLE = 21;
const LONGEST_TITLE = 150;
const LONGEST_SHORT_TITLE = 54;
const OLDEST = 365 * millisecondsInDay;
const SOONEST_EXPIRY = 2 * millisecondsInHour;
const LARGEST_IMAGE = 14_000_000;
const GOOD_IMAGE = 720;
const LARGEST_FEED = 10_000_000;

/** MSN looks for an item's changes in `dcterms:modified`; what was taken back has expired at that time. */
function entry(entry: Entry, article: Article, feed: Feed): Entry {
  const modified = entry.updated;
  // The usual title of a notice is shorter than MSN takes.
  if (article.status === "canceled")
    return { ...entry, title: wordsOf(feed.language).withdrawn, modified, expires: modified };
  return {
    ...entry,
    // With room for the ellipsis.
    short_title: lengthOf(entry.title) > LONGEST_TITLE ? firstWords(entry.title, LONGEST_SHORT_TITLE - 1) : undefined,
    modified,
    expires: [article.expires_at, article.syndication?.until].filter((time) => time !== undefined).sort(byTime)[0],
    images: entry.images.map((image) => withRights(image, article)),
  };
}

const byTime = (a: string, b: string): number => Date.parse(a) - Date.parse(b);

/**
 * An image that came so far may go to the partner; MSN is told so where the newsroom has said it: of the image, or of the
 * story, by a list of partners. "all" is what a story's statement of other things says, too.
 */
function withRights(image: EntryImage, { images, syndication }: Article): EntryImage {
  const stored = images.find(({ url }) => url === image.url);
  const stated = stored?.syndication !== undefined || Array.isArray(syndication?.allow);
  return {
    ...image,
    syndication_rights: stated || undefined,
    license_id: stored?.license?.id,
    licensor: stored?.license?.licensor,
  };
}

const RULES: ProfileRule[] = [
  { rule: "body", source: `${ITEMS}: Body`, severity: "hard", field: "content_html", broken: HAS_BODY },
  {
    rule: "title-short",
    source: `${ITEMS}: Title`,
    severity: "hard",
    field: "title",
    broken: ({ title }) =>
      lengthOf(title) < SHORTEST_TITLE
        ? `the title has ${lengthOf(title)} characters; it has to have more than 20`
        : undefined,
  },
  {
    rule: "title-long",
    source: `${ITEMS}: Title, Short title`,
    severity: "advice",
    field: "title",
    broken: ({ title, short_title }) =>
      short_title === undefined
        ? undefined
        : `the title has ${lengthOf(title)} characters, more than ${LONGEST_TITLE}: readers may see "${short_title}"`,
  },
  {
    rule: "age",
    source: `${ITEMS}: Published date`,
    severity: "hard",
    field: "published",
    // The feed's newest change stands for today: what is left out is a function of the stored data alone.
    broken: ({ published }, { updated }) =>
      Date.parse(updated) - Date.parse(published) >= OLDEST ? "it was published 365 days ago or earlier" : undefined,
  },
  {
    rule: "language",
    source: "MSN Partner Hub, feed management FAQ: one language a feed",
    severity: "hard",
    field: "language",
    broken: hasLanguageOf("feed"),
  },
  {
    rule: "expiry",
    source: `${ITEMS}: Expiration date`,
    severity: "advice",
    field: "expires",
    broken: ({ expires, updated }) =>
      expires !== undefined && Date.parse(expires) - Date.parse(updated) < SOONEST_EXPIRY
        ? "it expires less than two hours after its last change"
        : undefined,
  },
  {
    rule: "image-bytes",
    source: `${ITEMS}: Images`,
    severity: "advice",
    field: "images.length",
    broken: ({ images }) =>
      images.some(({ length = 0 }) => length > LARGEST_IMAGE) ? "an image has more than 14 MB" : undefined,
  },
  {
    rule: "image-size",
    source: `${ITEMS}: Images`,
    severity: "advice",
    field: "images.width",
    broken: ({ images }) =>
      images.some(({ width = GOOD_IMAGE }) => width < GOOD_IMAGE)
        ? `an image is less than ${GOOD_IMAGE} pixels wide`
        : undefined,
  },
  {
    rule: "image-rights",
    source: `${ITEMS}: Images, hasSyndicationRights`,
    severity: "advice",
    field: "images.syndication_rights",
    broken: ({ images }) =>
      images.some(({ syndication_rights, license_id }) => !syndication_rights && license_id === undefined)
        ? "of an image it is not said who may have it, nor under which licence"
        : undefined,
  },
];

const FEED_RULES: FeedRule[] = [
  {
    rule: "https",
    source: FEEDS,
    field: "self",
    broken: ({ self }) => (self.rss.startsWith("https:") ? undefined : "the feed is not served by HTTPS"),
  },
  {
    rule: "bytes",
    source: FEEDS,
    field: "entries",
    broken: (feed) => (approximateBytes(feed) > LARGEST_FEED ? "the feed has more than 10 MB" : undefined),
  },
];

export const msn: Profile = { entry, ...lintOf(RULES, FEED_RULES) };
