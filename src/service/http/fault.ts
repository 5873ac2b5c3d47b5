import type { Context } from "hono";
import { logThrown } from "../log.ts";
import { StoreFault } from "../store-fault.ts";
import { NO_STORE } from "./no-store.ts";
import { problem, RETRY_LATER } from "./problem.ts";

/** What whoever asked is told where a handler threw, in whichever form they read. */
export interface ToldFault {
  status: 500 | 503;
  title: string;
  text: string;
  headers: Record<string, string>;
}

/** Logs what a handler threw, a bug or a store that is broken, and says what to tell whoever asked. */
export function takeFault(error: Error, method: string): ToldFault {
  if (!(error instanceof StoreFault)) {
    logThrown("error", error);
    return { status: 500, title: "Something broke", text: "Something broke; it is logged.", headers: NO_STORE };
  }
  logThrown("store unavailable", error);
  const text = `${error.told} ${outcomeOf(error, method)}`;
  return { status: 503, title: "Not available now", text, headers: { ...NO_STORE, ...RETRY_LATER } };
}

/** The answer for programs where a handler threw. */
export function answerFault(error: Error, c: Context): Response {
  const { status, text, headers } = takeFault(error, c.req.method);
  return problem(status, text, undefined, headers);
}

/** What became of the request, as far as it is known. Which methods may be repeated, RFC 9110 §9.2.2 says. */
function outcomeOf({ mayBeStored }: StoreFault, method: string): string {
  if (method === "GET" || method === "HEAD") return "Ask again later.";
  if (!mayBeStored) return "Nothing was stored: send it again later.";
  return method === "PUT" || method === "DELETE"
    ? "Whether it was stored is not known; to send it again does no harm."
    : "Whether it was stored is not known: look before you send it again.";
}
