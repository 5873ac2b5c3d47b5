import type { KeyRecord } from "../../../src/partner/check-key.ts";
import { mintKey } from "../../../src/partner/key-format.ts";
import { DEFAULT_REQUESTS_PER_MINUTE, type Partner } from "../../../src/partner/partner.ts";

export const RADIO: Partner = {
  slug: "radio",
  name: "The radio",
  status: "active",
  key_in_url: false,
  requests_per_minute: DEFAULT_REQUESTS_PER_MINUTE,
  bytes_per_day: 1_000_000,
};

export const { id: KEY_ID, key: KEY, hash: KEY_HASH } = mintKey();

/** The radio's key, as the store has it. */
export const keyRecord = (partner: Partial<Partner> = {}, fields: Partial<KeyRecord> = {}): KeyRecord => ({
  ...{ id: KEY_ID, hash: KEY_HASH, feeds: null, expires_at: null, revoked_at: null, day: 0, bytes: 0 },
  partner: { ...RADIO, ...partner },
  ...fields,
});
