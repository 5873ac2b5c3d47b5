import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ImportSource } from "../../import/source.ts";
import { type ImportOptions, isHttp } from "./options.ts";

/** Three times the largest feed that readers accept; an archive comes in several files. */
const MAX_BYTES = 64_000_000;
/** Milliseconds. */
const TIMEOUT = 30_000;

/** A file or a URL. */
export interface Found {
  name: string;
  isUrl: boolean;
}

export type Expanded = { status: "found"; found: Found[] } | { status: "missing"; reason: string };
export type Loaded =
  | { status: "loaded"; bytes: Uint8Array; source: ImportSource }
  | { status: "unreadable"; reason: string };

/** Folders become their files, all the way down and in a fixed order; what starts with a dot is nobody's article. */
export async function expandSources(names: string[]): Promise<Expanded> {
  const found: Found[] = [];
  for (const name of names) {
    if (isHttp(name)) {
      found.push({ name, isUrl: true });
      continue;
    }
    const stats = await stat(name).catch(() => null);
    if (!stats) return { status: "missing", reason: `there is no file or folder ${name}` };
    const files = stats.isDirectory() ? await filesIn(name) : [name];
    if (files.length === 0) return { status: "missing", reason: `there is no file in ${name}` };
    found.push(...files.map((file) => ({ name: file, isUrl: false })));
  }
  return { status: "found", found };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith("."));
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const lists = sorted.map(async (entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
  });
  return (await Promise.all(lists)).flat();
}

export async function load(found: Found, options: ImportOptions): Promise<Loaded> {
  const { now, base, date, section, tag } = options;
  const given = { name: found.name, now, base, date, section, tag };
  try {
    return found.isUrl ? await fromUrl(found.name, given) : await fromFile(found.name, given);
  } catch (error) {
    return unreadable(explain(error));
  }
}

async function fromFile(path: string, given: ImportSource): Promise<Loaded> {
  const { size, mtime } = await stat(path);
  if (size > MAX_BYTES) return unreadable(`it has more than ${MAX_BYTES} bytes`);
  return { status: "loaded", bytes: await readFile(path), source: { ...given, modified: mtime.toISOString() } };
}

async function fromUrl(url: string, given: ImportSource): Promise<Loaded> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(TIMEOUT),
    headers: {
      "user-agent": "Wireproof import",
      accept: "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
    },
  });
  if (!response.ok) return unreadable(`it answered ${response.status}`);
  const bytes = await readBounded(response);
  if (!bytes) return unreadable(`it has more than ${MAX_BYTES} bytes`);
  const contentType = response.headers.get("content-type") ?? undefined;
  return { status: "loaded", bytes, source: { ...given, url: response.url, contentType } };
}

/** Null for more than we are willing to hold. */
async function readBounded(response: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `fetch` hides why it failed in its cause. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `it did not answer within ${TIMEOUT / 1000} seconds`;
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}

const unreadable = (reason: string): Loaded => ({ status: "unreadable", reason });
