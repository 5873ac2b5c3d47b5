import type { KeyRecord } from "../../src/partner/check-key.ts";
import { hashKey } from "../../src/partner/key-format.ts";
import type { Partner } from "../../src/partner/partner.ts";

export const SECRET = `wp_0123456789ab_${"Ab-_".repeat(10)}xyz`;

export const RADIO: Partner = {
  slug: "radio",
  name: "Harbour Radio",
  status: "active",
  key_in_url: false,
  requests_per_minute: 3,
  bytes_per_day: 1_000,
};

/** A key of Harbour Radio's, as a poll finds it. */
export const keyRecord = (fields: Partial<KeyRecord> = {}): KeyRecord => ({
  id: "0123456789ab",
  hash: hashKey(SECRET),
  feeds: null,
  expires_at: null,
  revoked_at: null,
  partner: RADIO,
  day: 0,
  bytes: 0,
  ...fields,
});
