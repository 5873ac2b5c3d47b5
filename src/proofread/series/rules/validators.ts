import { toRfc3339 } from "../../../article/time.ts";
import { opaqueTag } from "../../reach/fields.ts";
import { differ, isSameToReaders } from "../changes.ts";
import { paperOf, pollAt } from "../examples.ts";
import { type DocumentPoll, hasDocument, type PolledDocument } from "../poll.ts";
import { betweenDocuments, modifiedAt, type SeriesRule } from "../rule.ts";

type ServedDocument = Pick<SeriesRule, "formats" | "element" | "section" | "url">;

const ETAG: ServedDocument = {
  formats: ["http"],
  element: "ETag",
  section: "RFC 9110 §8.8.3",
  url: "https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3",
};

const LAST_MODIFIED: ServedDocument = {
  formats: ["http"],
  element: "Last-Modified",
  section: "RFC 9110 §8.8.2",
  url: "https://www.rfc-editor.org/rfc/rfc9110#section-8.8.2",
};

const BOAT = paperOf([{ name: "boat" }]);
const PIER = paperOf([{ name: "pier", published: "06:15" }, { name: "boat" }]);
const EARLY = "Fri, 13 Mar 2026 06:00:00 GMT";
const LATE = "Fri, 13 Mar 2026 06:15:00 GMT";

