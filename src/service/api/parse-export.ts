import { type Problem, parseArticle, parseInput } from "../../article/parse.ts";
import type { Partner } from "../../partner/partner.ts";
import type { HandedArticle } from "../jobs/take-in.ts";
import type { StoredKey } from "../store/exports.ts";
import type { BroughtRevision } from "../store/imports.ts";
import { type ExportedArticle, type ExportedPartner, type ExportLine, exportLineSchema } from "./export-line.ts";

export type ParsedExportLine =
  | { status: "parsed"; line: ExportLine }
  /** With what names the line to whoever sent it, where it can be read. */
  | { status: "problems"; type?: string; id?: string; problems: Problem[] };

/** @param input undefined: the line is no JSON, or too long */
export function parseExportLine(input: unknown): ParsedExportLine {
  if (input === undefined) return { status: "problems", problems: [{ path: "", detail: "is not JSON" }] };
  const parsed = parseInput(exportLineSchema, input);
  if (parsed.status === "parsed") return { status: "parsed", line: parsed.data };
  const { type, id, slug } = (input ?? {}) as Record<string, unknown>;
  return { status: "problems", type: stringOr(type), id: stringOr(id) ?? stringOr(slug), problems: parsed.problems };
}

const stringOr = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

export type ReadArticle = { status: "read"; article: HandedArticle } | { status: "problems"; problems: Problem[] };

/** Another store is no more to be trusted than anybody: each revision is parsed as a new article is. */
export function toHandedArticle(line: ExportedArticle): ReadArticle {
  const problems: Problem[] = [];
  const revisions: BroughtRevision[] = [];
  const numbers = new Set<number>();
  for (const [index, { revision, stored_at, superseded_at, updated, article }] of line.revisions.entries()) {
    const at = `/revisions/${index}`;
    if (numbers.has(revision) || revision > line.revision)
      problems.push({ path: `${at}/revision`, detail: "is there twice, or newer than the current one" });
    numbers.add(revision);
    const parsed = parseArticle(article);
    if (parsed.status === "problems") {
      problems.push(...parsed.problems.map(({ path, detail }) => ({ path: `${at}/article${path}`, detail })));
      continue;
    }
    const { minor: _, ...body } = parsed.article;
    if (body.id !== line.id) problems.push({ path: `${at}/article/id`, detail: "differs from the line's" });
    if (body.guid !== undefined && body.guid !== line.entry_id)
      problems.push({ path: `${at}/article/guid`, detail: "differs from the entry's id" });
    const times = { stored_at: Date.parse(stored_at), updated: Date.parse(updated) };
    revisions.push({ revision, ...times, superseded_at: toTime(superseded_at), body });
  }
  if (problems.length > 0) return { status: "problems", problems };
  const dates = { published: Date.parse(line.published), updated: Date.parse(line.updated), public: line.public };
  const { id, entry_id: entryId, revision, archived = {} } = line;
  return { status: "read", article: { id, entryId, revision, dates, archived, revisions } };
}

export function toStoredPartner({ type: _, keys, ...partner }: ExportedPartner): {
  partner: Partner;
  keys: StoredKey[];
} {
  return {
    partner,
    keys: keys.map(({ id, hash, label = null, feeds = null, ...times }) => ({
      ...{ id, hash, label, feeds, created_at: Date.parse(times.created_at) },
      expires_at: toTime(times.expires_at),
      revoked_at: toTime(times.revoked_at),
      last_used_at: toTime(times.last_used_at),
    })),
  };
}

const toTime = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text));
