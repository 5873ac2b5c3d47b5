import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, mkdtemp, open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type UnzipFileInfo, unzipSync } from "fflate";
import { contain, describeFault } from "../../article/contain.ts";
import { isGzip } from "../../proofread/bytes/unpack.ts";

/** Bytes of a zip, and of all that is in one: both are held in memory. Texts have some megabytes; their pictures may stay outside. */
const MAX_ZIP_BYTES = 500_000_000;
const MAX_UNZIPPED_BYTES = 1_000_000_000;
/** Bytes of what one becomes that is packed by itself, which goes to the disk as it comes: a large WordPress has 2 GB. */
const MAX_GUNZIPPED_BYTES = 4_000_000_000;
/** Files in one: ten times the largest site of static files that we know. */
const MAX_FILES = 200_000;
/** What can come out of a byte of deflated data is a thousand at most (RFC 1951); of texts it is ten. More is a trap. */
const MAX_RATIO = 200;
/** Bytes below which a ratio says nothing: a file of spaces is no trap. */
const SMALL = 1_000_000;

/** What was named on the command line, its archives unpacked. */
export interface OpenedSources {
  names: string[];
  /** Takes away what was unpacked. */
  close(): Promise<void>;
}

/**
 * Archives become folders, which are imported as every folder is: each entry under its path. A file that is packed by itself (`.gz`)
 * becomes the file.
 *
 * @throws one line, for an archive that cannot be read, or should not be
 */
export async function openArchives(names: string[]): Promise<OpenedSources> {
  const made: string[] = [];
  const close = async (): Promise<void> => {
    for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
  };
  const opened: string[] = [];
  try {
    for (const name of names) {
      const packing = await packingOf(name);
      if (packing === null) opened.push(name);
      else {
        const folder = await mkdtemp(join(tmpdir(), "wireproof-import-"));
        made.push(folder);
        opened.push(await (packing === "zip" ? unpackZip : unpackGzip)(name, folder));
      }
    }
  } catch (fault) {
    await close();
    throw fault;
  }
  return { names: opened, close };
}

/** By its first bytes: RFC 1952 §2.3.1, and APPNOTE.TXT §4.3.7 (a zip without a file begins with its end, §4.3.16). */
async function packingOf(name: string): Promise<"zip" | "gzip" | null> {
  const stats = await stat(name).catch(() => null);
  if (!stats?.isFile()) return null;
  const file = await open(name);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    if (isGzip(buffer)) return "gzip";
    return /^PK(?:\x03\x04|\x05\x06)$/.test(buffer.toString("latin1")) ? "zip" : null;
  } finally {
    await file.close();
  }
}

async function unpackZip(name: string, into: string): Promise<string> {
  const { size } = await stat(name);
  if (size > MAX_ZIP_BYTES)
    throw new Error(`${name} has more than ${MAX_ZIP_BYTES} bytes: unpack it, and name the folder`);
  const folder = join(into, basename(name));
  await mkdir(folder);
  const files = Object.entries(unzip(name, await readFile(name)));
  for (const [path, bytes] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  // Many archives hold one folder, which is meant.
  const [top, ...others] = new Set(files.map(([path]) => path.slice(0, path.indexOf("/") + 1)));
  return others.length === 0 && top ? join(folder, top) : folder;
}

/** Looked through by what it says of itself before anything is taken out. */
function unzip(name: string, bytes: Uint8Array): Record<string, Uint8Array> {
  const seen = { files: 0, bytes: 0 };
  let refused: string | undefined;
  const isTaken = (entry: UnzipFileInfo): boolean => {
    refused ??= whyRefused(entry, seen);
    return refused === undefined && !isNobodys(entry.name);
  };
  const files = contain(
    () => unzipSync(bytes, { filter: isTaken }),
    (fault) => {
      throw new Error(`${name} is no zip that can be read: ${describeFault(fault)}`);
    },
  );
  if (refused !== undefined) throw new Error(`${name} is not unpacked: ${refused}`);
  return files;
}

function whyRefused(
  { name, size, originalSize }: UnzipFileInfo,
  seen: { files: number; bytes: number },
): string | undefined {
  seen.files += 1;
  seen.bytes += originalSize;
  const path = name.slice(0, 200);
  if (isTricky(name)) return `it would write outside of its folder, to ${path}`;
  if (seen.files > MAX_FILES) return `it has more than ${MAX_FILES} files`;
  if (seen.bytes > MAX_UNZIPPED_BYTES) return `it has more than ${MAX_UNZIPPED_BYTES} bytes in it`;
  if (originalSize > SMALL && originalSize > MAX_RATIO * size)
    return `${path} in it would be more than ${MAX_RATIO} times as long as it is packed`;
  return undefined;
}

/** A folder, which its files make, and what a system or an editor hides. */
const isNobodys = (path: string): boolean => path.endsWith("/") || /(?:^|\/)(?:__MACOSX\/|\.)/.test(path);

/** A path that leads elsewhere than below. */
const isTricky = (path: string): boolean => /^[/\\]|^[a-z]:|\\|\0/i.test(path) || path.split("/").includes("..");

async function unpackGzip(name: string, into: string): Promise<string> {
  const inner = basename(name).replace(/\.gz$/i, "");
  if (/\.(?:tar|tgz)$/i.test(inner)) throw new Error(`${name} is a tar archive: unpack it, and name the folder`);
  const file = join(into, inner);
  const { size } = await stat(name);
  let bytes = 0;
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      const isTrap = bytes > SMALL && bytes > MAX_RATIO * size;
      done(
        bytes > MAX_GUNZIPPED_BYTES || isTrap ? new Error(`more than ${bytes - 1} bytes come out of it`) : null,
        chunk,
      );
    },
  });
  try {
    await pipeline(createReadStream(name), createGunzip(), bounded, createWriteStream(file));
  } catch (fault) {
    throw new Error(`${name} is not unpacked: ${describeFault(fault)}`);
  }
  return file;
}
