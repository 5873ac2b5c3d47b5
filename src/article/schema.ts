import * as z from "zod";
import { type Allowance, type Article, STATUSES } from "./article.ts";
import { complaint, expecting } from "./complaint.ts";
import { LANGUAGE_TAG } from "./language.ts";
import * as limit from "./limits.ts";
import { SLUG } from "./slug.ts";
import { oneLine } from "./text.ts";
import { A_TIME, toRfc3339, whyNoTime } from "./time.ts";
import { parseHttpUrl } from "./url.ts";

const line = (max: number = limit.MAX_LINE) =>
  z
    .string()
    .transform(oneLine)
    .pipe(z.string().min(1, "is empty").max(max, `is longer than ${max} characters`))
    .meta({ minLength: 1, maxLength: max });

/** Empty is absent: newsrooms' systems send both. */
const maybe = <T extends z.ZodType>(type: T) =>
  z.preprocess(
    (value) => (value === null || (typeof value === "string" && value.trim() === "") ? undefined : value),
    type.optional(),
  );

const url = z
  .string({ error: expecting("an absolute http(s) URL, as https://gazette.example/story") })
  .max(limit.MAX_URL, `is longer than ${limit.MAX_URL} characters`)
  .transform((text, context) => {
    const parsed = parseHttpUrl(text);
    if (parsed) return parsed;
    context.addIssue({ code: "custom", message: "is not an absolute http(s) URL" });
    return z.NEVER;
  })
  .meta({ format: "uri" });

/** RSS writes a year with four digits, and no newsroom is older. */
const EARLIEST = Date.UTC(1600, 0, 1);
const LATEST = Date.UTC(9999, 0, 1);

const time = z
  .string({ error: expecting(`an RFC 3339 time with a zone, as ${A_TIME}`) })
  .trim()
  .toUpperCase()
  .pipe(z.iso.datetime({ offset: true, error: ({ input }) => whyNoTime(input) }))
  .transform((text, context) => {
    const time = Date.parse(text);
    if (time >= EARLIEST && time < LATEST) return toRfc3339(time);
    context.addIssue({ code: "custom", message: "is outside the years 1600 to 9998" });
    return z.NEVER;
  })
  .meta({ format: "date-time" });

/** RFC 2045 §5.1, without parameters. */
const mimeType = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/, "is not a MIME type");
const email = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>()",;:]+@[^\s@<>()",;:]+$/, "is not an e-mail address");
const language = z.string().trim().regex(LANGUAGE_TAG, "is not an RFC 5646 language tag");
/** `int` refuses what a JSON number cannot tell exactly, beyond 2^53. */
const count = z.int().min(0);
const pixels = z.int().min(1).max(100_000);
const list = <T extends z.ZodType>(type: T, max: number) =>
  z.array(type).max(max, `has more than ${max} elements`).default([]);

const partner = z.string().max(limit.MAX_PARTNER_SLUG).regex(SLUG, "is not a partner's slug");
const partners = z.array(partner).max(limit.MAX_PARTNERS, `has more than ${limit.MAX_PARTNERS} elements`);
/** A list is read as such, so that its problems name their elements. */
const allowance = z.unknown().transform((value, context): Allowance => {
  const parsed = (Array.isArray(value) ? partners : ALL_OR_NONE).safeParse(value, { error: complaint });
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path, message });
  return z.NEVER;
});
const ALL_OR_NONE = z.enum(["all", "none"], 'is not "all", "none" or a list of partners');
const syndication = z.strictObject({
  allow: allowance.default("all"),
  summary_only: partners.optional(),
  embargo: z
    .record(partner, time)
    .refine((value) => Object.keys(value).length <= limit.MAX_PARTNERS, `has more than ${limit.MAX_PARTNERS} partners`)
    .optional(),
  until: maybe(time),
});

/** What stands below a picture or beside a file, for people. */
const credited = {
  caption: maybe(line(limit.MAX_CAPTION)),
  credit: maybe(line()),
  rights: maybe(line(limit.MAX_CAPTION)),
};

/** Segments of a path that lead elsewhere: whoever sends a URL resolves them before, however they are encoded (URL §4.4). */
const DOT_SEGMENTS = [".", ".."];

/** The fields of what comes in. Their metadata says in the interface's description what their transforms hide. */
export const articleFields = z.strictObject({
  id: line(limit.MAX_ID).meta({ description: "The newsroom's own, permanent." }),
  url,
  title: line(limit.MAX_TITLE).meta({ description: "Plain text, one line." }),
  summary: maybe(line(limit.MAX_SUMMARY)),
  content_html: z.string().default("").meta({ description: "It is cleaned, and its links are made absolute." }),
  authors: list(z.strictObject({ name: line(), url: maybe(url), email: maybe(email) }), limit.MAX_AUTHORS),
  section: maybe(line()),
  tags: list(line(), limit.MAX_TAGS),
  language: maybe(language).meta({ description: "RFC 5646; absent: the newsroom's." }),
  dateline: maybe(line()).meta({ description: "Place and agency, without the dash." }),
  credit: maybe(z.strictObject({ name: line(), url: maybe(url) })),
  images: list(
    z.strictObject({
      url,
      type: maybe(mimeType),
      width: maybe(pixels),
      height: maybe(pixels),
      length: maybe(count),
      ...credited,
      syndication: maybe(allowance),
      license: maybe(z.strictObject({ id: maybe(line()), licensor: maybe(line()) })),
    }),
    limit.MAX_IMAGES,
  ),
  attachments: list(
    z.strictObject({
      url,
      type: mimeType,
      length: maybe(count),
      duration: maybe(z.number().min(0).max(1e9)),
      ...credited,
    }),
    limit.MAX_ATTACHMENTS,
  ),
  rights: maybe(line(limit.MAX_CAPTION)).meta({ description: "For people: `© 2026 The Harbour Gazette`." }),
  syndication: maybe(syndication).meta({ description: "Which partners get it, how much of it, and when." }),
  published_at: time,
  updated_at: maybe(time),
  embargo_until: maybe(time).meta({ description: "Nobody sees it before." }),
  expires_at: maybe(time).meta({ description: "Nobody sees it after." }),
  corrections: list(z.strictObject({ at: time, note: line(limit.MAX_CAPTION) }), limit.MAX_CORRECTIONS),
  status: z.enum(STATUSES).default("usable").meta({ description: "`draft`: stored, and nowhere public." }),
  reason: maybe(line(limit.MAX_CAPTION)).meta({ description: "Why it was taken back, for readers." }),
  guid: maybe(line(limit.MAX_GUID)).meta({ description: "An old feed's id, kept as the entry's id." }),
  minor: maybe(z.boolean()).meta({ description: "Readers need not look again for this change. It is not stored." }),
});

/** What comes in. */
export const articleSchema = articleFields
  // What is stored so can be taken back, by a line of a bulk.
  .refine(({ id, status }) => status === "canceled" || !DOT_SEGMENTS.includes(id), {
    path: ["id"],
    error: "stands for a place in every URL, so that no URL could name the article: take another",
  }) satisfies z.ZodType<Article>;
