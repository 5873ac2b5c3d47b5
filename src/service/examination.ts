import type { Finding, Proofreading } from "../proofread/finding.ts";
import type { PolledDocument } from "../proofread/series/poll.ts";

/** What somebody wants to have proofread. */
export type Given =
  | { kind: "url"; url: string }
  | { kind: "document"; bytes: Uint8Array; origin: { name?: string; contentType?: string } };

/** What came of a proofreading: the report that was asked for, and each document that it is about. */
export type Examination =
  | { status: "examined"; report: StoredReport; documents: ExaminedDocument[] }
  | { status: "unread"; why: string };

export interface ExaminedDocument {
  report: DocumentReport;
  /** What later ones at its address are compared with. Absent: it came by no address, or is no feed. */
  poll?: PolledDocument;
}

/** An answer that was redirected to another address. */
export interface AskedHop {
  url: string;
  status: number;
}

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

/** What was found, as far as it is told, and how often each rule was broken. */
export interface FoundFaults {
  findings: Finding[];
  counts: [rule: string, count: number][];
}

/** What a document's proofreading came to, as it is stored and shown. */
export interface DocumentReport extends ReportHead, FoundFaults, Pick<Proofreading, "format" | "version" | "entries"> {
  kind: "document";
  encoding: string;
  /** It was gzip, and nobody said so. */
  packed: boolean;
  source: ShownSource;
  view?: ShownView;
  /** What shows only over time. Absent: it came by no address, or for the first time. */
  series?: FoundSeries;
  /** What stood beside it at that time. Absent: it came by no address, or leads to no home page. */
  beside?: FoundBeside;
}

export interface FoundSeries extends FoundFaults {
  /** How often it was proofread, and when first. Milliseconds. */
  times: number;
  since: number;
}

/** The other formats of a feed that a page leads to, and where they disagree with it. */
export interface FoundBeside extends FoundFaults {
  page: string;
  /** Why the page could not be looked at. */
  trouble?: string;
  formats: FormatBeside[];
  /** Feeds that it leads to, and that could not be looked at. */
  unread: { url: string; trouble: string }[];
}

export interface FormatBeside {
  url: string;
  format: NonNullable<Proofreading["format"]>;
  view: ShownView;
}

/** What was found at a home page, or in a list of feeds: its own faults, and where its feeds' formats disagree. */
export interface PageReport extends ReportHead, FoundFaults {
  kind: "page";
  is: "page" | "list";
  feeds: FeedOfPage[];
  /** How many more feeds it names, which were not looked at. */
  more: number;
}

export interface FeedOfPage {
  url: string;
  title?: string;
  /** How it was found. */
  how: "link" | "anchor" | "place" | "list";
  /** What readers commented, not what the site published. */
  comments?: true;
  /** Why there is no report on it. */
  trouble?: string;
  /** Its report's. */
  hash?: string;
  format?: Proofreading["format"];
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
  lines: ShownLine[];
}

export interface ShownLine {
  text: string;
  /** Where in it something was found, the first character being 0, in their order. */
  marks?: number[];
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
