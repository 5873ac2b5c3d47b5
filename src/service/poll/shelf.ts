import type { Format } from "../../feed/feed.ts";
import type { Database } from "../home.ts";
import { findCurrentPage, findPageDocument } from "../store/archives.ts";
import { CODINGS, type Coding, decompress, fromBase64 } from "../store/codings.ts";
import { type DeltaSource, findDeltaSource } from "../store/delta-source.ts";
import { findDocument } from "../store/documents.ts";
import { findCurrentEdition } from "../store/editions.ts";
import { notePolled, type Variant } from "../store/polled.ts";
import { archiveKey } from "../store/shelf-key.ts";
import type { CurrentEdition } from "../store/validators.ts";

/** Where a poll's documents stand in the store: a feed's, or a page's of its archive. */
export interface Shelf {
  /** Its name in memory, and in the tag of the cache in front. */
  key: string;
  /** What its documents can be had in. */
  codings: readonly Coding[];
  findCurrent(db: Database): Promise<CurrentEdition | null>;
  /** Null where the edition is no longer kept. */
  findBytes(db: Database, edition: number, variant: Variant): Promise<Uint8Array | null>;
  /** What a delta from the edition with this tag is made of. Absent: there are none (RFC 3229). */
  findDelta?(db: Database, edition: number, format: Format, etag: string): Promise<DeltaSource | null>;
  /** Notes that this is polled, for the publisher. Absent: it makes all that is asked for in any case. */
  notePolled?(db: Database, variant: Variant, now: number): Promise<void>;
}

export const feedShelf = (slug: string): Shelf => ({
  key: slug,
  codings: CODINGS,
  findCurrent: (db) => findCurrentEdition(db, slug),
  findBytes: (db, edition, variant) => findDocument(db, { slug, edition, ...variant }),
  findDelta: (db, edition, format, etag) => findDeltaSource(db, { slug, edition, format, from: { etag } }),
  notePolled: (db, variant, now) => notePolled(db, slug, variant, now),
});

/** Archives are stored in one coding; the few clients that cannot read it get them unpacked. */
export const archiveShelf = (slug: string, page: number): Shelf => ({
  key: archiveKey(slug, page),
  codings: ["gzip", "identity"],
  findCurrent: (db) => findCurrentPage(db, slug, page),
  findBytes: async (db, version, { format, coding }) => {
    const body = await findPageDocument(db, { slug, page, version, format });
    if (body === null) return null;
    return coding === "identity" ? decompress(fromBase64(body), "gzip") : fromBase64(body);
  },
});
