import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import type { FileStore } from "../../service/home.ts";

/** The folder of uploaded files, beside the store's own. */
export const folderOfFiles = (store: string): string => join(dirname(store), "files");

/** Where a file is in its folder: two levels, so that no folder has more entries than tools list at ease. */
export const placeOf = (folder: string, name: string): string => join(folder, name.slice(0, 2), name.slice(2, 4), name);

/** Ten of the largest files at once. Bytes. */
const ROOM = 500_000_000;

/** Files in a folder. One is there whole or not at all, whatever happens while it is written, and is on the disk once that is acknowledged. */
export const folderFiles = (folder: string): FileStore => ({
  room: ROOM,
  async put(name, bytes) {
    const place = placeOf(folder, name);
    if (await isThere(place)) return;
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    const part = `${place}.${randomUUID()}.part`;
    try {
      await flushed(await open(part, "wx", 0o600), (file) => file.writeFile(bytes));
      await rename(part, place);
    } finally {
      await rm(part, { force: true });
    }
    // The name, too; Windows opens no folder, and has no need to.
    if (process.platform !== "win32") await flushed(await open(dirname(place), "r"));
  },
  async get(name, range) {
    const file = await open(placeOf(folder, name), "r").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    const stream = file?.createReadStream({ start: range?.first, end: range?.last });
    return stream ? (Readable.toWeb(stream) as NodeStream as ReadableStream) : null;
  },
});

const isThere = (place: string): Promise<boolean> =>
  access(place, constants.R_OK).then(
    () => true,
    () => false,
  );

async function flushed(file: FileHandle, write?: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await write?.(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
