import { gunzipSync } from "node:zlib";
import type { Format } from "../../feed/feed.ts";
import { archiveKey } from "../jobs/copies.ts";
import { findCurrentPage, findPageDocument } from "../store/archives.ts";
import { CODINGS, type Coding } from "../store/codings.ts";
import { type CurrentEdition, findCurrentEdition, findDocument } from "../store/editions.ts";
import { CHECK_INTERVAL, type Held, type Memory } from "./memory.ts";

/** Where a poll's documents stand in the store: a feed's, or a page's of its archive. */
export interface Shelf {
  /** Its name in memory, and in the tag of the cache in front. */
  key: string;
  codings: readonly Coding[];
  findCurrent(db: D1Database): Promise<CurrentEdition | null>;
  findBytes(db: D1Database, number: number, format: Format, coding: Coding): Promise<Uint8Array | null>;
}

export const feedShelf = (slug: string): Shelf => ({
  key: slug,
  codings: CODINGS,
  findCurrent: (db) => findCurrentEdition(db, slug),
  findBytes: async (db, number, format, coding) => {
    const body = await findDocument(db, slug, number, format, coding);
    if (body === null) return null;
    return coding === "identity" ? new TextEncoder().encode(body) : fromBase64(body);
  },
});

/** Archives are stored in one coding; the few clients that cannot read it get them unpacked. */
export const archiveShelf = (slug: string, page: number): Shelf => ({
  key: archiveKey(slug, page),
  codings: ["gzip", "identity"],
  findCurrent: (db) => findCurrentPage(db, slug, page),
  findBytes: async (db, version, format, coding) => {
    const body = await findPageDocument(db, slug, page, version, format);
    if (body === null) return null;
    return coding === "identity" ? new Uint8Array(gunzipSync(fromBase64(body))) : fromBase64(body);
  },
});

const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));

/** A store that does not answer by then counts as down, where there is an edition to serve meanwhile. Milliseconds. */
export const STORE_PATIENCE = 1_000;
/** The same, where there is none. */
const COLD_PATIENCE = 8_000;

export type Current = { status: "held"; held: Held } | { status: "none" } | { status: "unavailable" };

/**
 * The edition that is current, from memory, asking the store every `CHECK_INTERVAL`. One request asks; those that come
 * meanwhile are served what is held, for requests must not wait for one another's I/O.
 */
export async function currentEdition(memory: Memory, db: D1Database, shelf: Shelf): Promise<Current> {
  const held = memory.get(shelf.key);
  const now = Date.now();
  if (held && now - held.confirmedAt < CHECK_INTERVAL) return { status: "held", held };
  if (held && now - held.askingSince < STORE_PATIENCE && now - held.confirmedAt < 2 * CHECK_INTERVAL)
    return { status: "held", held };
  if (held) held.askingSince = now;
  try {
    const edition = await within(held ? STORE_PATIENCE : COLD_PATIENCE, shelf.findCurrent(db));
    if (edition) return { status: "held", held: memory.confirm(shelf.key, edition, now) };
    memory.drop(shelf.key);
    return { status: "none" };
  } catch (error) {
    console.error(JSON.stringify({ event: "store unavailable", shelf: shelf.key, error: String(error) }));
    if (!held) return { status: "unavailable" };
    // Asked again after the interval, not by every poll of a store that is down.
    held.confirmedAt = now;
    return { status: "held", held };
  }
}

/** A document's bytes in a coding; null where the store no longer or not now has them. */
export async function documentBytes(
  memory: Memory,
  db: D1Database,
  shelf: Shelf,
  held: Held,
  format: Format,
  coding: Coding,
): Promise<Uint8Array | null> {
  const key = `${format} ${coding}`;
  const known = held.bodies.get(key);
  if (known) return known;
  const bytes = await within(COLD_PATIENCE, shelf.findBytes(db, held.edition.number, format, coding)).catch(() => null);
  if (bytes) memory.keep(shelf.key, held, key, bytes);
  return bytes;
}

export function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
