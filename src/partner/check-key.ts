import type { Definition } from "../feed/definition.ts";
import type { Presented } from "./credentials.ts";
import { isKey } from "./key-format.ts";
import type { Partner } from "./partner.ts";

/** A key and whose it is, as a poll needs them. Times are milliseconds. */
export interface KeyRecord {
  id: string;
  hash: string;
  feeds: string[] | null;
  expires_at: number | null;
  revoked_at: number | null;
  partner: Partner;
  /** The number of the day of `bytes`. */
  day: number;
  /** Full-document bytes that the store knows of. */
  bytes: number;
}

/**
 * Whether a secret is a key's. `null`: no key has its id. It is hashed and compared all the same, so that time tells nothing of
 * which ids there are.
 */
export const isSecretOf = (record: KeyRecord | null, secret: string): record is KeyRecord =>
  isKey(secret, record?.hash ?? NO_HASH) && record !== null;

/** No key has it: a SHA-256 of nothing but zeros is not to be found. */
const NO_HASH = "0".repeat(64);

/** Whether a key is good now, and there where it was sent. */
export const isGood = ({ partner, revoked_at, expires_at }: KeyRecord, { inUrl }: Presented, now: number): boolean =>
  revoked_at === null && (expires_at === null || expires_at > now) && (!inUrl || partner.key_in_url);

/**
 * Whether a good key opens a feed. `undefined` is a feed that does not exist: whoever asks cannot tell it from one that is not
 * theirs.
 */
export const isEntitled = (
  { partner, feeds }: KeyRecord,
  definition: Definition | undefined,
): definition is Definition =>
  definition !== undefined &&
  partner.status === "active" &&
  definition.partner === partner.slug &&
  // A key keeps what it opens when a feed is given another slug.
  (feeds === null || [definition.slug, ...(definition.formerly ?? [])].some((slug) => opens(feeds, slug)));

/** What is named is a feed, or the path that the feeds of a family share: all of a slug but its last part. */
function opens(feeds: string[], slug: string): boolean {
  const end = slug.lastIndexOf("/");
  return feeds.includes(slug) || (end > 0 && feeds.includes(slug.slice(0, end)));
}
