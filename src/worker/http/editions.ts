import type { Format } from "../../feed/feed.ts";
import type { Coding } from "../compress.ts";
import { findCurrentEdition, findDocument } from "../store/editions.ts";
import { CHECK_INTERVAL, type Held, type Memory } from "./memory.ts";

/** A store that does not answer by then counts as down, where there is an edition to serve meanwhile. Milliseconds. */
const STORE_PATIENCE = 1_000;
/** The same, where there is none. */
const COLD_PATIENCE = 8_000;

export type Current = { status: "held"; held: Held } | { status: "none" } | { status: "unavailable" };

/**
 * The edition that is current, from memory, asking the store every `CHECK_INTERVAL`. One request asks; those that come
 * meanwhile are served what is held, for requests must not wait for one another's I/O.
 */
export async function currentEdition(memory: Memory, db: D1Database, slug: string): Promise<Current> {
  const held = memory.get(slug);
  const now = Date.now();
  if (held && now - held.confirmedAt < CHECK_INTERVAL) return { status: "held", held };
  if (held && now - held.askingSince < STORE_PATIENCE && now - held.confirmedAt < 2 * CHECK_INTERVAL)
    return { status: "held", held };
  if (held) held.askingSince = now;
  try {
    const edition = await within(held ? STORE_PATIENCE : COLD_PATIENCE, findCurrentEdition(db, slug));
    if (edition) return { status: "held", held: memory.confirm(slug, edition, now) };
    memory.drop(slug);
    return { status: "none" };
  } catch (error) {
    console.error(JSON.stringify({ event: "store unavailable", slug, error: String(error) }));
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
  slug: string,
  held: Held,
  format: Format,
  coding: Coding,
): Promise<Uint8Array | null> {
  const key = `${format} ${coding}`;
  const known = held.bodies.get(key);
  if (known) return known;
  const body = await within(COLD_PATIENCE, findDocument(db, slug, held.edition.number, format, coding)).catch(
    () => null,
  );
  if (body === null) return null;
  const bytes = coding === "identity" ? new TextEncoder().encode(body) : new Uint8Array(Buffer.from(body, "base64"));
  memory.keep(slug, held, key, bytes);
  return bytes;
}

function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
