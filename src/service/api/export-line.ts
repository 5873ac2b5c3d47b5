import * as z from "zod";
import { MAX_LINE } from "../../article/limits.ts";
import { stripForbidden } from "../../article/text.ts";
import { newPartnerSchema } from "../../partner/partner.ts";

/** The lines of an export, as the API writes them and takes them back. Times are RFC 3339. */

const time = z.iso.datetime({ offset: true, message: "is not an RFC 3339 time with a zone" });
const revisionNumber = z.int().min(1).max(999_999_999);

/** More pages than an archive of a million articles has, one a page. */
const MAX_PAGE = 1_000_000;

const articleLine = z.strictObject({
  type: z.literal("article"),
  id: z.string(),
  entry_id: z.string().min(1),
  /** The current one. */
  revision: revisionNumber,
  published: time,
  updated: time,
  /** Whether readers may have seen it. */
  public: z.boolean(),
  /** The page of the archive that holds it, by feed. */
  archived: z.record(z.string(), z.int().min(1).max(MAX_PAGE)).optional(),
  /** The newest first. An article of many has several lines, the first of which has the current one. */
  revisions: z
    .array(
      z.strictObject({
        revision: revisionNumber,
        stored_at: time,
        /** Absent: it is the current one. */
        superseded_at: time.optional(),
        /** What it made of the article's. */
        updated: time,
        /** As `parseArticle` takes it. */
        article: z.unknown(),
      }),
    )
    .min(1),
});

const key = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/, "is no key's id"),
  hash: z.string().regex(/^[0-9a-f]{64}$/, "is no SHA-256"),
  label: z.string().optional(),
  feeds: z.array(z.string()).optional(),
  created_at: time,
  expires_at: time.optional(),
  revoked_at: time.optional(),
  last_used_at: time.optional(),
});

const partnerLine = newPartnerSchema.required().extend({ type: z.literal("partner"), keys: z.array(key) });

/** As an article has it. */
const label = z
  .string()
  .min(1)
  .max(MAX_LINE)
  .refine((text) => stripForbidden(text).count === 0, "has characters that no document can carry");

const valueLine = z.strictObject({
  type: z.literal("value"),
  /** Of its feed: for good, whichever others come. */
  slug: z.string(),
  /** The family's path. */
  family: z.string(),
  /** What the feed is of, one for each facet of the family. */
  labels: z.array(label).min(1).max(2),
  /** The number of its last edition; 0: there never was one. */
  edition: z.int().min(0).max(999_999_999),
});

export const exportLineSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("export"), version: z.literal(1, "is another version's") }),
  z.strictObject({ type: z.literal("site"), site: z.record(z.string(), z.unknown()) }),
  z.strictObject({ type: z.literal("feed"), definition: z.record(z.string(), z.unknown()) }),
  z.strictObject({ type: z.literal("family"), definition: z.record(z.string(), z.unknown()) }),
  partnerLine,
  /** A value of a family: before the articles, which would give it an address of their own. */
  valueLine,
  articleLine,
  /** There is more, which another request asks for. */
  z.strictObject({ type: z.literal("more"), path: z.string() }),
  /** That was all. Without it, the export broke off. */
  z.strictObject({ type: z.literal("end") }),
]);

export type ExportLine = z.infer<typeof exportLineSchema>;
export type ExportedArticle = z.infer<typeof articleLine>;
export type ExportedPartner = z.infer<typeof partnerLine>;
