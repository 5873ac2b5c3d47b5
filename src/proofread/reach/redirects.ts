import { answerOf, isFeed, type ReachPoll, redirectOf } from "./polls.ts";
import type { ReachRule } from "./rules.ts";

/** A redirect: where from, where to, and with which status. */
interface Redirect {
  status: number;
  from: string;
  to: string | null;
}

/** Where a URL led. That it led somewhere is no fault: a feed may move. */
export const REDIRECT_RULES: readonly ReachRule[] = [
  {
    rule: "RFC 9110 §10.2.2: Location with a URL",
    severity: "error",
    means: "they are sent nowhere",
    mend: "name an http(s) URL in Location",
    see({ fresh }) {
      const last = redirectsOf(fresh).at(-1);
      return last?.to === null ? `${last.status} from ${last.from}, without a Location that leads anywhere` : undefined;
    },
  },
  {
    rule: "RFC 9110 §15.4: no redirect to where it came from",
    severity: "error",
    means: "they go round until they give up",
    mend: "let one of the two addresses answer: often a rule of the host is at odds with one of the CDN, as with “Flexible” TLS",
    see: ({ fresh }) => (isLoop(fresh) ? `${trail(fresh)}, and round again` : undefined),
  },
  {
    rule: "RFC 9110 §15.4: no more redirects than a reader follows",
    severity: "error",
    means: "they stop on the way and take it for a failure",
    mend: "lead from the first address to the last at once",
    see({ reader, fresh }) {
      const redirects = redirectsOf(fresh);
      const isGivenUp = redirects.length > reader.redirects && redirects.at(-1)?.to !== null && !isLoop(fresh);
      return isGivenUp ? `more than ${reader.redirects} redirects` : undefined;
    },
  },
  {
    rule: "RFC 9110 §15.4.9: one permanent redirect (301, 308)",
    severity: "warning",
    means: "they come by the old address for as long as they read it, and each poll is two or more",
    mend: "lead to the last address at once, with 301 or 308; 302, 303 and 307 are for a time",
    see({ fresh }) {
      const redirects = redirectsOf(fresh);
      const isPassing = redirects.some(({ status }) => status !== 301 && status !== 308);
      return isFeed(answerOf(fresh)) && (isPassing || redirects.length > 1) ? trail(fresh) : undefined;
    },
  },
  {
    rule: "RFC 9110 §4.2.2: HTTPS stays HTTPS",
    severity: "warning",
    means: "whoever is in between reads and changes what they get; apps for iOS and Android may refuse it",
    mend: "lead to https",
    see: ({ fresh }) =>
      redirectsOf(fresh).some(({ from, to }) => from.startsWith("https:") && to?.startsWith("http:"))
        ? trail(fresh)
        : undefined,
  },
];

function redirectsOf({ hops }: ReachPoll): Redirect[] {
  return hops.flatMap(({ url, outcome }) => {
    if (!("answer" in outcome)) return [];
    const to = redirectOf(url, outcome.answer);
    return to === undefined ? [] : [{ status: outcome.answer.status, from: url, to }];
  });
}

/** It ends with a redirect to where it was before. */
function isLoop({ hops }: ReachPoll): boolean {
  const last = hops.at(-1);
  if (!last || !("answer" in last.outcome)) return false;
  const to = redirectOf(last.url, last.outcome.answer);
  return hops.some(({ url }) => url === to);
}

/** `301 to https://…, 302 to https://…` */
export const trail = (poll: ReachPoll): string =>
  redirectsOf(poll)
    .map(({ status, to }) => `${status} to ${to}`)
    .join(", ");
