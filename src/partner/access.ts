import type { Definition } from "../feed/definition.ts";
import { isKey, type Presented } from "./keys.ts";
import type { Partner } from "./partner.ts";

/** A key and whose it is, as a poll needs them. Times are milliseconds. */
export interface KeyRecord {
  id: string;
  hash: string;
  feeds: string[] | null;
  expires_at: number | null;
  revoked_at: number | null;
  partner: Partner;
  /** Full-document bytes of `day` that have been noted. */
  day: number;
  bytes: number;
}

/**
 * Whether a key is good now. `null`: none has its id. Every key is compared, the unknown one too, so that time tells nothing.
 */
export function isGood(record: KeyRecord | null, { secret, inUrl }: Presented, now: number): record is KeyRecord {
  const same = isKey(secret, record?.hash ?? NO_HASH);
  return (
    same &&
    record !== null &&
    record.revoked_at === null &&
    (record.expires_at === null || record.expires_at > now) &&
    (!inUrl || record.partner.key_in_url)
  );
}

/** No key has it: a SHA-256 of nothing but zeros is not to be found. */
const NO_HASH = "0".repeat(64);

/** Whether a good key opens a feed. `undefined`: there is no such feed, which is the same to whoever asks. */
export const isEntitled = (
  { partner, feeds }: KeyRecord,
  definition: Definition | undefined,
): definition is Definition =>
  definition !== undefined &&
  partner.status === "active" &&
  definition.partner === partner.slug &&
  (feeds === null || feeds.includes(definition.slug));
