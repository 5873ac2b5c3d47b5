import type { Finding } from "../../proofread/finding.ts";
import type { AskedHop } from "../sources/asking.ts";

/** Where a document came from. */
export type DocumentOrigin =
  | {
      kind: "url";
      /** What was asked for. */
      asked: string;
      /** What answered in the end. */
      url: string;
      hops: AskedHop[];
      contentType?: string;
      etag?: string;
      lastModified?: string;
    }
  | { kind: "sent"; name?: string; contentType?: string };

/** What was looked at, and when. */
interface ReportHead {
  hash: string;
  /** Milliseconds. */
  at: number;
  origin: DocumentOrigin;
  sha256: string;
  bytes: number;
}

/** What a document's proofreading came to, as it is stored and shown. */
export interface DocumentReport extends ReportHead {
  kind: "document";
  encoding: string;
  /** Absent: it is no feed. */
  format?: string;
  version?: string;
  entries: number;
  findings: Finding[];
  /** How often each rule was broken. */
  counts: [rule: string, count: number][];
  source: ShownSource;
  view?: ShownView;
}

/** What was found at a home page. */
export interface PageReport extends ReportHead {
  kind: "page";
  feeds: FeedOfPage[];
  /** How many more feeds it names, which were not looked at. */
  more: number;
  /** Where the formats of one feed disagree. */
  disagreements: Finding[];
}

export interface FeedOfPage {
  url: string;
  title?: string;
  /** How it was found: by a link for readers, or by a look at the page. */
  how: string;
  /** Why there is no report on it. */
  trouble?: string;
  /** Its report's. */
  hash?: string;
  format?: string;
  errors: number;
  warnings: number;
  view?: ShownView;
}

export type StoredReport = DocumentReport | PageReport;

/** A source, or the places of it around what was found. */
export interface ShownSource {
  lines: number;
  pieces: SourcePiece[];
}

/** Lines that follow one another. */
export interface SourcePiece {
  /** The first one's number, from 1. */
  from: number;
  lines: string[];
}

/** A feed as readers show it. */
export interface ShownView {
  title: string;
  /** How many there are in all. */
  entries: number;
  shown: ShownEntry[];
}

export interface ShownEntry {
  /** By what the entries of two formats are the same. */
  key: string;
  title?: string;
  url?: string;
  /** Milliseconds. */
  published?: number;
  updated?: number;
  text?: string;
}

/** How often a rule of a severity was broken in all, not only as far as is shown. */
export function countOf({ findings, counts }: Pick<DocumentReport, "findings" | "counts">, severity: string): number {
  const rules = new Set(findings.filter((one) => one.severity === severity).map(({ rule }) => rule));
  return counts.reduce((sum, [rule, count]) => sum + (rules.has(rule) ? count : 0), 0);
}

/** Errors that a report tells of. */
export const errorsIn = (report: StoredReport): number =>
  report.kind === "document"
    ? countOf(report, "error")
    : report.feeds.reduce((sum, { errors }) => sum + errors, 0) + report.disagreements.length;
