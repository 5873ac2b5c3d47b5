import type { SourceResult } from "../../../src/cli/import/result.ts";

/** A source that went in whole, with what a test changes of it. */
export const result = (changes: Partial<SourceResult> = {}): SourceResult => ({
  name: "feed.xml",
  kind: "rss",
  read: 2,
  stored: 2,
  unchanged: 0,
  skipped: [],
  notes: [],
  details: [],
  unreachable: false,
  ...changes,
});
