import { collectBytes, TooManyBytes } from "../../article/collect-bytes.ts";
import { MAX_URL } from "../../article/limits.ts";
import type { Given } from "../examination.ts";
import { parseJson } from "../http/body.ts";
import { MAX_DOCUMENT_BYTES, MAX_PROOFREAD_FORM_BYTES } from "./limits.ts";

/** What came of a request for it. */
export type ReceivedDocument = { status: "given"; given: Given } | { status: "fault"; code: FaultCode; why: string };
type FaultCode = 400 | 413 | 415 | 422;

const fault = (code: FaultCode, why: string): ReceivedDocument => ({ status: "fault", code, why });

const TOO_LARGE = fault(
  413,
  `The document has more than ${MAX_DOCUMENT_BYTES.toLocaleString("en")} bytes, which is the most that is proofread here.`,
);

/** What the page's form was sent with: a URL, a text or a file, the first of them that is there. */
export async function readGivenForm(request: Request): Promise<ReceivedDocument> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    return fault(415, "This takes its own form only; programs send documents to /api/proofread.");
  const bytes = await readAtMost(request, MAX_PROOFREAD_FORM_BYTES);
  if (!bytes) return TOO_LARGE;
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => null);
  if (!form) return fault(400, "The form cannot be read.");
  const file = form.get("file");
  const bytesOfFile = file instanceof Blob && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined;
  return chooseGiven({ url: textOf(form.get("url")), text: textOf(form.get("text")), file: bytesOfFile });
}

/** What a form's fields say. */
export function chooseGiven({
  url,
  text,
  file,
}: {
  url: string;
  text: string;
  file?: Uint8Array<ArrayBuffer>;
}): ReceivedDocument {
  if (url.trim() !== "") return givenUrl(url);
  // Whatever was pasted, browsers send CRLF for the end of a line (HTML, “Constructing entry list”).
  const bytes = file ?? new TextEncoder().encode(text.replaceAll("\r\n", "\n"));
  if (text.trim() === "" && !file) return fault(422, "Nothing was given: write an address, or paste a document.");
  if (bytes.byteLength > MAX_DOCUMENT_BYTES) return TOO_LARGE;
  return { status: "given", given: { kind: "document", bytes, origin: { name: file ? "a file" : "a pasted text" } } };
}

/** What a program sends: `{"url": …}`, or the document itself, as it is. */
export async function readGivenBody(request: Request): Promise<ReceivedDocument> {
  const bytes = await readAtMost(request, MAX_DOCUMENT_BYTES);
  if (!bytes) return TOO_LARGE;
  if (bytes.byteLength === 0) return fault(422, 'Nothing was sent: send a document, or {"url": "https://…"} as JSON.');
  const contentType = request.headers.get("content-type") ?? undefined;
  const url = /^application\/json\b/i.test(contentType ?? "") ? urlIn(bytes) : undefined;
  if (url !== undefined) return givenUrl(url);
  // What curl says of whatever it sends says nothing of a document.
  const isSaid =
    contentType !== undefined && !/^application\/(?:x-www-form-urlencoded|octet-stream)\b/i.test(contentType);
  return {
    status: "given",
    given: { kind: "document", bytes, origin: { contentType: isSaid ? contentType : undefined } },
  };
}

/** A JSON Feed says more than a URL. */
function urlIn(bytes: Uint8Array): string | undefined {
  const value = bytes.byteLength > 2 * MAX_URL ? undefined : parseJson(new TextDecoder().decode(bytes));
  if (typeof value !== "object" || value === null) return undefined;
  const entries = Object.entries(value);
  const [[name, url] = []] = entries;
  return entries.length === 1 && name === "url" && typeof url === "string" ? url : undefined;
}

/** An address, as people write them. */
export function givenUrl(text: string): ReceivedDocument {
  const written = text.trim();
  if (written.length > MAX_URL) return fault(422, `The address has more than ${MAX_URL} characters.`);
  const url = URL.parse(withScheme(written));
  if (!url || !/^https?:$/.test(url.protocol))
    return fault(422, `“${written.slice(0, 200)}” is no address of the web.`);
  if (url.username !== "" || url.password !== "")
    return fault(422, "The address has a name or a password in it, which would stand in the report: leave it out.");
  url.hash = "";
  return { status: "given", given: { kind: "url", url: url.href } };
}

/** An address that a document has: absolute, as far as it may be asked for. */
export function linkedUrl(written: string, base: string): string | undefined {
  const received = givenUrl(URL.parse(written, base)?.href ?? "");
  return received.status === "given" && received.given.kind === "url" ? received.given.url : undefined;
}

/** As people write addresses: `example.org`, and `feed:` as browsers once gave it to readers. */
function withScheme(written: string): string {
  const bare = written.replace(/^feed:(?:\/\/)?/i, "");
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(bare)) return bare;
  return /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(bare) ? bare : `https://${bare}`;
}

const textOf = (value: File | string | null): string => (typeof value === "string" ? value : "");

/** The body; null where it has more bytes than `limit`: the rest is not read. */
async function readAtMost(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  return collectBytes(request.body ?? [], limit).catch((error: unknown) => {
    if (error instanceof TooManyBytes) return null;
    throw error;
  });
}
