import type { KeyRecord } from "../../partner/check-key.ts";
import {
  DEFAULT_BYTES_PER_DAY,
  DEFAULT_REQUESTS_PER_MINUTE,
  type NewKey,
  type NewPartner,
  type Partner,
  type PartnerChange,
  type PartnerKey,
} from "../../partner/partner.ts";
import type { Actor } from "../../people/actor.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { noteDeeds, noteIfDone, type Subject } from "./audit.ts";

interface PartnerRow extends Omit<Partner, "key_in_url"> {
  key_in_url: 0 | 1;
}

const PARTNER = "p.slug, p.name, p.status, p.key_in_url, p.requests_per_minute, p.bytes_per_day";

const toPartner = ({ slug, name, status, key_in_url, requests_per_minute, bytes_per_day }: PartnerRow): Partner => ({
  slug,
  name,
  status,
  key_in_url: key_in_url === 1,
  requests_per_minute,
  bytes_per_day,
});

export const listPartners = async (db: Database): Promise<Partner[]> =>
  (await db.prepare(`SELECT ${PARTNER} FROM partner p ORDER BY p.slug`).all<PartnerRow>()).results.map(toPartner);

/** Null: no partner has this slug. */
export async function findPartner(db: Database, slug: string): Promise<Partner | null> {
  const row = await db.prepare(`SELECT ${PARTNER} FROM partner p WHERE p.slug = ?`).bind(slug).first<PartnerRow>();
  return row && toPartner(row);
}

/** Who changes partners and their keys, and when. */
export interface PartnerHand {
  by: Actor;
  now: number;
}

const thePartner = (slug: string): Subject => ({ kind: "partner", id: slug });
const theKey = (id: string): Subject => ({ kind: "partner-key", id });

/** @returns false where the slug is taken */
export async function createPartner(db: Database, partner: NewPartner, { by, now }: PartnerHand): Promise<boolean> {
  const deed = {
    action: "partner.created",
    subject: thePartner(partner.slug),
    detail: { name: partner.name },
  } as const;
  const [inserted] = await db.batch([insertPartner(db, partner), noteIfDone(db, by, deed, now)]);
  return (inserted?.meta.changes ?? 0) > 0;
}

/** Stores a partner, unless its slug is taken. */
export const insertPartner = (db: Database, partner: NewPartner): PreparedStatement =>
  db
    .prepare(
      `INSERT INTO partner (slug, name, status, key_in_url, requests_per_minute, bytes_per_day) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (slug) DO NOTHING`,
    )
    .bind(
      partner.slug,
      partner.name,
      partner.status ?? "active",
      partner.key_in_url ? 1 : 0,
      partner.requests_per_minute ?? DEFAULT_REQUESTS_PER_MINUTE,
      partner.bytes_per_day ?? DEFAULT_BYTES_PER_DAY,
    );

/** @returns false where there is no such partner */
export async function changePartner(
  db: Database,
  slug: string,
  change: PartnerChange,
  { by, now }: PartnerHand,
): Promise<boolean> {
  const { name = null, status = null, key_in_url, requests_per_minute = null, bytes_per_day = null } = change;
  const inUrl = key_in_url === undefined ? null : Number(key_in_url);
  const update = db
    .prepare(
      `UPDATE partner SET name = coalesce(?2, name), status = coalesce(?3, status), key_in_url = coalesce(?4, key_in_url),
         requests_per_minute = coalesce(?5, requests_per_minute), bytes_per_day = coalesce(?6, bytes_per_day)
       WHERE slug = ?1`,
    )
    .bind(slug, name, status, inUrl, requests_per_minute, bytes_per_day);
  const deed = { action: "partner.changed", subject: thePartner(slug), detail: { ...change } } as const;
  const [updated] = await db.batch([update, noteIfDone(db, by, deed, now)]);
  return (updated?.meta.changes ?? 0) > 0;
}

interface KeyRow {
  id: string;
  label: string | null;
  feeds: string | null;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  last_used_at: number | null;
}

export async function listKeys(db: Database, partner: string): Promise<PartnerKey[]> {
  const { results } = await db
    .prepare(
      `SELECT id, label, feeds, created_at, expires_at, revoked_at, last_used_at FROM partner_key
       WHERE partner = ? ORDER BY created_at, id`,
    )
    .bind(partner)
    .all<KeyRow>();
  return results.map((row) => ({
    id: row.id,
    label: row.label ?? undefined,
    feeds: row.feeds === null ? undefined : JSON.parse(row.feeds),
    created_at: toTime(row.created_at) ?? "",
    expires_at: toTime(row.expires_at),
    revoked_at: toTime(row.revoked_at),
    last_used_at: toTime(row.last_used_at),
  }));
}

