import { decodeDocument } from "../../../proofread/bytes/decode.ts";
import { isRetryAfter } from "../../../proofread/reach/fields.ts";
import { type ReachAnswer, redirectOf } from "../../../proofread/reach/polls.ts";
import type { FeedSnapshot, PolledDocument } from "../../../proofread/series/poll.ts";
import { polledDocument } from "../../../proofread/series/polled-document.ts";
import { retryAfter } from "../../patient.ts";
import { PATIENCE } from "../../request.ts";
import { type AskingAs, isSentTo } from "../ask.ts";
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

/** As many as the most patient of readers follow. */
const MOST_REDIRECTS = 10;

const HEADERS = {
  accept: "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8",
  "accept-encoding": "gzip, br",
};

/** A feed as a good reader polls it: with the validators that it was given, and through redirects. */
export async function pollFeed(url: string, asking: FeedAsking): Promise<FeedPoll> {
  const { sent, former, now } = asking;
  const at = now();
  const failed = (status: number, failure: string, bytes = 0): FeedPoll => ({
    poll: polledDocument("", { at, url, status, sent, failure }),
    bytes,
  });
  let next = url;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const outcome = await askForBody(next, { headers: headersTo(next, url, asking), patience: PATIENCE });
    if ("failure" in outcome) return failed(0, outcome.failure.reason);
    const { answer, body } = outcome;
    const target = redirectOf(next, answer);
    if (target === undefined) return answered(answer, body, { at, url, sent, former, now });
    if (target === null) return failed(answer.status, `${answer.status}, without an address to go to`, answer.bytes);
    next = target;
  }
  return failed(0, `more than ${MOST_REDIRECTS} redirects, the last to ${next}`);
}

interface Answering extends Pick<FeedAsking, "sent" | "former" | "now"> {
  at: number;
  url: string;
}

function answered(answer: ReachAnswer, body: Uint8Array | undefined, asking: Answering): FeedPoll {
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
  const { text } = decodeDocument(body, headers["content-type"]);
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

const headersTo = (next: string, url: string, { sent, headers, userAgent }: FeedAsking): Record<string, string> => ({
  ...{ ...HEADERS, "user-agent": userAgent ?? "Wireproof verify" },
  ...(isSentTo(next, url) ? headers : {}),
  ...conditions(sent),
});

/** What a reader that keeps validators sends, both of them, as they were given. */
const conditions = ({ etag, lastModified }: NonNullable<PolledDocument["sent"]> = {}): Record<string, string> => ({
  ...(etag !== undefined && { "if-none-match": etag }),
  ...(lastModified !== undefined && { "if-modified-since": lastModified }),
});
