import { millisecondsInHour } from "date-fns/constants";
import { clip } from "../../xml/forms/form.ts";
import { isSameToReaders } from "../changes.ts";
import { paperOf, pollAt } from "../examples.ts";
import type { FeedSnapshot } from "../poll.ts";
import { betweenDocuments, type SeriesRule } from "../rule.ts";

/** Milliseconds. In a longer time a story may have been published and taken back twice, of which nothing is left but the feed's date. */
const SHORT = millisecondsInHour;

const BOAT = [{ name: "boat" }];

/** Documents that are never the same. */
export const NOISE_RULES: readonly SeriesRule[] = [
  {
    name: "series/noise",
    severity: "warning",
    formats: ["atom", "rss", "rdf", "json"],
    element: "the document",
    section: "RFC 9110 §8.8.1; RFC 4287 §4.2.15; RSS 2.0, lastBuildDate",
    url: "https://www.rfc-editor.org/rfc/rfc9110#section-8.8.1",
    says: "A document stays the same, byte by byte, until something is published, changed or taken back",
    mend: "Leave out of it what changes by itself: the time of the build, a session, a counter, tracking in links; date the feed by its newest change.",
    readers: "No answer can be 304, so that each of their polls brings the whole document (dylang/node-rss#52).",
    see: betweenDocuments(({ former, poll, track }) => {
      const earlier = track.documents.at(-2);
      // A masthead or a picture is changed once; what changes twice with no news changes by itself.
      if (
        !earlier ||
        poll.at - earlier.at > SHORT ||
        !isNoise(earlier.document, former.document) ||
        !isNoise(former.document, poll.document)
      )
        return undefined;
      return `the document is another one at each of three polls, and no entry has changed: ${whatMoves(former.document, poll.document)}`;
    }),
    fails: [
      pollAt("06:10", paperOf(BOAT, { updated: "06:10" })),
      pollAt("06:20", paperOf(BOAT, { updated: "06:20" })),
      pollAt("06:30", paperOf(BOAT, { updated: "06:30" })),
    ],
    passes: [
      pollAt("06:10", paperOf(BOAT)),
      pollAt("06:20", paperOf([{ name: "pier", published: "06:15" }, ...BOAT], { updated: "06:15" })),
      pollAt("06:30", paperOf([{ name: "pier", published: "06:15" }, ...BOAT], { updated: "06:15" })),
    ],
  },
];

const isNoise = (one: FeedSnapshot, other: FeedSnapshot): boolean =>
  one.hash !== other.hash && isSameToReaders(one, other);

/** What differs between two documents that readers show alike. */
function whatMoves(one: FeedSnapshot, other: FeedSnapshot): string {
  const marked = one.entries.filter(({ markup }, index) => markup !== other.entries[index]?.markup).length;
  const parts = [
    one.dated === other.dated ? "" : `the feed's own date (${clip(other.dated)})`,
    one.frame === other.frame ? "" : "something that stands outside the entries",
    marked === 0
      ? ""
      : `the markup of ${marked} of ${one.entries.length} entries, but not their words: an address or an attribute that has a time, a session or a counter in it`,
  ].filter((part) => part !== "");
  return parts.length === 0
    ? "only what no reader shows does, as a comment with the time"
    : `what moves is ${parts.join("; and ")}`;
}
