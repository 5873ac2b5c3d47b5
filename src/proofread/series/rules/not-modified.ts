import { millisecondsInHour } from "date-fns/constants";
import { toRfc3339 } from "../../../article/time.ts";
import { codingSuffix, opaqueTag } from "../../reach/fields.ts";
import { isSameToReaders } from "../changes.ts";
import { paperOf, pollAt } from "../examples.ts";
import { hasDocument } from "../poll.ts";
import { betweenDocuments, modifiedAt, type SeriesRule, type Sight, type Step } from "../rule.ts";

/** Milliseconds that a cache may hold a change back, and answer 304 for what it has: longer is too long for news. */
const LONGEST_CACHED = millisecondsInHour;

const BOAT = paperOf([{ name: "boat" }]);
const PIER = paperOf([{ name: "pier", published: "06:15" }, { name: "boat" }]);

/** Whether a server tells the truth when it is asked if something has changed. */
export const NOT_MODIFIED_RULES: readonly SeriesRule[] = [
  {
    name: "series/304-untrue",
    severity: "error",
    formats: ["http"],
    element: "304 Not Modified",
    section: "RFC 9110 §13.1.2, §13.1.3",
    url: "https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2",
    says: "304 is answered only to who has the document that is current",
    mend: "Compare If-None-Match with the tag of the document that would be sent, and look for a cache or a server that answers in its place.",
    readers: "What has changed never comes to them, and what was taken back stays with them.",
    see: (step) => oldClaim(step) ?? lateChange(step),
    fails: [
      pollAt("06:10", BOAT, { etag: '"1"' }),
      pollAt("06:20", PIER, { etag: '"2"' }),
      pollAt("06:30", 304, { sent: { etag: '"1"' } }),
      pollAt("06:40", PIER, { etag: '"2"' }),
    ],
    passes: [
      pollAt("06:10", BOAT, { etag: '"1"' }),
      pollAt("06:20", PIER, { etag: '"2"' }),
      pollAt("06:30", 304, { sent: { etag: '"2"' } }),
      pollAt("06:40", PIER, { etag: '"2"' }),
    ],
  },
  {
    name: "series/304-missed",
    severity: "warning",
    formats: ["http"],
    element: "304 Not Modified",
    section: "RFC 9110 §13.2.2, §15.4.5",
    url: "https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5",
    says: "A reader that has the current document is answered 304, without the document",
    mend: "Compare If-None-Match, as a list and weakly, with the tag; without one, If-Modified-Since with the date.",
    readers: "Each of their polls brings the whole document, though nothing has changed.",
    see({ poll, track }) {
      const had = track.documentOf(poll.sent);
      if (!had || !hasDocument(poll) || had.document.hash !== poll.document.hash) return undefined;
      const { etag, lastModified } = poll.sent ?? {};
      // A validator that does not hold is another rule's.
      const holds = etag === undefined ? poll.lastModified === lastModified : isSameTag(poll.etag, etag);
      if (!holds) return undefined;
      const suffix = codingSuffix(etag ?? "");
      const added =
        suffix === undefined ? "" : ` (the -${suffix} was added on the way: who adds it has to take it off again)`;
      return `the document was sent again, all ${poll.document.bytes.toLocaleString("en")} bytes of it, to who asked with ${etag ?? lastModified}${added}`;
    },
    fails: [pollAt("06:10", BOAT, { etag: '"1"' }), pollAt("06:20", BOAT, { etag: '"1"', sent: { etag: '"1"' } })],
    passes: [pollAt("06:10", BOAT, { etag: '"1"' }), pollAt("06:20", 304, { etag: '"1"', sent: { etag: '"1"' } })],
  },
];

/** A 304 for the tag of an older document, unless that one has come back: the next poll tells. */
function oldClaim({ poll, track: { doubt } }: Step): Sight | undefined {
  if (!doubt) return undefined;
  const { claimed, last } = doubt;
  const current = hasDocument(poll) ? poll.document.hash : poll.status === 304 ? hashOfTag(poll, doubt) : undefined;
  if (current === undefined || current === claimed.document.hash) return undefined;
  return {
    at: doubt.poll.at,
    message: `304 to who has the document of ${toRfc3339(claimed.at)} (${claimed.etag ?? claimed.lastModified}), though another was served at ${toRfc3339(last.at)} and after it`,
  };
}

/** What a 304 says is there: the last document, where it was asked for with that one's validators. */
const hashOfTag = ({ sent }: Step["poll"], { last }: NonNullable<Step["track"]["doubt"]>): string | undefined =>
  sent !== undefined && sent.etag === last.etag && sent.lastModified === last.lastModified
    ? last.document.hash
    : undefined;

/** A 304 long after the change that the next document says it has: no cache holds it back so long. */
const lateChange = betweenDocuments(({ former, poll, track }) => {
  const [changed, said] = [modifiedAt(poll.lastModified), track.last];
  if (changed === undefined || said?.status !== 304 || said.at - changed < LONGEST_CACHED) return undefined;
  if (track.documentOf(said.sent) !== former || changed <= (modifiedAt(former.lastModified) ?? Infinity))
    return undefined;
  return isSameToReaders(former.document, poll.document)
    ? undefined
    : {
        at: said.at,
        message: `304, though by its Last-Modified the document that came next had changed at ${toRfc3339(changed)}`,
      };
});

const isSameTag = (one: string | undefined, other: string): boolean =>
  one !== undefined && opaqueTag(one) === opaqueTag(other);
