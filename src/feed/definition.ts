import { millisecondsInDay, millisecondsInHour } from "date-fns/constants";
import * as z from "zod";
import { contain } from "../article/contain.ts";
import { LANGUAGE_TAG } from "../article/language.ts";
import { SLUG } from "../article/slug.ts";
import { redirectsSchema } from "./redirects/rules.ts";

/** The most entries one document holds: beyond it readers pay for what they have long read. */
export const MAX_ENTRIES = 200;

/** Who polls but once a month still learns of a retraction. */
export const RETENTION_DAYS = 35;

const httpUrl = z.url({ protocol: /^https?$/ });
export const line = z.string().trim().min(1).max(300);
const language = z.string().regex(LANGUAGE_TAG, "is not an RFC 5646 language tag");

const condition = z.union(
  [
    z.strictObject({ section: line }),
    z.strictObject({ tag: line }),
    z.strictObject({ author: line }),
    z.strictObject({ credit: line }),
    z.strictObject({ language }),
  ],
  { error: "must be one section, tag, author, credit or language" },
);

/** RSS 2.0 allows a channel image of at most 144 × 400 pixels. */
const logo = z.strictObject({
  url: httpUrl,
  width: z.int().min(1).max(144),
  height: z.int().min(1).max(400),
});

export const slug = z.string().regex(SLUG, "must be lower-case letters, digits and single hyphens");

/** In whose terms a partner's documents speak: each has its module in `partner/profiles/`. */
export const PROFILES = ["standard", "wire", "msn", "smartnews", "flipboard", "apple"] as const;
export type ProfileName = (typeof PROFILES)[number];

/** Profiles whose partners take whole stories only. */
const FULL_TEXT: ProfileName[] = ["msn", "smartnews", "flipboard"];

/** The most characters of a channel's description (SmartFormat 2.1). */
const SMARTNEWS_DESCRIPTION = 30;

/** What an attribution may name, in braces. */
export const ATTRIBUTION_FIELDS = ["credit", "site", "title", "url", "canonical"] as const;

/** A partner's feed has one partner: what it may have is decided when the feed's articles are chosen. */
const partnerFields = z.strictObject({
  /** The partner's slug, as in `/api/partners`. */
  partner: slug.optional(),
  /** Absent: `standard`. */
  profile: z.enum(PROFILES).optional(),
  /** A credit line in the partner's wording: `{credit} — first published by {site}: {url}`. It ends every body. */
  attribution: line
    .refine(
      (text) =>
        [...text.matchAll(/\{(.*?)\}/g)].every(([, name]) => ATTRIBUTION_FIELDS.some((field) => field === name)),
      `may name ${ATTRIBUTION_FIELDS.map((field) => `{${field}}`).join(", ")}`,
    )
    .optional(),
  /** Put into every entry's link, the same for ever: `{ utm_source: "harbour-radio" }`. */
  link_parameters: z.record(z.string().regex(/^[A-Za-z0-9_.-]+$/), line).optional(),
  /** When the desk hears of a partner that does not come. Minutes. */
  alerts: z
    .strictObject({
      /** No poll for so long; an hour at least, since polls are noted once an hour. */
      silent_after: z.int().min(60).max(43_200).optional(),
      /** A retraction not picked up for so long. */
      retraction_within: z.int().min(1).max(10_080).optional(),
    })
    .optional(),
});

type PartnerFields = z.infer<typeof partnerFields>;

const PARTNER_FIELDS = Object.keys(partnerFields.shape) as (keyof typeof partnerFields.shape)[];

/** What a definition says of its feed beside the slug. */
export const definitionFields = {
  /** Ended for good: its URLs answer 410, and it is listed no more. */
  retired: z.boolean().default(false),
  /** `partner`: served under `/partner/` to its partner's keys alone, and listed nowhere. */
  access: z.enum(["public", "partner"]).default("public"),
  ...partnerFields.shape,
  title: line,
  description: line,
  /** Absent: every article. `any`: at least one holds; `all`: each holds; `none`: not one holds. */
  select: z
    .strictObject({
      any: z.array(condition).min(1).optional(),
      all: z.array(condition).min(1).optional(),
      none: z.array(condition).min(1).optional(),
    })
    .optional(),
  content: z.enum(["full", "summary", "headline"]).default("full"),
  /**
   * Whom a public feed is for. `wire`: for machines, which are told of what was taken back in their own terms (RFC 6721);
   * readers get a notice.
   */
  kind: z.enum(["public", "wire"]).default("public"),
  /** Days for which a notice stands in the place of a story that was taken back. */
  retention: z.int().min(1).max(3650).default(RETENTION_DAYS),
  entries: z.int().min(1).max(MAX_ENTRIES).default(50),
  language: language.optional(),
  home: httpUrl.optional(),
  logo: logo.optional(),
  /** Minutes. */
  ttl: z.int().min(1).max(10080).optional(),
};

export const definitionSchema = z
  .strictObject({
    slug,
    /** Slugs that the feed had before: their URLs lead to the new ones for good (301). */
    formerly: z.array(slug).min(1).optional(),
    ...definitionFields,
  })
  .superRefine(checkFields);

