import { createReadStream } from "node:fs";
import { collectBytes } from "../../article/collect-bytes.ts";
import type { Finding } from "../../proofread/finding.ts";
import { documentOfBytes } from "../../proofread/proofread-bytes.ts";
import { bodyOf } from "../request.ts";
import { type AskingAs, askFollowing } from "./ask.ts";
import type { ReceivedAs } from "./received.ts";

/** A document as it was fetched or read from a file. */
export interface LoadedDocument {
  name: string;
  text: string;
  /** Only where it was fetched: where it is from, after redirects. */
  url?: string;
  contentType?: string;
  /** What is wrong with its bytes. */
  findings: Finding[];
  received: ReceivedAs;
}

/** Bytes, unpacked: no reader takes a feed of a tenth of it, and it is held in memory with its text. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** Where a document is fetched, and how; `url` is what its own URL should be, where it is asked for at another origin. */
export type Fetching = AskingAs & { name?: string; url?: string };

/** @throws one line that says why it cannot be read */
export async function loadFromUrl(from: string, { name = from, url, ...as }: Fetching = {}): Promise<LoadedDocument> {
  const { response, url: end, redirects } = await askFollowing(from, as);
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`GET ${end} answered ${response.status}${redirects.length > 0 ? `, where ${from} leads` : ""}`);
  }
  const contentType = response.headers.get("content-type") ?? "";
  const coding = codingOf(response, end);
  const bytes = await bodyOf(response, MOST_BYTES).catch((error: Error) => {
    throw coding === undefined ? error : new Error(`${error.message}; it says Content-Encoding: ${coding}`);
  });
  const length = response.headers.get("content-length");
  return documentOf(bytes, {
    ...{ name, url: url ?? end, contentType, coding, redirects, from: end },
    sentBytes: coding === undefined || length === null ? undefined : Number(length),
  });
}

/** @throws one line that says why it cannot be read */
export async function readDocumentFile(name: string): Promise<LoadedDocument> {
  const bytes = await collectBytes(createReadStream(name), MOST_BYTES).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === "ENOENT" ? "there is no such file" : error.message);
  });
  return documentOf(bytes, { name, from: name });
}

/** @throws one line that says why it cannot be read */
export const readDocumentStream = async (
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  name: string,
): Promise<LoadedDocument> => documentOf(await collectBytes(stream, MOST_BYTES), { name, from: name });

interface Origin extends Partial<Pick<ReceivedAs, "coding" | "redirects" | "sentBytes">> {
  name: string;
  from: string;
  url?: string;
  contentType?: string;
}

async function documentOf(bytes: Uint8Array<ArrayBuffer>, origin: Origin): Promise<LoadedDocument> {
  const { name, url, contentType, from, redirects = [], sentBytes } = origin;
  const document = await documentOfBytes(bytes, { url, contentType, most: MOST_BYTES });
  return {
    ...{ name, url, contentType, text: document.text, findings: document.findings },
    received: {
      ...{ from, redirects, type: contentType?.split(";", 1)[0]?.trim().toLowerCase() },
      ...{ encoding: document.encoding, encodingFrom: document.from },
      ...{ coding: origin.coding ?? (document.packed ? "gzip" : undefined), bytes: document.bytes, sentBytes },
    },
  };
}

/** Those that `fetch` takes off. */
const CODINGS = new Set(["gzip", "x-gzip", "br", "zstd", "deflate"]);

/** RFC 9110 §8.4. @throws one line where nothing here can decode it */
function codingOf({ headers }: Response, url: string): string | undefined {
  const coding = (headers.get("content-encoding") ?? "").trim().toLowerCase();
  const codings = coding.split(/\s*,\s*/).filter((one) => one !== "" && one !== "identity");
  const unknown = codings.find((one) => !CODINGS.has(one));
  if (unknown !== undefined) throw new Error(`GET ${url}: Content-Encoding: ${unknown}, which cannot be decoded here`);
  return codings.length === 0 ? undefined : codings.join(", ");
}
