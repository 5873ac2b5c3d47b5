import type { Actor } from "../../people/actor.ts";
import type { Database } from "../home.ts";
import { noteDeeds } from "./audit.ts";

/** A file that was uploaded. */
export interface StoredFile {
  /** What is in it, by SHA-256, and its kind: `9f86….jpg`. */
  name: string;
  type: string;
  /** Bytes. */
  length: number;
  width?: number;
  height?: number;
  /** Seconds. */
  duration?: number;
  /** What its sender calls it. */
  called?: string;
  /** The first time. Milliseconds. */
  uploadedAt: number;
  /** Who did, as one was called then. */
  uploadedBy: string;
}

interface FileRow {
  name: string;
  type: string;
  length: number;
  width: number | null;
  height: number | null;
  duration: number | null;
  called: string | null;
  uploaded_at: number;
  uploaded_by: string;
}

const FILE = "name, type, length, width, height, duration, called, uploaded_at, uploaded_by";

const toFile = ({ width, height, duration, called, uploaded_at, uploaded_by, ...row }: FileRow): StoredFile => ({
  ...row,
  width: width ?? undefined,
  height: height ?? undefined,
  duration: duration ?? undefined,
  called: called ?? undefined,
  uploadedAt: uploaded_at,
  uploadedBy: uploaded_by,
});

/** Null: no such file was uploaded. */
export async function findFile(db: Database, name: string): Promise<StoredFile | null> {
  const row = await db.prepare(`SELECT ${FILE} FROM file WHERE name = ?`).bind(name).first<FileRow>();
  return row && toFile(row);
}

/** The files that were uploaded last, the latest first. */
export async function listFiles(db: Database, limit: number): Promise<StoredFile[]> {
  const rows = db.prepare(`SELECT ${FILE} FROM file ORDER BY uploaded_at DESC LIMIT ?`).bind(limit);
  return (await rows.all<FileRow>()).results.map(toFile);
}

/** Notes a file whose bytes are stored. One that is known already stays as it is: that it came again stands in the log. */
export async function saveFile(db: Database, file: Omit<StoredFile, "uploadedBy">, by: Actor): Promise<void> {
  const { name, type, length, width, height, duration, called, uploadedAt } = file;
  await db.batch([
    db
      .prepare(`INSERT INTO file (${FILE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING`)
      .bind(name, type, length, width ?? null, height ?? null, duration ?? null, called ?? null, uploadedAt, by.name),
    noteDeeds(
      db,
      by,
      [{ action: "file.uploaded", subject: { kind: "file", id: name }, detail: { type, length, called } }],
      uploadedAt,
    ),
  ]);
}
