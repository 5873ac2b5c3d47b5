import { getMultipartBoundary, MultipartParseError, parseMultipart } from "@remix-run/multipart-parser";
import { MAX_AUDIO_BYTES } from "../../media/kinds.ts";

/** Bytes beside a form's file: its other fields, and what frames them. */
const MAX_FRAME_BYTES = 20_000;
/** Bytes that are read of a request with a file. */
export const MAX_UPLOAD_BYTES = MAX_AUDIO_BYTES + MAX_FRAME_BYTES;
/** How long a sender may take over so many bytes of a file: less than a telephone sends at the edge of its net. Milliseconds. */
export const UPLOAD_PATIENCE = 60_000;
const MIN_PROGRESS = 100_000;
/** A form has a token, a way back and a file. */
const MAX_FIELDS = 10;

/** A file that was sent, with the fields of the form that it came in. */
export interface SentFile {
  status: "sent";
  bytes: Uint8Array;
  /** What its sender calls it. */
  called?: string;
  fields: Map<string, string>;
}

/** Why a body is not read to its end: it has more bytes than are taken, or its sender has stopped sending. */
type Unread = { status: "too large" } | { status: "stalled" };

/** What came of reading one. */
export type Sending = SentFile | Unread | { status: "no form" } | { status: "no file"; fields: SentFile["fields"] };

const isMultipart = (request: Request): boolean =>
  /^multipart\/form-data\b/i.test(request.headers.get("content-type") ?? "");

/** The file of a form (RFC 7578): the first field that has one. Others are short texts. */
export async function readFormWithFile(request: Request): Promise<Sending> {
  if (!isMultipart(request)) return readPlainForm(request);
  const body = await readBytes(request, MAX_UPLOAD_BYTES);
  if ("status" in body) return body;
  const boundary = getMultipartBoundary(request.headers.get("content-type") ?? "");
  const fields: SentFile["fields"] = new Map();
  let file: Pick<SentFile, "bytes" | "called"> | undefined;
  try {
    const limits = { maxFileSize: MAX_AUDIO_BYTES, maxParts: MAX_FIELDS };
    for (const part of parseMultipart(body, { boundary: boundary ?? "", ...limits })) {
      // Without a copy, where its bytes are in one piece, as they are in a body that was read whole.
      const [first, ...more] = part.content;
      const bytes = first && more.length === 0 ? first : part.bytes;
      if (part.isFile) file ??= { bytes, called: nameOf(part.filename) };
      else if (part.name !== undefined) fields.set(part.name, new TextDecoder().decode(bytes));
    }
  } catch (error) {
    if (error instanceof MultipartParseError) return { status: "no form" };
    throw error;
  }
  return file && file.bytes.length > 0 ? { status: "sent", ...file, fields } : { status: "no file", fields };
}

/** A form that was sent without its `enctype` has its fields, and of a file the name alone. */
async function readPlainForm(request: Request): Promise<Sending> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return { status: "no form" };
  const body = await readBytes(request, MAX_FRAME_BYTES);
  if ("status" in body) return body;
  return { status: "no file", fields: new Map(new URLSearchParams(new TextDecoder().decode(body))) };
}

/** The file of a request: its body, or that of a form. */
export async function readFile(request: Request): Promise<Sending> {
  if (isMultipart(request)) return readFormWithFile(request);
  const bytes = await readBytes(request, MAX_AUDIO_BYTES);
  if ("status" in bytes) return bytes;
  const fields: SentFile["fields"] = new Map();
  return bytes.length === 0 ? { status: "no file", fields } : { status: "sent", bytes, fields };
}

/** The longest name that is kept: what file systems have. */
const MAX_NAME = 255;

/** A name as a browser sends it, without folders. */
function nameOf(filename: string | undefined): string | undefined {
  const name = filename
    ?.split(/[/\\]/)
    .at(-1)
    ?.replaceAll(/\p{Cc}/gu, "")
    .trim()
    .slice(0, MAX_NAME);
  return name || undefined;
}

/** The body in one piece, if it has no more bytes than `limit`. A length that is told is taken at once: the body is held once. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array | Unread> {
  const told = Number(request.headers.get("content-length") ?? 0);
  if (told > limit) return { status: "too large" };
  let held = new Uint8Array(told);
  let length = 0;
  const body = request.body?.getReader();
  for (let due = Date.now() + UPLOAD_PATIENCE, since = 0; body; ) {
    const read = await inTime(due - Date.now(), body.read());
    if (read === "late") return leave(body, "stalled");
    if (read.done) break;
    const chunk = read.value;
    if (length + chunk.byteLength > limit) return leave(body, "too large");
    if (length + chunk.byteLength > held.length) held = grown(held, Math.min(limit, 2 * (length + chunk.byteLength)));
    held.set(chunk, length);
    length += chunk.byteLength;
    // A byte now and then is none: what is reserved for it is kept from everybody else.
    if (length - since < MIN_PROGRESS) continue;
    since = length;
    due = Date.now() + UPLOAD_PATIENCE;
  }
  return held.subarray(0, length);
}

/** Leaves the rest unread. Nobody waits until its sender has heard of it. */
function leave(body: ReadableStreamDefaultReader<Uint8Array>, status: Unread["status"]): Unread {
  body.cancel().catch(() => {});
  return { status };
}

function inTime<T>(milliseconds: number, answer: Promise<T>): Promise<T | "late"> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, milliseconds, "late");
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(length);
  more.set(bytes);
  return more;
}
