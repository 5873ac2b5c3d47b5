import { cleanAvif } from "./clean/avif.ts";
import type { Cleaned } from "./clean/cleaned.ts";
import { cleanGif } from "./clean/gif.ts";
import { cleanJpeg } from "./clean/jpeg.ts";
import { cleanM4a } from "./clean/m4a.ts";
import { cleanPng } from "./clean/png.ts";
import { cleanWav, cleanWebp } from "./clean/riff.ts";
import { FILE_KINDS, type FileExtension, MAX_AUDIO_BYTES, MAX_EDGE, MAX_IMAGE_BYTES, MAX_PIXELS } from "./kinds.ts";
import { measure } from "./measure.ts";
import { sniff } from "./sniff.ts";

/** A file as it may be stored and shown to everybody; or why it may not, in a sentence. */
export type TakenFile =
  | {
      status: "taken";
      bytes: Uint8Array;
      extension: FileExtension;
      type: string;
      width?: number;
      height?: number;
      /** Seconds. */
      duration?: number;
    }
  | { status: "refused"; why: "kind" | "size" | "content"; detail: string };

/** Nothing in it is of the device: what is told of a sound is told by who made it. */
const asItIs = (bytes: Uint8Array): Cleaned => ({ status: "cleaned", bytes });

const CLEANERS: Record<FileExtension, (bytes: Uint8Array) => Cleaned> = {
  jpg: cleanJpeg,
  png: cleanPng,
  gif: cleanGif,
  webp: cleanWebp,
  avif: cleanAvif,
  wav: cleanWav,
  m4a: cleanM4a,
  mp3: asItIs,
  aac: asItIs,
  ogg: asItIs,
  opus: asItIs,
  flac: asItIs,
};

/** Looks at a file that somebody has sent: what it is, what has to leave it, how large it is. */
export async function takeFile(sent: Uint8Array): Promise<TakenFile> {
  if (sent.length === 0) return { status: "refused", why: "content", detail: "The file is empty." };
  const sniffed = await sniff(sent);
  if (sniffed.status === "other")
    return { status: "refused", why: "kind", detail: `The file is ${sniffed.name}. ${ASKED_FOR}` };
  const { extension } = sniffed;
  const { type, is } = FILE_KINDS[extension];
  const limit = is === "image" ? MAX_IMAGE_BYTES : MAX_AUDIO_BYTES;
  if (sent.length > limit) return { status: "refused", why: "size", detail: tooLarge(is, limit) };
  const cleaned = CLEANERS[extension](sent);
  if (cleaned.status === "refused") return refused(cleaned.reason);
  const measured = await measure(cleaned.bytes, extension, cleaned.orientation);
  if (measured.status === "refused") return refused(measured.reason);
  const { width = 0, height = 0, duration } = measured;
  if (is === "audio") return { status: "taken", bytes: cleaned.bytes, extension, type, duration };
  if (Math.max(width, height) > MAX_EDGE || width * height > MAX_PIXELS)
    return { status: "refused", why: "size", detail: tooWide(width, height) };
  return { status: "taken", bytes: cleaned.bytes, extension, type, width, height };
}

const refused = (reason: string): TakenFile => ({ status: "refused", why: "content", detail: `The file ${reason}.` });

const ASKED_FOR = "Pictures may be JPEG, PNG, GIF, WebP or AVIF; sound may be MP3, M4A, AAC, Ogg, Opus, FLAC or WAV.";

const megabytes = (bytes: number): string => `${bytes / 1_000_000} MB`;

const tooLarge = (is: "image" | "audio", limit: number): string =>
  is === "image"
    ? `A picture may have ${megabytes(limit)} at most: save it smaller, at 2,500 pixels or so.`
    : `A sound may have ${megabytes(limit)} at most: save it at a lower bit rate, or store it elsewhere and give its address.`;

const tooWide = (width: number, height: number): string =>
  `The picture has ${width.toLocaleString("en")} × ${height.toLocaleString("en")} pixels: ${MAX_PIXELS / 1_000_000} million in all are the most.`;
