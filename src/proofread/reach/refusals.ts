import { isRetryAfter } from "./fields.ts";
import { answerOf, failureOf, isFeed, type ReachAnswer, type ReachFailure, type ReachPoll } from "./polls.ts";
import { bytesText, type ReachRule } from "./rules.ts";

const NO_FEEDS: Record<string, string> = { page: "an HTML page", empty: "nothing" };

/** What keeps a reader from the feed altogether. */
export const REFUSAL_RULES: readonly ReachRule[] = [
  {
    rule: "Cloudflare, challenge pages: none on a feed",
    severity: "error",
    means: "no reader runs the script of a challenge: for their subscribers the feed stands still, and nobody is told",
    mend: "turn Bot Fight Mode off, and let feeds pass by a rule: src/edge/README.md, “Let readers through”",
    see: refusal("challenge"),
  },
  {
    rule: "RFC 9110 §10.2.3: Retry-After with 429 and 503",
    severity: "error",
    means: "they were given no feed and not told when to come again: some come at once, and some never",
    mend: "send Retry-After with a number of seconds, and refuse no reader that comes once in ten minutes",
    see: refusal("untold"),
  },
  {
    rule: "RFC 6585 §4: 429 and 503 are for those who come too often",
    severity: "warning",
    means: "they were given no feed; perhaps because all of these polls come from one address, one after the other",
    mend: "come again after that time; if a single reader is refused, too, raise the limit",
    see: refusal("told"),
  },
  {
    rule: "RFC 9110 §15: 200 with the feed",
    severity: "error",
    means: "they show an error, or nothing; after some days many stop polling",
    mend: "look for it in the logs of the server and of what stands in front; where others get the feed, it goes by the User-Agent or the headers",
    see: refusal("status"),
  },
  {
    rule: "a feed, and no page in its place",
    severity: "error",
    means: "they find no entries in it: some show an error, others an empty feed",
    mend: "send the feed to whoever asks for it, without a check of the browser, a consent or a login; an error wants an error's status",
    see: refusal("document"),
  },
  {
    rule: "RFC 9110 §4.3.4: a certificate that is trusted and names the host",
    severity: "error",
    means: "they do not connect, and their subscribers are told of an insecure site, or nothing",
    mend: "renew it in time, have it name the host, and send the intermediate certificates with it",
    see: failure("certificate"),
  },
  {
    rule: "an answer while the reader waits",
    severity: "error",
    means: "they take it for a failure, and come less often after each",
    mend: "answer feeds from a cache or from stored bytes: a second is long",
    see: failure("patience"),
  },
  {
    rule: "RFC 9110 §6.4, §8.4: a body that can be read to its end",
    severity: "error",
    means: "what they have of it is damaged or too long, and they throw it away",
    mend: "look at what stands between: a coding that nobody asked for, a length that is wrong, a limit of a proxy",
    see: failure("body"),
  },
  {
    rule: "a server that answers",
    severity: "error",
    means: "the feed is not there for them",
    mend: "look at the name's DNS records (AAAA, too), at the port, and at a firewall in front",
    see: failure("connection"),
  },
];

interface Refusal {
  kind: "challenge" | "untold" | "told" | "status" | "document";
  seen: string;
}

/** Why an answer is not what a reader came for: one reason, the first that there is. */
function refusalOf(answer: ReachAnswer, isFirst: boolean): Refusal | undefined {
  const { status, headers, document, bytes } = answer;
  if (headers["cf-mitigated"] === "challenge") return { kind: "challenge", seen: `${status}, cf-mitigated: challenge` };
  if (status === 429 || status === 503) {
    const time = headers["retry-after"];
    const seen = `${status}, ${time === undefined ? "no Retry-After" : `Retry-After: ${time}`}`;
    return { kind: isRetryAfter(time) ? "told" : "untold", seen };
  }
  // Whoever has nothing yet cannot be told that nothing has changed.
  if (!(isFirst ? [200] : [200, 226, 304]).includes(status))
    return { kind: "status", seen: `${status}${headers.server === undefined ? "" : `, server: ${headers.server}`}` };
  if (status !== 200 || isFeed(answer)) return undefined;
  const what = NO_FEEDS[document?.kind ?? "empty"] ?? "something that is no feed";
  return {
    kind: "document",
    seen: `200 with ${what} (${headers["content-type"] ?? "no Content-Type"}, ${bytesText(bytes)})`,
  };
}

/** The first of a reader's polls that was refused so. */
function refusal(kind: Refusal["kind"]): ReachRule["see"] {
  return eitherPoll((poll, isFirst) => {
    const answer = answerOf(poll);
    const refused = answer && refusalOf(answer, isFirst);
    return refused?.kind === kind ? refused.seen : undefined;
  });
}

function failure(kind: ReachFailure["kind"]): ReachRule["see"] {
  return eitherPoll((poll) => {
    const failed = failureOf(poll);
    return failed?.kind === kind ? failed.reason : undefined;
  });
}

function eitherPoll(see: (poll: ReachPoll, isFirst: boolean) => string | undefined): ReachRule["see"] {
  return ({ fresh, again }) => {
    const first = see(fresh, true);
    if (first !== undefined || again === undefined) return first;
    const second = see(again, false);
    return second === undefined ? undefined : `${second}, when they came again`;
  };
}
