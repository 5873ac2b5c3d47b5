import { readFile } from "node:fs/promises";
import type { Finding } from "../../proofread/proofread.ts";
import { isHttpUrl } from "../options.ts";
import { bodyOf, PATIENCE, request } from "../request.ts";

/** A document as it was fetched or read from a file. */
export interface LoadedDocument {
  name: string;
  text: string;
  /** Only where it was fetched. */
  url?: string;
  contentType?: string;
  /** What is wrong with its bytes. */
  findings: Finding[];
}

/** @throws one line that says why it cannot be read */
export const loadDocument = (name: string): Promise<LoadedDocument> =>
  isHttpUrl(name) ? fetchDocument(name) : readDocumentFile(name);

/**
 * @param url what the document's own URL should be, where it is fetched from another origin
 * @throws one line that says why it cannot be read
 */
export async function fetchDocument(
  from: string,
  url = from,
  headers: Record<string, string> = {},
): Promise<LoadedDocument> {
  const response = await requestAsVerify(from, headers);
  if (!response.ok) throw new Error(`GET ${from} answered ${response.status}`);
  const contentType = response.headers.get("content-type") ?? "";
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1];
  return { name: from, url, contentType, ...decodeStrictly(await bodyOf(response), charset) };
}

/** @throws one line that says why there is no answer */
export const requestAsVerify = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
  request(url, { patience: PATIENCE, headers: { "user-agent": "Wireproof verify", ...headers } });

async function readDocumentFile(name: string): Promise<LoadedDocument> {
  const bytes = await readFile(name).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === "ENOENT" ? "there is no such file" : error.message);
  });
  return { name, ...decodeStrictly(bytes, undefined) };
}

/** RFC 7303 §3.2: the header says the encoding, or else the XML declaration. Bytes that are not in it are a finding. */
function decodeStrictly(bytes: Uint8Array, charset: string | undefined): Pick<LoadedDocument, "text" | "findings"> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const label = charset ?? /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)/.exec(head)?.[1] ?? "utf-8";
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), findings: [] };
  } catch {
    const message = `the bytes are not ${label}`;
    const finding: Finding = {
      rule: "XML 1.0 §4.3.3; RFC 8259 §8.1: encoding",
      severity: "error",
      where: "document",
      message,
    };
    return { text: new TextDecoder().decode(bytes), findings: [finding] };
  }
}
