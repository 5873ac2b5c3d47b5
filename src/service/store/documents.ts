import type { SealedDocument } from "../../edition/seal.ts";
import type { Format } from "../../feed/feed.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { splitText } from "./split-text.ts";

/** A document as it is stored: one coding of it. */
export interface StoredDocument {
  format: Format;
  coding: string;
  /** Text, or base64 of the compressed bytes. */
  body: string;
  /** Where the entries stand in the text. Of the identity coding. */
  spans?: SealedDocument["entries"];
}

/** Names one coding of one document. */
export interface DocumentKey {
  slug: string;
  edition: number;
  format: Format;
  coding: string;
}

/** One coding of a document, as stored; null where its edition is no longer kept. */
export async function findDocument(
  db: Database,
  { slug, edition, format, coding }: DocumentKey,
): Promise<string | null> {
  const { results } = await db
    .prepare("SELECT body FROM document WHERE feed = ? AND edition = ? AND format = ? AND coding = ? ORDER BY part")
    .bind(slug, edition, format, coding)
    .all<{ body: string }>();
  return results.length === 0 ? null : results.map((row) => row.body).join("");
}

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
