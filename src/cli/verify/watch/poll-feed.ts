import { contain } from "../../../article/contain.ts";
import { documentOfBytes } from "../../../proofread/proofread-bytes.ts";
import { isRetryAfter } from "../../../proofread/reach/fields.ts";
import { type ReachAnswer, redirectOf } from "../../../proofread/reach/polls.ts";
import type { FeedSnapshot, PolledDocument } from "../../../proofread/series/poll.ts";
import { polledDocument } from "../../../proofread/series/polled-document.ts";
import { retryAfter } from "../../patient.ts";
import { reasonOf } from "../../reason.ts";
import { PATIENCE } from "../../request.ts";
import { type AskingAs, MOST_REDIRECTS, verifyHeaders } from "../ask.ts";
import { MOST_BYTES } from "../load.ts";
import { askForBody } from "../reach/ask.ts";

/** One poll, and what the series does not need of it. */
export interface FeedPoll {
  poll: PolledDocument;
  /** The document's. */
  text?: string;
  /** Bytes of the answer's body, as it was sent. */
  bytes: number;
  /** Milliseconds that the server asks to wait. */
  pause?: number;
}

interface FeedAsking extends AskingAs {
  /** The validators that the last document came with, verbatim. */
  sent?: PolledDocument["sent"];
  /** What the URL had before. */
  former?: FeedSnapshot;
  now: () => number;
}

/** A feed as a good reader polls it: with the validators that it was given, and through redirects. */
export async function pollFeed(url: string, asking: FeedAsking): Promise<FeedPoll> {
  const { sent, former, now } = asking;
  const at = now();
  const failed = (status: number, failure: string, bytes = 0): FeedPoll => ({
    poll: polledDocument("", { at, url, status, sent, failure }),
    bytes,
  });
  const way: string[] = [];
  let next = url;
  while (way.length <= MOST_REDIRECTS) {
    way.push(next);
    const headers = { ...verifyHeaders(next, asking, url), ...conditions(sent) };
    const outcome = await askForBody(next, { headers, patience: PATIENCE, most: MOST_BYTES });
    if ("failure" in outcome) return failed(0, outcome.failure.reason);
    const { answer, body } = outcome;
    const target = redirectOf(next, answer);
    if (target === undefined) return await answered(answer, body, { at, url, sent, former, now });
    if (target === null) return failed(answer.status, `${answer.status}, without an address to go to`, answer.bytes);
    if (way.includes(target)) return failed(answer.status, `it redirects in a circle, by way of ${target}`);
    next = target;
  }
  return failed(0, `more than ${MOST_REDIRECTS} redirects, the last to ${next}`);
}

interface Answering extends Pick<FeedAsking, "sent" | "former" | "now"> {
  at: number;
  url: string;
}

async function answered(answer: ReachAnswer, body: Uint8Array | undefined, asking: Answering): Promise<FeedPoll> {
  const { status, headers, bytes } = answer;
  const { at, url, sent, former, now } = asking;
  const { etag, "last-modified": lastModified, "content-encoding": coding } = headers;
  const facts = { at, url, status, sent, etag, lastModified, coding };
  if (status === 304 && sent) return { poll: polledDocument("", facts), bytes };
  if (status !== 200 || !body) {
    const pause = isRetryAfter(headers["retry-after"]) ? retryAfter(new Headers(headers), now()) : null;
    // Who asks for patience has not failed (RFC 6585 §4, RFC 9110 §15.6.4).
    const isPatience = (status === 429 || status === 503) && pause !== null;
    const failure = isPatience ? undefined : statusText(answer);
    return { poll: polledDocument("", { ...facts, failure }), bytes, ...(isPatience && { pause }) };
  }
  const unpacked = await textOf(body, headers["content-type"]);
  if ("failure" in unpacked) return { poll: polledDocument("", { ...facts, failure: unpacked.failure }), bytes };
  const { text } = unpacked;
  const poll = polledDocument(text, facts, former);
  if (poll.document) return { poll, text, bytes };
  return {
    poll: {
      ...poll,
      failure: `200 with what is no feed, or none that can be read (${headers["content-type"] ?? "no Content-Type"})`,
    },
    bytes,
  };
}

const statusText = ({ status, headers }: ReachAnswer): string =>
  status === 304
    ? "304, though nothing was said of a document that is there"
    : `${status}${headers.server === undefined ? "" : `, server: ${headers.server}`}`;

/** What is gzip is unpacked, whether the answer says so or not: readers' libraries do, too. */
const textOf = (body: Uint8Array, contentType: string | undefined): Promise<{ text: string } | { failure: string }> =>
  contain<{ text: string } | { failure: string }>(
    () => documentOfBytes(new Uint8Array(body), { contentType, most: MOST_BYTES }),
    (fault) => ({ failure: reasonOf(fault) }),
  );

/** What a reader that keeps validators sends, both of them, as they were given. */
const conditions = ({ etag, lastModified }: NonNullable<PolledDocument["sent"]> = {}): Record<string, string> => ({
  ...(etag !== undefined && { "if-none-match": etag }),
  ...(lastModified !== undefined && { "if-modified-since": lastModified }),
});
