import { MAX_ARTICLE_BYTES } from "../../article/limits.ts";

/** Bytes of an article's JSON, which may escape what the store does not: `\u00e9` is six bytes for two. */
export const MAX_BODY_BYTES = 3 * MAX_ARTICLE_BYTES;

/** The body as text, or null where it has more bytes than `limit`: the rest is not read. */
export async function readBody(request: Request, limit: number): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > limit) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** A line of a stream, counted from 1. */
export type BodyLine = { number: number; text: string } | { number: number; tooLong: true };

/**
 * The lines of a stream, one at a time; one longer than `limit` UTF-16 units is passed over, not held. Blank lines
 * are counted, and not yielded.
 */
export async function* readLines(body: ReadableStream<Uint8Array>, limit: number): AsyncGenerator<BodyLine> {
  const decoder = new TextDecoder();
  let pending = "";
  let tooLong = false;
  let number = 0;
  const finish = (): BodyLine | null => {
    number += 1;
    const line: BodyLine = tooLong ? { number, tooLong } : { number, text: pending };
    pending = "";
    tooLong = false;
    return "text" in line && line.text.trim() === "" ? null : line;
  };
  for await (const chunk of body) {
    const pieces = decoder.decode(chunk, { stream: true }).split("\n");
    for (const [index, piece] of pieces.entries()) {
      if (!tooLong) pending += piece;
      if (pending.length > limit) {
        tooLong = true;
        pending = "";
      }
      const line = index < pieces.length - 1 ? finish() : null;
      if (line) yield line;
    }
  }
  pending += decoder.decode();
  const last = pending !== "" || tooLong ? finish() : null;
  if (last) yield last;
}

/** The value of a JSON text; `undefined`, which no JSON is, where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