/** What no field shows alone. */
export function checkFields(definition: ProfiledDefinition & PartnerFields, context: z.core.$RefinementCtx): void {
  if (definition.access === "partner" && definition.partner === undefined)
    context.addIssue({ code: "custom", path: ["partner"], message: "is missing: whose feed is it?" });
  for (const name of definition.access === "partner" ? [] : PARTNER_FIELDS)
    if (definition[name] !== undefined)
      context.addIssue({ code: "custom", path: [name], message: 'is for feeds with access: "partner"' });
  for (const [name, message] of profileFaults(definition)) context.addIssue({ code: "custom", path: [name], message });
}

interface ProfiledDefinition {
  access: string;
  kind: string;
  profile?: ProfileName;
  content: string;
  description: string;
  link_parameters?: Record<string, string>;
}

/** Faults of a definition by its profile's rules, that no entry could make good: the field and what is wrong with it. */
function profileFaults({
  access,
  kind,
  profile,
  ...definition
}: ProfiledDefinition): [keyof ProfiledDefinition, string][] {
  const faults: [keyof ProfiledDefinition, string][] = [];
  if (access === "partner" && kind === "wire") faults.push(["kind", `is for public feeds: say profile: "wire"`]);
  if (profile === undefined) return faults;
  if (FULL_TEXT.includes(profile) && definition.content !== "full")
    faults.push(["content", `must be "full" for profile: "${profile}"`]);
  if (profile !== "smartnews") return faults;
  if ([...definition.description].length > SMARTNEWS_DESCRIPTION)
    faults.push(["description", `is longer than the ${SMARTNEWS_DESCRIPTION} characters that SmartNews takes`]);
  if (Object.keys(definition.link_parameters ?? {}).some((name) => /^utm_/i.test(name)))
    faults.push(["link_parameters", "SmartNews takes links without utm_ parameters"]);
  return faults;
}

/** A report of proofreading is kept for a year at most: it is about a document that has long changed. Milliseconds. */
const LONGEST_KEPT = 366 * millisecondsInDay;

const KEPT_UNITS: Record<string, number> = {
  hour: millisecondsInHour,
  day: millisecondsInDay,
  week: 7 * millisecondsInDay,
};

/** `30 days` in milliseconds; NaN of what is no such time. */
function durationOf(text: string): number {
  const [, count, unit = ""] = /^([1-9]\d{0,4}) (hour|day|week)s?$/.exec(text) ?? [];
  return Number(count) * (KEPT_UNITS[unit] ?? Number.NaN);
}

/** What is kept of proofreading where the masthead does not say it. */
const USUALLY_KEPT_FOR = "30 days";

export const siteSchema = z.strictObject({
  title: line,
  description: line,
  /** The newsroom's own home page. */
  home: httpUrl,
  /** Where Wireproof is served; the documents' own URLs start with it. They go into headers, too: as `URL` writes it, it is ASCII. */
  base: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).href.replace(/\/+$/, "")),
  /** RFC 4151: a domain the newsroom owned on `date`. Never change either: every entry's id holds them. */
  tag: z.strictObject({
    authority: z.string().regex(/^[a-z0-9.-]+$/, "must be a lower-case domain name"),
    date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "must be YYYY, YYYY-MM or YYYY-MM-DD"),
  }),
  language,
  /** The newsroom's IANA time zone, `Europe/London`: in which it means times that it writes without a zone. Absent: UTC. */
  zone: z
    .string()
    .refine((name) => isTimeZone(name), "is not an IANA time zone, as Europe/London is")
    .optional(),
  rights: line.optional(),
  logo: logo.optional(),
  /** Square, 512 pixels. */
  icon: httpUrl.optional(),
  /** Who may see who polls the feeds, at `/audience`. Absent: private. */
  audience: z.enum(["public", "private"]).optional(),
  /** Refuses an article whose URL another has: they would stand in every feed side by side. Absent: both are stored, and it is told. */
  unique_urls: z.boolean().optional(),
  /** Who may proofread feeds at `/proofread`, and for how long their reports are kept. Absent: whoever is let in, and 30 days. */
  proofread: z
    .strictObject({
      public: z.boolean().default(false),
      keep: z
        .string()
        .refine((text) => durationOf(text) <= LONGEST_KEPT, 'is no time of a year at most, as "30 days" is')
        .default(USUALLY_KEPT_FOR),
    })
    .optional(),
  /** Where old addresses of feeds lead: `["wordpress", { "/news.xml": "everything.rss" }]`. */
  redirects: redirectsSchema.optional(),
});

export type Condition = z.infer<typeof condition>;
export type Definition = z.infer<typeof definitionSchema>;
export type Site = z.infer<typeof siteSchema>;
/** What a file in `feeds/` says: defaults may be left out. */
export type DefinitionInput = z.input<typeof definitionSchema>;
export type SiteInput = z.input<typeof siteSchema>;

/** Types a definition; it is parsed when the catalog is made. */
export const defineFeed = (definition: DefinitionInput): DefinitionInput => definition;
export const defineSite = (site: SiteInput): SiteInput => site;

/** For how long a report of proofreading is kept. Milliseconds. */
export const reportsKeptFor = (site: Pick<Site, "proofread">): number => durationOf(reportsKept(site));

/** The same, as the masthead says it. */
export const reportsKept = ({ proofread }: Pick<Site, "proofread">): string => proofread?.keep ?? USUALLY_KEPT_FOR;

/** Whether a name is a time zone of IANA. */
export const isTimeZone = (name: string): boolean =>
  contain(
    () => new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined,
    () => false,
  );
