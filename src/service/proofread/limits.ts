import { MAX_URL } from "../../article/limits.ts";
import type { AskingLimits } from "../sources/asking.ts";

/** Bytes of a document: five times the largest feed of a newsroom that we know; more would keep all who ask beside waiting. */
export const MAX_DOCUMENT_BYTES = 5_000_000;

/** Bytes of a form: a pasted text may be written with three for one. */
export const MAX_PROOFREAD_FORM_BYTES = 3 * MAX_DOCUMENT_BYTES + MAX_URL + 10_000;

/** Feeds of a home page that are looked at: most have one or two, in three formats. */
export const MAX_FEEDS_OF_PAGE = 6;

/** Feeds that are looked at beside one: it may be in four formats, and a page names one of each first. */
export const MAX_BESIDE = 4;

/** Usual places at which a feed is looked for, of a page that names none. */
export const MAX_PLACES = 5;

/**
 * Of one proofreading: a page and its feeds, each behind redirects. Nobody waits for longer than a browser does, and no site that is
 * slow at each of them keeps one of the few places.
 */
export const ASKING: AskingLimits = {
  patience: 15_000,
  round: 30_000,
  bytes: MAX_DOCUMENT_BYTES,
  requests: 4 * MAX_FEEDS_OF_PAGE,
};

/** Of what stands beside one feed, which nobody asked for, and which must not keep its report waiting: its home page and those feeds. */
export const ASKING_BESIDE: AskingLimits = {
  patience: 5_000,
  round: 10_000,
  // All of them are held until they are compared.
  bytes: 1_000_000,
  requests: 2 * (1 + MAX_BESIDE),
};

/** Proofreadings a minute of one address: whoever mends a feed comes again, and nobody reads ten reports in a minute. */
export const MAX_OF_ADDRESS = 10;

/** Proofreadings at once of an instance: each holds its document and all that was found. */
export const MAX_AT_ONCE = 4;

/** Of these for strangers of one network: whoever asks a slow site leaves room for others. */
export const MAX_AT_ONCE_OF_NETWORK = 2;

/** Findings of one rule in a report. */
export const MOST_SHOWN = 10;

/** Findings in a report: beyond it nobody reads on, and its page would grow without end. */
export const MAX_FINDINGS = 300;

/** UTF-16 units of a finding's message, which may hold a value of the document, and of its place. */
export const MAX_MESSAGE = 500;

/** UTF-16 units of a source that is shown whole, each line with its cost; of a longer one the places around what was found. */
export const MAX_WHOLE = 40_000;

/** What a line takes on a page beside what stands in it: its number, and the link to it. */
export const LINE_COST = 60;

/** Lines around each place. */
export const CONTEXT_LINES = 3;

/** UTF-16 units of a line that is shown whole; of a longer one as much around each place. */
export const MAX_SHOWN_LINE = 400;

/** UTF-16 units of the source in a report, in all, each line with its cost. */
export const MAX_SOURCE = 120_000;

/** UTF-16 units of a report as JSON, three bytes each at most: a row of D1 has 2 MB. What shows the document is left out of one with more. */
export const MAX_REPORT = 500_000;

/** Entries of a feed that are shown as readers show them. */
export const MAX_SHOWN_ENTRIES = 12;

/** UTF-16 units of an entry's text, and of a title. */
export const MAX_SHOWN_TEXT = 240;

/** UTF-16 units of what is remembered of a document, with some 300 for an entry: of one with more, nothing is. */
export const MAX_POLL = 60_000;

/** A badge says nothing of a report that is older: feeds change by the hour. Milliseconds. */
export const BADGE_HOLDS_FOR = 7 * 24 * 60 * 60 * 1000;
