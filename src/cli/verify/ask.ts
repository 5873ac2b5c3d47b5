import { redirectOf } from "../../proofread/reach/polls.ts";
import { PATIENCE, request } from "../request.ts";

/** How documents are asked for. */
export interface AskingAs {
  /** Sent to the server that was named, and to no other: they may be what opens a feed. By names in small letters. */
  headers?: Record<string, string>;
  userAgent?: string;
  /** The URL, or the file, that was named, where another one is asked for that it led to. */
  named?: string;
}

/** An answer that is no redirect, and the way to it. */
export interface FollowedAnswer {
  response: Response;
  /** Where the answer is from. */
  url: string;
  redirects: Redirect[];
}

/** A step of the way. */
export interface Redirect {
  from: string;
  status: number;
}

/** As many as the most patient of readers follow; browsers give up after 20. */
export const MOST_REDIRECTS = 10;

/**
 * Asks for a URL, and goes where it leads.
 *
 * @throws one line that says why there is no answer
 */
export async function askFollowing(url: string, as: AskingAs = {}): Promise<FollowedAnswer> {
  const redirects: Redirect[] = [];
  for (let next = url; ; ) {
    const response = await requestAsVerify(next, as, url);
    const to = redirectTarget(response, next);
    if (to === undefined) return { response, url: next, redirects };
    await response.body?.cancel();
    redirects.push({ from: next, status: response.status });
    if (redirects.some(({ from }) => from === to))
      throw new Error(`GET ${url} redirects in a circle: ${trailOf(redirects, to)}`);
    if (redirects.length > MOST_REDIRECTS) throw new Error(`GET ${url} redirects more than ${MOST_REDIRECTS} times`);
    next = to;
  }
}

/** As `https://a.example/ → https://b.example/`. */
const trailOf = (redirects: Redirect[], to: string): string => [...redirects.map(({ from }) => from), to].join(" → ");

/** @throws one line that says why there is no answer */
const requestAsVerify = (url: string, as: AskingAs, first: string): Promise<Response> =>
  request(url, { patience: PATIENCE, redirect: "manual", headers: verifyHeaders(url, as, first) });

/** @param first the URL that led to this one, or this one itself */
export const verifyHeaders = (
  url: string,
  { headers = {}, userAgent, named }: AskingAs,
  first: string,
): Record<string, string> => ({
  accept: ACCEPT,
  "accept-encoding": "gzip, br, zstd, deflate",
  "user-agent": "Wireproof verify",
  ...(isSentTo(url, named ?? first) ? headers : {}),
  ...(userAgent !== undefined && { "user-agent": userAgent }),
});

const ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.9, */*;q=0.8";

/** Secrets stay with the server that they are for; that it now speaks TLS is no other server. */
export function isSentTo(url: string, named: string): boolean {
  const own = URL.parse(named);
  // A file or standard input led there.
  if (!own) return false;
  const to = new URL(url);
  if (to.origin === own.origin) return true;
  // Another port's server is another one.
  const nowSecure = own.protocol === "http:" && own.port === "" && to.protocol === "https:" && to.port === "";
  return nowSecure && to.hostname === own.hostname;
}

function redirectTarget({ status, headers }: Response, url: string): string | undefined {
  const location = headers.get("location");
  const target = redirectOf(url, { status, headers: location === null ? {} : { location } });
  if (target === null) throw new Error(`GET ${url} answered ${status}, and names no http(s) URL to go to`);
  return target?.split("#", 1)[0];
}
