import type { Rule } from "../rule.ts";
import type { Changes } from "./changes.ts";
import type { DocumentPoll, PolledDocument, PolledEntry } from "./poll.ts";
import type { Track } from "./track.ts";

/** A poll, and what it is compared with. */
export interface Step {
  poll: PolledDocument;
  /** What is remembered of its URL, the poll itself left out. */
  track: Track;
  /** Of the other URLs that are watched. */
  others: readonly Track[];
}

/** A poll that brought a document, and the document that was there before. */
export interface DocumentStep extends Step {
  poll: DocumentPoll;
  former: DocumentPoll;
  changes: Changes;
}

/** Something wrong that is seen at a poll, or at an earlier one that it shows in a new light. */
export interface Sight {
  message: string;
  entry?: PolledEntry;
  at?: number;
}

export type Sights = undefined | string | Sight | Sight[];

/** A rule of a document's polls: it is asked at each, in their order. */
export interface SeriesRule extends Rule {
  see: (step: Step) => Sights;
}

/** For rules that compare a document with the one before. */
export const betweenDocuments =
  (see: (step: DocumentStep) => Sights): SeriesRule["see"] =>
  (step) =>
    isDocumentStep(step) ? see(step) : undefined;

export const isDocumentStep = (step: Step): step is DocumentStep => "changes" in step;

/** RFC 9110 §8.8.2; undefined where there is none, or none that can be read. */
export function modifiedAt(lastModified: string | undefined): number | undefined {
  const time = Date.parse(lastModified ?? "");
  return Number.isFinite(time) ? time : undefined;
}
