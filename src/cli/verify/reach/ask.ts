import { createHash } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, request as requestPlainly } from "node:http";
import { request as requestSecurely } from "node:https";
import { documentKind } from "../../../proofread/reach/document-kind.ts";
import type { ReachAnswer, ReachFailure, ReachOutcome } from "../../../proofread/reach/polls.ts";
import { bytesText } from "../../../proofread/reach/rules.ts";
import { decodeBody } from "./decode.ts";
import { requestFailure } from "./failure.ts";

/** Bytes of a body, sent or decoded: Feedbin reads no further (feedkit, `MAX_SIZE`). */
export const MAX_BODY = 10 * 1024 * 1024;

interface Asking {
  headers: Record<string, string>;
  /** Bytes of the body, sent or decoded; absent: as many as readers take. */
  most?: number;
  /** Milliseconds until the whole answer has to be there. */
  patience: number;
  trustsAnybody?: boolean;
}

/** What came of a GET, with the body of an answer that brings one, decoded. */
export type BodyOutcome = { answer: ReachAnswer; body?: Uint8Array } | { failure: ReachFailure };

/** One GET on a connection of its own, with these headers and no others than `Host` and `Connection`: what the body is is told, and no more of it. */
export async function askAsReader(url: string, asking: Asking): Promise<ReachOutcome> {
  const outcome = await askForBody(url, asking);
  if ("failure" in outcome || !outcome.body) return outcome;
  return { answer: { ...outcome.answer, document: describe(outcome.body) } };
}

/** The same, with the body itself. */
export async function askForBody(
  url: string,
  { headers, patience, most = MAX_BODY, trustsAnybody = false }: Asking,
): Promise<BodyOutcome> {
  const begun = performance.now();
  const signal = AbortSignal.timeout(patience);
  const secure = url.startsWith("https:");
  const asking = (secure ? requestSecurely : requestPlainly)(url, {
    ...{ headers, signal, agent: false },
    ...(secure && { rejectUnauthorized: !trustsAnybody }),
  });
  // What happens after the answer has begun is told by its body, too; without a listener it would end the process.
  asking.on("error", () => undefined).end();
  try {
    const [response] = await once(asking, "response");
    return await read(response, { accepted: headers["accept-encoding"], most, begun, signal });
  } catch (error) {
    if (!signal.aborted) return { failure: requestFailure(url, error) };
    return { failure: { kind: "patience", reason: `not answered within ${patience / 1000} seconds` } };
  } finally {
    asking.destroy();
  }
}

interface Begun {
  accepted: string | undefined;
  most: number;
  begun: number;
  signal: AbortSignal;
}

/** @throws where the patience ended */
async function read(response: IncomingMessage, { accepted, most, begun, signal }: Begun): Promise<BodyOutcome> {
  const unreadable = (reason: string): BodyOutcome => ({ failure: { kind: "body", reason } });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > most) return unreadable(`more than ${bytesText(most)}`);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    return unreadable(`it broke off after ${bytesText(bytes)}`);
  }
  const answer: ReachAnswer = {
    ...{ status: response.statusCode ?? 0, bytes, milliseconds: performance.now() - begun },
    headers: headersOf(response),
    cookies: (response.headers["set-cookie"] ?? []).map((cookie) => cookie.split("=", 1)[0]?.trim() ?? ""),
  };
  if (answer.status !== 200 && answer.status !== 226) return { answer };
  const decoded = decodeBody(Buffer.concat(chunks), response.headers["content-encoding"], accepted, most);
  if ("fault" in decoded) return unreadable(decoded.fault);
  return { answer, body: decoded.body };
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );

function describe(body: Uint8Array): ReachAnswer["document"] {
  const text = new TextDecoder(encodingOf(body)).decode(body);
  return {
    kind: documentKind(text),
    bytes: body.length,
    digest: createHash("sha256").update(body).digest("base64url"),
  };
}

/** XML 1.0 §4.3.3: UTF-16 has a byte order mark; of the others' ASCII the beginning is made all the same. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xff && second === 0xfe ? "utf-16le" : "utf-8";
}
