import * as z from "zod";
import { MAX_PARTNER_SLUG } from "../article/limits.ts";
import { SLUG } from "../article/slug.ts";
import { whyNoTime } from "../article/time.ts";

/** Polls a minute of one key: a feed in three formats, each every few seconds, and its archive in half an hour. */
export const DEFAULT_REQUESTS_PER_MINUTE = 60;
/** Full documents a day of one key: a megabyte every five minutes. Deltas and 304 cost nothing. */
export const DEFAULT_BYTES_PER_DAY = 300_000_000;

/** How long a rotated key goes on working, in minutes: time to change it in another company's system. */
export const DEFAULT_OVERLAP = 24 * 60;
const MAX_OVERLAP = 90 * 24 * 60;

/** An organisation that polls with its own keys. */
export interface Partner {
  slug: string;
  name: string;
  status: "active" | "suspended";
  /** Whether its keys are taken from the URL, too. */
  key_in_url: boolean;
  /** A limit of each of its keys. */
  requests_per_minute: number;
  /** A limit of each of its keys: bytes of full documents. */
  bytes_per_day: number;
}

/** A key as the desk sees it: never the key itself. */
export interface PartnerKey {
  /** The part of the key that may be seen, and by which it is recognised. */
  id: string;
  label?: string;
  /** The feeds it opens; absent: all of its partner's. */
  feeds?: string[];
  created_at: string;
  expires_at?: string;
  revoked_at?: string;
  /** To the hour, for that is how often polls are noted. */
  last_used_at?: string;
}

const slug = z
  .string()
  .max(MAX_PARTNER_SLUG, `is longer than ${MAX_PARTNER_SLUG} characters`)
  .regex(SLUG, "must be lower-case letters, digits and single hyphens")
  .refine((text) => text !== "alerts", "is taken by the API itself");
const line = z.string().trim().min(1, "is empty").max(200, "is longer than 200 characters");
const time = z.iso.datetime({ offset: true, error: ({ input }) => whyNoTime(input) }).transform(Date.parse);

const settings = z.strictObject({
  name: line,
  status: z.enum(["active", "suspended"]),
  key_in_url: z.boolean(),
  requests_per_minute: z.int().min(1).max(100_000),
  bytes_per_day: z.int().min(1).max(1e12),
});

export const newPartnerSchema = settings.partial().extend({ slug, name: line });
export const partnerChangeSchema = settings.partial();
export const newKeySchema = z.strictObject({
  label: line.optional(),
  feeds: z.array(z.string()).min(1).max(200).optional(),
  expires_at: time.optional(),
});
export const rotationSchema = z.strictObject({
  overlap_minutes: z.int().min(0).max(MAX_OVERLAP).default(DEFAULT_OVERLAP),
});

export type NewPartner = z.infer<typeof newPartnerSchema>;
export type PartnerChange = z.infer<typeof partnerChangeSchema>;
export type NewKey = z.infer<typeof newKeySchema>;
