import { setTimeout as wait } from "node:timers/promises";
import type { BrowserFiles, Database, Home, PollRequest, Secrets } from "../service/home.ts";
import { fetchOut } from "./fetch-out.ts";
import { IncomingPoll } from "./server/hot-exchange.ts";

/** What differs from thread to thread. */
interface Thread {
  db: Database;
  secrets: Secrets;
  wake(delaySeconds: number): Promise<void>;
  wakeSender(delaySeconds: number): Promise<void>;
  parseLines?: Home["parseLines"];
  examine?: Home["examine"];
  browserFiles?: BrowserFiles;
  hstsSubdomains?: boolean;
  files?: Home["files"];
}

/** The client's address of each request that has one, and is not an `IncomingPoll`. */
const addresses = new WeakMap<PollRequest, string>();

/** Notes whose request it is, as the server knows it. */
export const noteAddress = (request: Request, address: string): void => void addresses.set(request, address);

/**
 * The service's home on one machine. It is one place with one instance: no limiter counts for others. No cache stands in front of
 * which the service knows.
 */
export const nodeHome = ({
  db,
  secrets,
  wake,
  wakeSender,
  parseLines,
  examine,
  browserFiles,
  files,
  hstsSubdomains,
}: Thread): Home => ({
  db,
  secrets,
  wake,
  wakeSender,
  parseLines,
  examine,
  browserFiles,
  hstsSubdomains,
  files,
  fetchOut,
  wait: (milliseconds) => wait(milliseconds),
  // The process lives on, and what fails after an answer is logged where it is done.
  afterAnswer: (work) => void work.catch(() => undefined),
  addressOf: (request) => (request instanceof IncomingPoll ? request.address : (addresses.get(request) ?? null)),
  acceptEncodingOf: (request) => request.headers.get("accept-encoding"),
  encoded: (body, init) => new Response(body as Uint8Array<ArrayBuffer> | null, init),
});
