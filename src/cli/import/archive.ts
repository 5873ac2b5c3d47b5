import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, mkdtemp, open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type UnzipFileInfo, unzipSync } from "fflate";

/** Bytes of a zip: it is read at once. A newsroom's texts with their pictures have some hundreds of megabytes. */
const MAX_ARCHIVE_BYTES = 1_000_000_000;
/** Bytes of all that is taken out of one, and of what one that is packed with gzip becomes: a large WordPress has 2 GB. */
const MAX_UNPACKED_BYTES = 4_000_000_000;
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
    if (buffer[0] === 0x1f && buffer[1] === 0x8b) return "gzip";
    return /^PK(?:\x03\x04|\x05\x06)$/.test(buffer.toString("latin1")) ? "zip" : null;
  } finally {
    await file.close();
  }
}

async function unpackZip(name: string, into: string): Promise<string> {
  const { size } = await stat(name);
  if (size > MAX_ARCHIVE_BYTES)
    throw new Error(`${name} has more than ${MAX_ARCHIVE_BYTES} bytes: unpack it, and name the folder`);
  const folder = join(into, basename(name));
  await mkdir(folder);
  for (const [path, bytes] of Object.entries(unzip(name, await readFile(name)))) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  return folder;
}

function unzip(name: string, bytes: Uint8Array): Record<string, Uint8Array> {
  let [files, total] = [0, 0];
  const isTaken = (entry: UnzipFileInfo): boolean => {
    const path = entry.name;
    if (path.endsWith("/") || (/(?:^|\/)(?:__MACOSX\/|\.)/.test(path) === true && !isTricky(path))) return false;
    if (isTricky(path))
      throw new Error(`${name} is not unpacked: it would write outside of its folder, to ${path.slice(0, 200)}`);
    files += 1;
    total += entry.originalSize;
    if (files > MAX_FILES) throw new Error(`${name} is not unpacked: it has more than ${MAX_FILES} files`);
    if (total > MAX_UNPACKED_BYTES)
      throw new Error(`${name} is not unpacked: it has more than ${MAX_UNPACKED_BYTES} bytes in it`);
    if (entry.originalSize > SMALL && entry.originalSize > MAX_RATIO * entry.size)
      throw new Error(
        `${name} is not unpacked: ${path.slice(0, 200)} in it says that it is ${Math.round(entry.originalSize / entry.size)} times as long as it is packed`,
      );
    return true;
  };
  try {
    return unzipSync(bytes, { filter: isTaken });
  } catch (fault) {
    throw fault instanceof Error && fault.message.startsWith(name)
      ? fault
      : new Error(`${name} is no zip that can be read: ${fault instanceof Error ? fault.message : fault}`);
  }
}

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
        bytes > MAX_UNPACKED_BYTES || isTrap ? new Error(`more than ${bytes - 1} bytes come out of it`) : null,
        chunk,
      );
    },
  });
  try {
    await pipeline(createReadStream(name), createGunzip(), bounded, createWriteStream(file));
  } catch (fault) {
    throw new Error(`${name} is not unpacked: ${fault instanceof Error ? fault.message : fault}`);
  }
  return file;
}
