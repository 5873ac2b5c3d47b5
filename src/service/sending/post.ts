import { millisecondsInSecond } from "date-fns/constants";
import { isPrivateHost } from "../../partner/address.ts";
import type { Home } from "../home.ts";
import { secondsUntil } from "../http/retry-after.ts";
import { reachOf, userAgentOf } from "../http/toward-others.ts";
import { whyNoAnswer } from "../http/why-no-answer.ts";

export interface OutgoingPost {
  url: string;
  headers: Record<string, string>;
  body: Uint8Array | string;
  /** How long the answer is waited for. Milliseconds. */
  patience: number;
}

/** `retryAfter`: for how long the server asks to be left alone, in milliseconds. */
export type Posted = { status: number; retryAfter?: number } | { status: 0; fault: string };

/**
 * Sends something to somebody else's server: to public addresses alone, unless the service itself is local. What it says in its answer's
 * body is not read, and where it leads is not gone (WebSub §7).
 *
 * @param base the service's own address, by which it makes itself known
 */
export async function post(
  home: Pick<Home, "fetchOut">,
  base: string,
  { url, headers, body, patience }: OutgoingPost,
): Promise<Posted> {
  const reach = reachOf(base);
  const { hostname, host } = new URL(url);
  if (reach === "public" && isPrivateHost(hostname)) return { status: 0, fault: `${host} is no public address` };
  const signal = AbortSignal.timeout(patience);
  const asked = { "user-agent": userAgentOf(base), ...headers };
  try {
    const response = await home.fetchOut(url, { method: "POST", headers: asked, body, signal }, reach);
    // Whoever breaks off in the middle of it has answered all the same.
    await response.body?.cancel().catch(() => undefined);
    const seconds = [429, 503].includes(response.status)
      ? secondsUntil(response.headers.get("retry-after"))
      : undefined;
    return { status: response.status, retryAfter: seconds && seconds * millisecondsInSecond };
  } catch (error) {
    if (!signal.aborted) return { status: 0, fault: whyNoAnswer(error) };
    return { status: 0, fault: `it took more than ${patience / millisecondsInSecond} seconds` };
  }
}
