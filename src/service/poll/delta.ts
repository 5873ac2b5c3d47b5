import type { Format } from "../../feed/feed.ts";
import { entityTags } from "../http/conditional.ts";
import { type Coding, compress } from "../store/codings.ts";
import { type DeltaSource, findDeltaSource } from "../store/editions.ts";
import { documentBytes, feedShelf, STORE_PATIENCE, within } from "./editions.ts";
import type { Held, Memory } from "./memory.ts";

/** Each tag that memory does not know costs a read: a list of thousands must not become thousands of them. */
const MAX_BASES = 5;

/**
 * `A-IM: feed` with a tag to start from (RFC 3229 §10.5.3 and its `feed` manipulation). `q=0` refuses it, and so does what
 * is no weight (RFC 9110 §12.4.2).
 */
export const wantsDelta = (headers: Headers): boolean =>
  headers.has("if-none-match") &&
  (headers.get("a-im") ?? "")
    .split(",")
    .some((part) => /^\s*feed\s*(?:;\s*q=(?:0\.(?=\d*[1-9])\d{1,3}|1(?:\.0{0,3})?)\s*)?$/i.test(part));

/**
 * A complete feed of just the entries that changed since an edition the reader has: the current document without the
 * entries that it has already. Null where no kept edition had the reader's tag, and where the store fails or is slow: then
 * the whole document does as well.
 */
export async function deltaBytes(
  memory: Memory,
  db: D1Database,
  slug: string,
  held: Held,
  format: Format,
  coding: Coding,
  headers: Headers,
): Promise<Uint8Array | null> {
  for (const etag of entityTags(headers.get("if-none-match") ?? "").slice(0, MAX_BASES)) {
    const key = `${format} ${coding} since ${etag}`;
    const known = held.bodies.get(key);
    if (known) return known;
    const asked = findDeltaSource(db, slug, held.edition.number, format, etag);
    const source = await within(STORE_PATIENCE, asked).catch(() => "unavailable" as const);
    if (source === "unavailable") return null;
    const whole = source && (await documentBytes(memory, db, feedShelf(slug), held, format, "identity"));
    if (!source || !whole) continue;
    const text = cut(new TextDecoder().decode(whole), source, format);
    const bytes = coding === "identity" ? new TextEncoder().encode(text) : compress(text, coding);
    memory.keep(slug, held, key, bytes);
    return bytes;
  }
  return null;
}

/** By what changed, not by date or id: an entry stands in the delta unless the reader's edition had it as it is. */
function cut(text: string, { base, manifest, spans }: DeltaSource, format: Format): string {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return text;
  const known = new Map(base.map(([id, hash]) => [id, hash]));
  const changed = spans.filter((_, index) => {
    const [id, hash] = manifest[index] ?? ["", ""];
    return known.get(id) !== hash;
  });
  const entries = changed.map(([start, end]) => text.slice(start, end)).join(format === "json" ? "," : "");
  return text.slice(0, first[0]) + entries + text.slice(last[1]);
}