/** What ETag and Last-Modified do from one document to the next. What is asked with them: `not-modified.ts`. */
export const VALIDATOR_RULES: readonly SeriesRule[] = [
  {
    ...ETAG,
    name: "series/etag-unsteady",
    severity: "warning",
    says: "The same document has the same ETag at each poll",
    mend: "Make the tag of the bytes: not of a clock, a request, a process or an inode, for several servers answer in turn.",
    readers: "Each of their polls brings the whole document, though nothing has changed.",
    see: betweenDocuments(({ former, poll }) =>
      isSameDocument(former, poll) && differ(tagOf(former), tagOf(poll))
        ? `the document is what it was at ${toRfc3339(former.at)}, and its ETag is ${poll.etag} and was ${former.etag}`
        : undefined,
    ),
    fails: [pollAt("06:10", BOAT, { etag: '"1"' }), pollAt("06:20", BOAT, { etag: '"2"' })],
    passes: [pollAt("06:10", BOAT, { etag: '"1"' }), pollAt("06:20", BOAT, { etag: '"1"' })],
  },
  {
    ...ETAG,
    name: "series/etag-stale",
    severity: "error",
    section: "RFC 9110 §8.8.1",
    url: "https://www.rfc-editor.org/rfc/rfc9110#section-8.8.1",
    says: "A document that has changed has another ETag",
    mend: "Make the tag of the bytes that are sent: not of a version, or a date to the second, that other changes leave as it is.",
    readers:
      "They are told that nothing has changed: what is new never comes to them, and what was taken back stays with them.",
    see: betweenDocuments(({ former, poll }) => {
      if (former.document.hash === poll.document.hash) return undefined;
      if (poll.etag === undefined || tagOf(former) !== tagOf(poll)) return undefined;
      // A weak tag may leave out what does not matter (RFC 9110 §8.8.1).
      if (poll.etag.startsWith("W/") && isSameToReaders(former.document, poll.document)) return undefined;
      return `the document is another one than at ${toRfc3339(former.at)}, and its ETag is still ${poll.etag}`;
    }),
    fails: [pollAt("06:10", BOAT, { etag: '"1"' }), pollAt("06:20", PIER, { etag: '"1"' })],
    passes: [pollAt("06:10", BOAT, { etag: '"1"' }), pollAt("06:20", PIER, { etag: '"2"' })],
  },
  {
    ...LAST_MODIFIED,
    name: "series/last-modified-stays",
    severity: "warning",
    says: "A document that has changed has a later Last-Modified",
    mend: "Let it be the time of the last change of the document, retractions included: it is not that of the newest entry.",
    readers: "Those that ask by the date alone, as Thunderbird does, are told that nothing has changed.",
    see: betweenDocuments(({ former, poll }) =>
      poll.lastModified !== undefined &&
      poll.lastModified === former.lastModified &&
      !isSameToReaders(former.document, poll.document)
        ? `the document is another one than at ${toRfc3339(former.at)}, and its Last-Modified is still ${poll.lastModified}`
        : undefined,
    ),
    fails: [pollAt("06:10", BOAT, { lastModified: EARLY }), pollAt("06:20", PIER, { lastModified: EARLY })],
    passes: [pollAt("06:10", BOAT, { lastModified: EARLY }), pollAt("06:20", PIER, { lastModified: LATE })],
  },
  {
    ...LAST_MODIFIED,
    name: "series/last-modified-unsteady",
    severity: "warning",
    says: "The same document has the same Last-Modified at each poll, where there is no ETag",
    mend: "Store the time of the change with the document, and send it with each answer; send an ETag, too.",
    readers: "Each of their polls brings the whole document, though nothing has changed.",
    see: betweenDocuments(({ former, poll }) =>
      isSameDocument(former, poll) &&
      (poll.etag === undefined || former.etag === undefined) &&
      differ(former.lastModified, poll.lastModified)
        ? `the document is what it was at ${toRfc3339(former.at)}, and its Last-Modified is ${poll.lastModified} and was ${former.lastModified}`
        : undefined,
    ),
    fails: [pollAt("06:10", BOAT, { lastModified: EARLY }), pollAt("06:20", BOAT, { lastModified: LATE })],
    passes: [pollAt("06:10", BOAT, { lastModified: EARLY }), pollAt("06:20", BOAT, { lastModified: EARLY })],
  },
  {
    ...LAST_MODIFIED,
    name: "series/last-modified-backwards",
    severity: "warning",
    says: "Last-Modified never goes back",
    mend: "Let a change that brings an older version back, or takes an entry out, have a time of its own, and let all servers send the same.",
    readers: "Those that ask by the date alone have a later one, and are told that nothing has changed.",
    see({ poll, track }) {
      if (!hasDocument(poll) && poll.status !== 304) return undefined;
      const [before, now] = [modifiedAt(track.lastModified), modifiedAt(poll.lastModified)];
      return before !== undefined && now !== undefined && now < before
        ? `it is ${poll.lastModified}, and was ${track.lastModified}`
        : undefined;
    },
    fails: [pollAt("06:10", BOAT, { lastModified: LATE }), pollAt("06:20", PIER, { lastModified: EARLY })],
    passes: [pollAt("06:10", BOAT, { lastModified: EARLY }), pollAt("06:20", PIER, { lastModified: LATE })],
  },
  {
    ...ETAG,
    name: "series/no-validators",
    severity: "warning",
    element: "ETag, Last-Modified",
    section: "RFC 9110 §8.8",
    url: "https://www.rfc-editor.org/rfc/rfc9110#section-8.8",
    says: "A feed is served with an ETag, or at least with Last-Modified, so that a poll that finds nothing new costs little",
    mend: "Send both: some readers ask by the tag, Thunderbird by the date alone.",
    readers: "Each of their polls brings the whole document, though nothing has changed.",
    see: betweenDocuments(({ former, poll, track }) =>
      // Once, for it is so at each poll.
      isSameDocument(former, poll) && [former, poll].every(isWithoutValidators) && track.isFirst("no-validators")
        ? `the document of ${toRfc3339(former.at)} came again, all ${poll.document.bytes.toLocaleString("en")} bytes of it, for it has neither`
        : undefined,
    ),
    fails: [pollAt("06:10", BOAT), pollAt("06:20", BOAT)],
    passes: [pollAt("06:10", BOAT, { lastModified: EARLY }), pollAt("06:20", 304, { lastModified: EARLY })],
  },
];

/** Whether two polls brought the same bytes, in the same coding. */
const isSameDocument = (one: DocumentPoll, other: DocumentPoll): boolean =>
  one.document.hash === other.document.hash && one.coding === other.coding;

/** A `W/` may be added on the way (RFC 9110 §8.8.3.2). */
const tagOf = ({ etag }: PolledDocument): string | undefined => (etag === undefined ? undefined : opaqueTag(etag));

const isWithoutValidators = ({ etag, lastModified }: PolledDocument): boolean =>
  etag === undefined && lastModified === undefined;
