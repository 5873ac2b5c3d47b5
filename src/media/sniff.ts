import type { FileExtension } from "./kinds.ts";

/** What a file is by its content: one that is taken, or what it was found to be, as a person would call it. */
export type Sniffed = { status: "known"; extension: FileExtension } | { status: "other"; name: string };

/** Extensions of ours for those that the library tells. */
const KNOWN: Record<string, FileExtension> = {
  jpg: "jpg",
  png: "png",
  apng: "png",
  gif: "gif",
  webp: "webp",
  avif: "avif",
  mp3: "mp3",
  m4a: "m4a",
  m4b: "m4a",
  f4a: "m4a",
  // An MPEG-4 of sound alone: where it has a film in it, that is found when it is measured.
  mp4: "m4a",
  aac: "aac",
  ogg: "ogg",
  oga: "ogg",
  opus: "opus",
  flac: "flac",
  wav: "wav",
};

/** Tells a file by its content alone: names and declared types are whatever the sender says. */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const extension = KNOWN[found?.ext ?? ""];
  if (extension) return { status: "known", extension };
  return {
    status: "other",
    name: found ? `a .${found.ext} file (${found.mime})` : "of no kind that is known by its content",
  };
}