const toTime = (time: number | null): string | undefined => (time === null ? undefined : new Date(time).toISOString());

/** A key that was minted: what may be seen of it, and its hash. */
interface MintedKey {
  id: string;
  hash: string;
}

export async function createKey(
  db: Database,
  partner: string,
  { id, hash, label, feeds, expires_at }: MintedKey & NewKey,
  { by, now }: PartnerHand,
): Promise<void> {
  const deed = { action: "partner-key.created", subject: theKey(id), detail: { partner, label, feeds } } as const;
  await db.batch([
    db
      .prepare(
        "INSERT INTO partner_key (id, partner, hash, label, feeds, expires_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
      )
      .bind(id, partner, hash, label ?? null, feeds ? JSON.stringify(feeds) : null, expires_at ?? null, now),
    noteDeeds(db, by, [deed], now),
  ]);
}

/** @returns false where the partner has no such key that is good still */
export async function revokeKey(db: Database, partner: string, id: string, { by, now }: PartnerHand): Promise<boolean> {
  const deed = { action: "partner-key.revoked", subject: theKey(id), detail: { partner } } as const;
  const [revoked] = await db.batch([
    db
      .prepare("UPDATE partner_key SET revoked_at = ?3 WHERE id = ?1 AND partner = ?2 AND revoked_at IS NULL")
      .bind(id, partner, now),
    noteIfDone(db, by, deed, now),
  ]);
  return (revoked?.meta.changes ?? 0) > 0;
}

export interface Rotation {
  partner: string;
  oldId: string;
  minted: MintedKey;
  /** When the old key ends at the latest. Milliseconds. */
  ends: number;
}

/**
 * Stores a new key that opens what the old one opens; the old one ends with the overlap. Race: the old one may be revoked, or rotated
 * by somebody else, meanwhile: then there is no new one.
 *
 * @returns false where there is no old key that is good still
 */
export async function rotateKey(
  db: Database,
  { partner, oldId, minted: { id, hash }, ends }: Rotation,
  { by, now }: PartnerHand,
): Promise<boolean> {
  const detail = { partner, by: id, until: new Date(ends).toISOString() };
  const deed = { action: "partner-key.rotated", subject: theKey(oldId), detail } as const;
  const good = "id = ?1 AND partner = ?2 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?3)";
  const [inserted] = await db.batch([
    db
      .prepare(
        `INSERT INTO partner_key (id, partner, hash, label, feeds, expires_at, created_at)
         SELECT ?4, partner, ?5, label, feeds, expires_at, ?3 FROM partner_key WHERE ${good}`,
      )
      .bind(oldId, partner, now, id, hash),
    noteIfDone(db, by, deed, now),
    db
      .prepare(`UPDATE partner_key SET expires_at = min(coalesce(expires_at, ?4), ?4) WHERE ${good}`)
      .bind(oldId, partner, now, ends),
  ]);
  return (inserted?.meta.changes ?? 0) > 0;
}

interface RecordRow extends PartnerRow {
  id: string;
  hash: string;
  feeds: string | null;
  expires_at: number | null;
  revoked_at: number | null;
  day: number;
  bytes: number;
}

/** The ids of all keys that there are, good or not. */
export const listKeyIds = async (db: Database): Promise<string[]> =>
  (await db.prepare("SELECT id FROM partner_key").all<{ id: string }>()).results.map(({ id }) => id);

/** A key and whose it is, in the one small read of a poll with a key. Null: no key has this id. */
export async function findKey(db: Database, id: string): Promise<KeyRecord | null> {
  const row = await db
    .prepare(
      `SELECT k.id, k.hash, k.feeds, k.expires_at, k.revoked_at, k.day, k.bytes, ${PARTNER}
       FROM partner_key k JOIN partner p ON p.slug = k.partner WHERE k.id = ?`,
    )
    .bind(id)
    .first<RecordRow>();
  if (!row) return null;
  const { hash, feeds, expires_at, revoked_at, day, bytes } = row;
  const record = { id: row.id, hash, expires_at, revoked_at, day, bytes, partner: toPartner(row) };
  return { ...record, feeds: feeds === null ? null : JSON.parse(feeds) };
}
