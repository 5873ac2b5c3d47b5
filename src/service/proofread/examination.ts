import type { DocumentReport, FeedOfPage, StoredReport } from "./report.ts";

/** What came of a proofreading: the report that was asked for, and each document that it is about. */
export type Examination =
  | { status: "examined"; report: StoredReport; documents: ExaminedDocument[] }
  | { status: "unread"; why: string };

export interface ExaminedDocument {
  report: DocumentReport;
  text: string;
}

/** Feeds that a document is not itself, and leads to. */
export interface FeedsOf {
  is: "page" | "list";
  feeds: NamedFeed[];
}

export type NamedFeed = Pick<FeedOfPage, "url" | "title" | "how" | "comments"> & { type?: string };
