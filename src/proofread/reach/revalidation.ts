import { codingSuffix, opaqueTag } from "./fields.ts";
import { answerOf, isFeed, type ReachAnswer, type ReachPolls, type ReaderPolls, wholeFeeds } from "./polls.ts";
import { bytesText, type ReachRule } from "./rules.ts";

/** What makes a second poll cost a few bytes. */
export const REVALIDATION_RULES: readonly ReachRule[] = [
  {
    rule: "RFC 9110 §8.8: ETag and Last-Modified",
    severity: "warning",
    means: "each of their polls is the whole document, changed or not",
    mend: "send both: Thunderbird asks by the date alone",
    see({ reader, fresh }) {
      const answer = answerOf(fresh);
      if (!isFeed(answer) || reader.validators.length === 0) return undefined;
      if (reader.validators.some((name) => answer.headers[name] !== undefined)) return undefined;
      return answer.headers.etag === undefined ? "neither ETag nor Last-Modified" : "an ETag, and no Last-Modified";
    },
  },
  {
    rule: "RFC 9110 §8.8.1: a tag besides the date",
    severity: "warning",
    means: "a second change within a second, a retraction perhaps, never comes to them",
    mend: "send an ETag, too",
    see({ reader, fresh }) {
      const answer = answerOf(fresh);
      if (!isFeed(answer) || !reader.validators.includes("etag")) return undefined;
      return answer.headers.etag === undefined && answer.headers["last-modified"] !== undefined
        ? "Last-Modified, and no ETag"
        : undefined;
    },
  },
  {
    rule: "RFC 9110 §8.8.3: the same bytes, the same ETag",
    severity: "error",
    means: "each of their polls is the whole document, though nothing has changed",
    mend: "make the tag of the bytes: not of a clock, a request, a process or an inode, for several servers answer in turn",
    see: (polls, all) =>
      polls.reader.validators.includes("etag") && isTagUnsteady(polls, all)
        ? "another ETag for the same document in the same coding"
        : undefined,
  },
  {
    rule: "RFC 9110 §15.4.5: 304 where nothing has changed",
    severity: "error",
    means: "each of their polls is the whole document, though nothing has changed",
    mend: "compare If-None-Match, as a list and weakly, with the tag; without one, If-Modified-Since with the date",
    see(polls, all) {
      const [first, second] = [answerOf(polls.fresh), answerOf(polls.again)];
      const sent = polls.again?.validators ?? {};
      if (!isFeed(first) || !isFeed(second) || second.status !== 200 || Object.keys(sent).length === 0)
        return undefined;
      if (second.document.digest !== first.document.digest || isTagUnsteady(polls, all)) return undefined;
      const suffix = codingSuffix(sent["if-none-match"] ?? "");
      const added = suffix && ` (the -${suffix} was added on the way: whoever adds it has to take it off again)`;
      return `200 with ${bytesText(second.bytes)} for what it had given them itself${added ?? ""}`;
    },
  },
  {
    rule: "RFC 9110 §13.2.2: 304 for a tag that is the document's, and for no other",
    severity: "error",
    means: "what has changed never comes to them, and what was taken back stays with them",
    mend: "compare If-None-Match with the tag; where it is sent, If-Modified-Since does not count",
    see: ({ reader }, { stranger }) =>
      reader.validators.includes("etag") && answerOf(stranger)?.status === 304
        ? "304 for a tag that was never given"
        : undefined,
  },
  {
    rule: "the same document until something is published",
    severity: "warning",
    means: "each of their polls is a new document, and some show its entries as new",
    mend: "leave out of it what changes by itself: the time of day, a session, a counter, tracking in links",
    see: (polls, all) =>
      // At most one reader's two polls can have an edition between them, for one poll follows the other.
      hasChanged(polls) && all.readers.filter(hasChanged).length > 1
        ? "another document when they came again at once"
        : undefined,
  },
];

/** Whether a reader was given a tag that somebody was given another for. */
function isTagUnsteady(polls: ReaderPolls, { readers }: ReachPolls): boolean {
  const others = readers.flatMap(wholeFeeds);
  return wholeFeeds(polls).some((one) =>
    others.some((other) => isSameRepresentation(one, other) && !isSameTag(one, other)),
  );
}

const isSameRepresentation = (one: ReachAnswer, other: ReachAnswer): boolean =>
  one.document?.digest === other.document?.digest &&
  one.headers["content-encoding"] === other.headers["content-encoding"] &&
  one.headers.etag !== undefined &&
  other.headers.etag !== undefined;

const isSameTag = (one: ReachAnswer, other: ReachAnswer): boolean =>
  opaqueTag(one.headers.etag ?? "") === opaqueTag(other.headers.etag ?? "");

function hasChanged({ fresh, again }: ReaderPolls): boolean {
  const [first, second] = [answerOf(fresh), answerOf(again)];
  return isFeed(first) && isFeed(second) && second.status === 200 && first.document.digest !== second.document.digest;
}
