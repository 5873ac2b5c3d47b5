import { createHash } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, request as requestPlainly } from "node:http";
import { request as requestSecurely } from "node:https";
import { documentKind } from "../../../proofread/reach/document-kind.ts";
import type { ReachAnswer, ReachOutcome } from "../../../proofread/reach/polls.ts";
import { bytesText } from "../../../proofread/reach/rules.ts";
import { decodeBody } from "./decode.ts";
import { requestFailure } from "./failure.ts";

/** Bytes of a body, sent or decoded: Feedbin reads no further (feedkit, `MAX_SIZE`). */
export const MAX_BODY = 10 * 1024 * 1024;

interface Asking {
  headers: Record<string, string>;
  /** Milliseconds until the whole answer has to be there. */
  patience: number;
  trustsAnybody?: boolean;
}

/** One GET on a connection of its own, with these headers and no others than `Host` and `Connection`. */
export async function askAsReader(
  url: string,
  { headers, patience, trustsAnybody = false }: Asking,
): Promise<ReachOutcome> {
  const begun = performance.now();
  const signal = AbortSignal.timeout(patience);
  const secure = url.startsWith("https:");
  const asking = (secure ? requestSecurely : requestPlainly)(url, {
    ...{ headers, signal, agent: false },
    ...(secure && { rejectUnauthorized: !trustsAnybody }),
  });
  asking.end();
  try {
    const [response] = await once(asking, "response");
    return await read(response, headers["accept-encoding"], begun);
  } catch (error) {
    if (!signal.aborted) return { failure: requestFailure(url, error) };
    return { failure: { kind: "patience", reason: `not answered within ${patience / 1000} seconds` } };
  } finally {
    asking.destroy();
  }
}

async function read(response: IncomingMessage, accepted: string | undefined, begun: number): Promise<ReachOutcome> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > MAX_BODY) return { failure: { kind: "body", reason: `more than ${bytesText(MAX_BODY)}` } };
    }
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") throw error;
    return {
      failure: { kind: "body", reason: `it broke off after ${bytesText(bytes)}` },
    };
  }
  const answer: ReachAnswer = {
    ...{ status: response.statusCode ?? 0, bytes, milliseconds: performance.now() - begun },
    headers: headersOf(response),
    cookies: (response.headers["set-cookie"] ?? []).map((cookie) => cookie.split("=", 1)[0]?.trim() ?? ""),
  };
  if (answer.status === 304 || answer.status === 204) return { answer };
  const decoded = decodeBody(Buffer.concat(chunks), response.headers["content-encoding"], accepted, MAX_BODY);
  if ("fault" in decoded) return { failure: { kind: "body", reason: decoded.fault } };
  return { answer: { ...answer, document: describe(decoded.body) } };
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );

function describe(body: Uint8Array): ReachAnswer["document"] {
  const isUtf16 = (body[0] === 0xfe && body[1] === 0xff) || (body[0] === 0xff && body[1] === 0xfe);
  const text = new TextDecoder(isUtf16 ? (body[0] === 0xfe ? "utf-16be" : "utf-16le") : "utf-8").decode(body);
  return {
    kind: documentKind(text),
    bytes: body.length,
    digest: createHash("sha256").update(body).digest("base64url"),
  };
}
