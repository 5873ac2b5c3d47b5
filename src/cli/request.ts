import { collectBytes, TooManyBytes } from "../article/collect-bytes.ts";
import { reasonOf } from "./reason.ts";

/** Milliseconds: slower servers are too slow for feed readers, too. */
export const PATIENCE = 30_000;

interface RequestOptions extends RequestInit {
  /** Milliseconds until the whole answer has to be there; absent: as long as it takes. */
  patience?: number;
}

/** Nobody answered. The message says who was asked, and why there is no answer. */
export class NoAnswer extends Error {
  /** The server, as `https://gazette.example`. */
  readonly origin: string;
  /** Why, without who was asked. */
  readonly why: string;

  constructor(method: string, url: string, why: string) {
    super(`${method} ${url}: ${why}`);
    this.origin = new URL(url).origin;
    this.why = why;
  }
}

/**
 * `fetch`, with errors that people can read.
 * @throws {NoAnswer}
 */
export async function request(url: string, { patience, ...init }: RequestOptions = {}): Promise<Response> {
  const method = init.method ?? "GET";
  try {
    return await fetch(url, { ...init, signal: patience === undefined ? null : AbortSignal.timeout(patience) });
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError")
      throw new NoAnswer(method, url, `it did not answer within ${Number(patience) / 1000} seconds`);
    if (error instanceof TypeError && error.message === "fetch failed")
      throw new NoAnswer(method, url, reasonOf(error));
    throw new Error(`${method} ${url}: ${reasonOf(error)}`);
  }
}

/**
 * The body of an answer that has begun.
 *
 * @param most bytes, after its coding is taken off
 * @throws one line: it can still break off, or be too long
 */
export async function bodyOf(response: Response, most = Infinity): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await collectBytes(response.body ?? [], most);
  } catch (error) {
    if (error instanceof TooManyBytes) throw new Error(`the answer of ${response.url} is too long: ${error.message}`);
    throw new Error(`the answer of ${response.url} broke off: ${reasonOf(error)}`);
  }
}
