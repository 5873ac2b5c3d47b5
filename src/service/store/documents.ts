import type { SealedDocument } from "../../edition/seal.ts";
import type { Format } from "../../feed/feed.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { type Coding, decompress, encode, fromBase64 } from "./codings.ts";
import { listNear } from "./near.ts";
import { splitText } from "./split-text.ts";

/** A document as it is stored: one coding of it. */
export interface StoredDocument {
  format: Format;
  coding: Coding;
  /** Text, or base64 of the compressed bytes. */
  body: string;
  /** Where the entries stand in the text. */
  spans?: SealedDocument["entries"];
}

/** Names one coding of one document. */
export interface DocumentKey {
  slug: string;
  edition: number;
  format: Format;
  coding: Coding;
}

/**
 * A document's bytes in a coding. Where it is not stored in that one, they are made of what it is stored in: nobody has polled it so
 * before, and the next edition will have it. Null where its edition is no longer kept.
 */
export async function findDocument(
  db: Database,
  { slug, edition, format, coding }: DocumentKey,
): Promise<Uint8Array | null> {
  const parts = await listNear<{ coding: Coding; body: string }>(
    db,
    `SELECT coding, body FROM document WHERE ${OF_DOCUMENT} AND coding = coalesce(
       (SELECT coding FROM document WHERE ${OF_DOCUMENT} AND coding = ?4 LIMIT 1),
       (SELECT coding FROM document WHERE ${OF_DOCUMENT} AND coding = 'identity' LIMIT 1),
       (SELECT min(coding) FROM document WHERE ${OF_DOCUMENT})) ORDER BY part`,
    [slug, edition, format, coding],
  );
  const stored = parts[0]?.coding;
  if (stored === undefined) return null;
  const body = parts.map((row) => row.body).join("");
  if (stored === "identity") return encode(body, coding);
  const packed = fromBase64(body);
  return stored === coding ? packed : encode(decompress(packed, stored), coding);
}

const OF_DOCUMENT = "feed = ?1 AND edition = ?2 AND format = ?3";

/** Statements that store a document, a part a row. */
export const insertDocument = (
  db: Database,
  slug: string,
  edition: number,
  { format, coding, body, spans }: StoredDocument,
): PreparedStatement[] =>
  splitText(body).map((text, part) =>
    db
      .prepare("INSERT INTO document (feed, edition, format, coding, part, body, spans) VALUES (?, ?, ?, ?, ?, ?, ?)")
      .bind(slug, edition, format, coding, part, text, part === 0 && spans ? JSON.stringify(spans) : null),
  );
