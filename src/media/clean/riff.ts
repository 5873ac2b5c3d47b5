import { BROKEN, type Cleaned, dataView, joined, latin, PartCount } from "./cleaned.ts";
import { orientationOf, orientationOnly } from "./exif.ts";

/** Bytes before a chunk's data, and before a file's first chunk. */
const CHUNK_HEAD = 8;
const FILE_HEAD = 12;

interface Chunk {
  type: string;
  data: Uint8Array;
}

/** The chunks of a file, or of a part of one; null where they do not fit into it, or are too many. */
function chunksOf(bytes: Uint8Array, count: PartCount): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at + CHUNK_HEAD > bytes.length || !count.next()) return null;
    const length = dataView(bytes).getUint32(at + 4, true);
    const end = at + CHUNK_HEAD + length;
    if (end > bytes.length) return null;
    chunks.push({ type: latin(bytes, at, 4), data: bytes.subarray(at + CHUNK_HEAD, end) });
    at = end + (length % 2);
  }
  return chunks;
}

/** A chunk as it is written: one of an odd length has a byte after it. */
function written({ type, data }: Chunk): Uint8Array {
  const whole = new Uint8Array(CHUNK_HEAD + data.length + (data.length % 2));
  whole.set(new TextEncoder().encode(type));
  dataView(whole).setUint32(4, data.length, true);
  whole.set(data, CHUNK_HEAD);
  return whole;
}

/** The chunks of a file, without what follows its end. */
function chunksOfFile(bytes: Uint8Array, count: PartCount): Chunk[] | null {
  if (bytes.length < FILE_HEAD) return null;
  const end = CHUNK_HEAD + dataView(bytes).getUint32(4, true);
  return end < FILE_HEAD || end > bytes.length ? null : chunksOf(bytes.subarray(FILE_HEAD, end), count);
}

function file(form: string, chunks: Chunk[]): Uint8Array {
  const parts = chunks.map(written);
  const head = new Uint8Array(FILE_HEAD);
  head.set(new TextEncoder().encode(`RIFF\0\0\0\0${form}`));
  dataView(head).setUint32(
    4,
    parts.reduce((length, part) => length + part.length, 4),
    true,
  );
  return joined([head, ...parts]);
}

/** What shows a picture, an animated one too, and its colours (RFC 9649 §2). */
const OF_WEBP = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"]);
/** Flags of VP8X (RFC 9649 §2.7.1). */
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;
/** Bytes of a frame before its own chunks (RFC 9649 §2.7.1.1). */
const FRAME_HEAD = 16;
const EXIF_PREFIX = "Exif\0\0";

/** A WebP of its pixels, its colour profile and how it is turned: Exif, XMP, unknown chunks and what follows its end go. */
export function cleanWebp(bytes: Uint8Array): Cleaned {
  const count = new PartCount();
  const chunks = chunksOfFile(bytes, count);
  if (!chunks?.some(({ type }) => ["VP8 ", "VP8L", "ANMF"].includes(type))) return BROKEN;
  const exif = chunks.find(({ type }) => type === "EXIF")?.data;
  // Some programs write the prefix that JPEG has, which does not belong here.
  const orientation = exif ? orientationOf(latin(exif, 0, 6) === EXIF_PREFIX ? exif.subarray(6) : exif) : 1;
  const isTurned = orientation !== 1;
  const kept: Chunk[] = [];
  for (const { type, data } of chunks) {
    if (!OF_WEBP.has(type)) continue;
    const shown = type === "VP8X" ? flagged(data, isTurned) : type === "ANMF" ? frame(data, count) : data;
    if (shown === null) return BROKEN;
    kept.push({ type, data: shown });
  }
  if (isTurned) kept.push({ type: "EXIF", data: orientationOnly(orientation) });
  return { status: "cleaned", bytes: file("WEBP", kept), orientation };
}

function flagged(data: Uint8Array, hasExif: boolean): Uint8Array {
  const flags = data.slice();
  flags[0] = ((flags[0] ?? 0) & ~HAS_EXIF & ~HAS_XMP) | (hasExif ? HAS_EXIF : 0);
  return flags;
}

/** A frame may have chunks of anybody's after its picture. */
function frame(data: Uint8Array, count: PartCount): Uint8Array | null {
  const chunks = data.length < FRAME_HEAD ? null : chunksOf(data.subarray(FRAME_HEAD), count);
  return (
    chunks && joined([data.subarray(0, FRAME_HEAD), ...chunks.filter(({ type }) => OF_WEBP.has(type)).map(written)])
  );
}

/** What plays, and what a programme tells of itself: title, chapters. */
const OF_WAV = new Set(["fmt ", "fact", "data", "cue ", "LIST"]);
/** Bytes of a list before its chunks: what it is one of. */
const LIST_HEAD = 4;

/** A WAV of its sound, title and marks. What recorders note goes: who, when, with which device (`bext`, `iXML`), and XMP. */
export function cleanWav(bytes: Uint8Array): Cleaned {
  const count = new PartCount();
  const chunks = chunksOfFile(bytes, count);
  // A list that cannot be read tells players nothing either, and has them look for it.
  const isKept = ({ type, data }: Chunk) =>
    OF_WAV.has(type) && (type !== "LIST" || chunksOf(data.subarray(LIST_HEAD), count) !== null);
  const kept = chunks?.filter(isKept) ?? [];
  const isWhole = ["fmt ", "data"].every((type) => kept.some((chunk) => chunk.type === type));
  return isWhole ? { status: "cleaned", bytes: file("WAVE", kept) } : BROKEN;
}
