import * as z from "zod";
import { PROFILES } from "../../../feed/definition.ts";
import { FACETS } from "../../../feed/family.ts";
import { FORMATS } from "../../../feed/feed.ts";
import { count, timeText, urlText } from "../../describe/schemas.ts";

const discrepancy = () =>
  z
    .strictObject({
      feed: z.string(),
      format: z.enum(FORMATS),
      entry: z.string().optional(),
      field: z.string(),
      stored: z.string(),
      read: z.string(),
      reader: z.enum(["rss-parser", "strict-xml", "strict-json"]),
    })
    .meta({ ref: "Discrepancy", description: "One field that was not read back as it is stored." });

const urls = () => z.strictObject({ rss: urlText(), atom: urlText(), json: urlText() });
/** Of a family, with `{value}` in the place of a value. */
const urlTemplates = () => z.strictObject({ rss: z.string(), atom: z.string(), json: z.string() });

const statusFields = () => ({
  slug: z.string(),
  title: z.string(),
  partner: z.string().optional().meta({ description: "Absent: the feed is public." }),
  family: z
    .string()
    .optional()
    .meta({ description: "The path of its family; absent: it has a definition of its own." }),
  labels: z.array(z.string()).optional().meta({ description: "What it is of, by each facet of its family." }),
  asleep: z.boolean().optional().meta({ description: "Nobody polls it, and it is composed when somebody does." }),
  urls: urls(),
  state: z.enum(["verified", "refused", "none"]).meta({ description: "How the newest edition fared." }),
  edition: count(),
  published_at: timeText().optional(),
  entries: count(),
  archive: z.strictObject({ pages: count(), stale: z.boolean() }),
  stale: z.boolean().meta({ description: "Whether the store is ahead of the edition." }),
  discrepancies: z.array(discrepancy()).optional(),
});

const feedStatus = () => z.strictObject(statusFields()).meta({ ref: "FeedStatus" });

const familyStatus = () =>
  z
    .strictObject({
      family: z.string().meta({ description: "The path that its feeds' slugs begin with." }),
      by: z.array(z.enum(FACETS)),
      title: z.string(),
      partner: z.string().optional().meta({ description: "Absent: its feeds are public." }),
      urls: urlTemplates(),
      values: count().meta({ description: "Values that some story has or had." }),
      awake: count().meta({ description: "Those whose feeds are polled, and published for it." }),
      refused: count(),
      counted_up_to: count().meta({ description: "A number that is as large stands for as many or more." }),
    })
    .meta({ ref: "FamilyStatus" });

/** A page of the list of feeds. */
export const feedList = () =>
  z
    .strictObject({
      feeds: z.array(feedStatus()),
      families: z.array(familyStatus()).optional().meta({ description: "On the first page." }),
      empty: z.boolean().meta({ description: "Whether no article is stored." }),
      next: z
        .string()
        .optional()
        .meta({ description: "Where those after them are. There may be fewer on a page than its limit." }),
    })
    .meta({ ref: "Feeds" });

/** A feed, with what its documents have to say. */
export const storedFeed = () =>
  z
    .strictObject({
      ...statusFields(),
      feed: z
        .looseObject({ entries: z.array(z.looseObject({ id: z.string(), title: z.string() })) })
        .meta({ description: "What its documents have to say, selected from the store now." }),
    })
    .meta({ ref: "StoredFeed" });

const finding = () =>
  z
    .strictObject({
      rule: z.string(),
      source: z.string(),
      severity: z.enum(["hard", "advice"]),
      field: z.string(),
      message: z.string(),
    })
    .meta({ ref: "ProfileFinding" });

/** What a partner's system will not take. */
export const lintReport = () =>
  z
    .strictObject({
      slug: z.string(),
      profile: z.enum(PROFILES),
      left_out: count().meta({ description: "Entries that break a hard rule: they do not go out." }),
      findings: z.array(finding()).meta({ description: "Of the feed as a whole." }),
      entries: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          article: z.string(),
          left_out: z.boolean(),
          findings: z.array(finding()),
        }),
      ),
    })
    .meta({ ref: "Lint" });

/** A feed's editions, the newest first. */
export const editionList = () =>
  z
    .strictObject({
      slug: z.string(),
      kept_days: count(),
      editions: z.array(
        z.union([
          z.strictObject({
            outcome: z.literal("verified"),
            edition: count(),
            at: timeText(),
            entries: count().nullable(),
            added: z.array(z.string()).optional().meta({ description: "Articles, by their ids." }),
            changed: z.array(z.string()).optional(),
            removed: z.array(z.string()).optional(),
          }),
          z.strictObject({
            outcome: z.literal("refused"),
            at: timeText(),
            current: count().meta({ description: "The edition that stays." }),
            discrepancies: z.array(discrepancy()),
          }),
        ]),
      ),
      next: z.string().optional().meta({ description: "Where the older ones are." }),
    })
    .meta({ ref: "Editions" });

/** Old addresses of feeds that somebody asks for. */
export const oldAddressList = () =>
  z
    .strictObject({
      addresses: z.array(
        z.strictObject({
          address: z.string().meta({ description: "Path, and as much of the query as tells feeds apart." }),
          asked: count(),
          first_asked: timeText(),
          last_asked: timeText(),
          readers: z.array(z.strictObject({ product: z.string(), asked: count() })),
          leads_to: z
            .string()
            .optional()
            .meta({ description: "Slug and format of the feed. Absent: it leads nowhere." }),
          suggestion: z
            .string()
            .optional()
            .meta({ description: "What the masthead's list of redirects could say, as JSON." }),
        }),
      ),
    })
    .meta({ ref: "OldAddresses" });
