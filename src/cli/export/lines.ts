import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { isObject, tryJson } from "../../import/values/json.ts";
import { reasonOf } from "../reason.ts";
import { request } from "../request.ts";
import { unexpected } from "../service.ts";

/** What counts are told of. */
export interface ExportCounts {
  articles: number;
  partners: number;
}

/**
 * The lines of a service's export as they come, over as many answers as it takes.
 *
 * @param counts what has gone by so far is counted in it
 * @throws one line where the service cannot be reached, refuses, or breaks off: an export that is not whole is none
 */
export async function* exportLines(to: string, token: string, counts: ExportCounts): AsyncGenerator<string> {
  let path = "/api/export";
  /** An article of many revisions has several lines, one behind the other. */
  let last: unknown;
  for (;;) {
    const response = await request(to + path, { headers: { authorization: `Bearer ${token}` } });
    if (response.status !== 200 || !response.body || !/ndjson/.test(response.headers.get("content-type") ?? "")) {
      const text = await response.text();
      throw new Error(`GET ${to}${path} ${unexpected({ status: response.status, text, body: tryJson(text) })}`);
    }
    let next: string | undefined;
    for await (const line of linesOf(response.body as ReadableStream<Uint8Array>, to + path)) {
      if (/^\{"type":"(more|end)"/.test(line)) {
        const value = tryJson(line);
        if (isObject(value) && value.type === "end") return yield `${line}\n`;
        if (isObject(value) && typeof value.path === "string") next = value.path;
        continue;
      }
      const [, type, id] = /^\{"type":"(article|partner)",(?:"(?:id|slug)":("(?:[^"\\]|\\.)*"))?/.exec(line) ?? [];
      if (type === "partner") counts.partners += 1;
      if (type === "article" && id !== last) counts.articles += 1;
      last = id;
      yield `${line}\n`;
    }
    if (next === undefined) throw new Error(`the answer of ${to}${path} broke off: ask again`);
    path = next;
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>, url: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: Readable.fromWeb(body), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw new Error(`the answer of ${url} broke off: ${reasonOf(error)}`);
  }
}
