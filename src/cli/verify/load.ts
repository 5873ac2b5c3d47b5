import { readFile } from "node:fs/promises";
import type { Finding } from "../../proofread/proofread.ts";

/** A document as it was fetched or read from a file. */
export interface Source {
  name: string;
  text: string;
  /** Only where it was fetched. */
  url?: string;
  contentType?: string;
  /** What is wrong with its bytes. */
  findings: Finding[];
}

/** Milliseconds: slower servers are too slow for feed readers, too. */
const PATIENCE = 30_000;

/** @throws one line that says why it cannot be read */
export const readSource = (name: string): Promise<Source> =>
  /^https?:\/\//i.test(name) ? fetchSource(name) : readFileSource(name);

/** @param url what the document's own URL should be, where it is fetched from another origin */
export async function fetchSource(from: string, url = from, headers: Record<string, string> = {}): Promise<Source> {
  const response = await request(from, headers);
  if (!response.ok) throw new Error(`GET ${from} answered ${response.status}`);
  const contentType = response.headers.get("content-type") ?? "";
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { name: from, url, contentType, ...decode(bytes, /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1]) };
}

/** @throws one line that says why there is no answer */
export async function request(url: string, headers: Record<string, string> = {}): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { "user-agent": "Wireproof verify", ...headers },
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new Error(`GET ${url}: ${cause instanceof Error ? cause.message || cause.name : cause}`);
  }
}

async function readFileSource(name: string): Promise<Source> {
  const bytes = await readFile(name).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === "ENOENT" ? "there is no such file" : error.message);
  });
  return { name, ...decode(bytes, undefined) };
}

/** RFC 7303 §3.2: the header says the encoding, or else the XML declaration. */
function decode(bytes: Uint8Array, charset: string | undefined): Pick<Source, "text" | "findings"> {
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
