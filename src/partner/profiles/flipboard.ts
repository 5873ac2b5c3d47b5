import { htmlToText } from "../../article/html/text.ts";
import { firstWords } from "../../article/text.ts";
import type { Entry, EntryImage } from "../../feed/feed.ts";
import { type FeedRule, HAS_BODY, lengthOf, lintOf, type Profile, type ProfileRule } from "./rule.ts";

const GUIDELINES = "Flipboard, RSS guidelines";

const DESCRIPTION = 300;
const SMALLEST_IMAGE = 500;
const FEWEST_ENTRIES = 20;

/**
 * Flipboard shows the description and the enclosure. An item has one enclosure, an attachment before an image, so
 * attachments stay behind, and the first image of enough pixels leads.
 */
function entry(entry: Entry): Entry {
  const large = entry.images.filter(isLarge);
  return {
    ...entry,
    summary: entry.summary ?? (firstWords(htmlToText(entry.content_html ?? ""), DESCRIPTION) || undefined),
    images: [...large, ...entry.images.filter((image) => !large.includes(image))],
    attachments: [],
  };
}

const isLarge = ({ width = 0, height = 0 }: EntryImage): boolean => Math.min(width, height) >= SMALLEST_IMAGE;

const RULES: ProfileRule[] = [
  { rule: "body", source: `${GUIDELINES}: content:encoded`, severity: "hard", field: "content_html", broken: HAS_BODY },
  {
    rule: "description",
    source: `${GUIDELINES}: description`,
    severity: "advice",
    field: "summary",
    // An excerpt of a longer body is cut between words.
    broken: ({ summary = "" }) =>
      lengthOf(summary) < DESCRIPTION && !summary.endsWith("…")
        ? `the description has ${lengthOf(summary)} characters; ${DESCRIPTION} or more are asked for`
        : undefined,
  },
  {
    rule: "byline",
    source: `${GUIDELINES}: dc:creator`,
    severity: "advice",
    field: "authors",
    broken: ({ authors }) => (authors.length === 0 ? "there is no author" : undefined),
  },
  {
    rule: "image",
    source: `${GUIDELINES}: enclosure`,
    severity: "advice",
    field: "images",
    broken: ({ images: [first] }) =>
      first === undefined || !isLarge(first)
        ? `there is no image known to have ${SMALLEST_IMAGE} pixels on its smallest side`
        : undefined,
  },
];

const FEED_RULES: FeedRule[] = [
  {
    rule: "entries",
    source: `${GUIDELINES}: number of items`,
    field: "entries",
    broken: ({ entries }) =>
      entries.length < FEWEST_ENTRIES
        ? `the feed has ${entries.length} entries; at least ${FEWEST_ENTRIES} are asked for, 30 are better`
        : undefined,
  },
  {
    rule: "host",
    source: `${GUIDELINES}: link`,
    field: "entries",
    broken: ({ entries, self }) =>
      entries.some(({ url }) => new URL(url).host !== new URL(self.rss).host)
        ? "entries link to another host than the feed's; the same is preferred"
        : undefined,
  },
];

export const flipboard: Profile = { entry, ...lintOf(RULES, FEED_RULES) };
