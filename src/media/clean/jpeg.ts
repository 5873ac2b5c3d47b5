import { BROKEN, type Cleaned, dataView, joined, PartCount, startsWith } from "./cleaned.ts";
import { orientationOf, orientationOnly } from "./exif.ts";

/** Markers (ITU-T T.81 table B.1). */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;

const EXIF = "Exif\0\0";
/** Bytes of a JFIF segment without a thumbnail, its marker with it (ITU-T T.871 §10.1). */
const JFIF_BYTES = 18;

/**
 * A JPEG of its pixels, its colour profile and how it is turned: all else goes, Exif, XMP, IPTC, comments, thumbnails, and whatever
 * comes after the picture, which may be a second one, a film, or no picture at all. What the pixels are made of is copied as it is.
 */
export function cleanJpeg(bytes: Uint8Array): Cleaned {
  const parts: Uint8Array[] = [];
  const count = new PartCount();
  let head: Uint8Array | undefined;
  let orientation = 1;
  let hasScan = false;
  for (let at = 2; at + 1 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return BROKEN;
    // Fill bytes may stand before a marker (§B.1.1.2).
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) return hasScan ? cleaned(head, parts, orientation) : BROKEN;
    if (marker === SOI || marker < 0xc0 || at + 4 > bytes.length || !count.next()) return BROKEN;
    const end = at + 2 + dataView(bytes).getUint16(at + 2);
    if (end < at + 4 || end > bytes.length) return BROKEN;
    const content = bytes.subarray(at + 4, end);
    if (marker === APP1 && startsWith(content, EXIF)) orientation = orientationOf(content.subarray(EXIF.length));
    else if (marker === APP0 && startsWith(content, "JFIF\0")) head ??= withoutThumbnail(bytes.subarray(at, end));
    else if (isNeeded(marker, content)) parts.push(bytes.subarray(at, end));
    at = end;
    if (marker !== SOS) continue;
    hasScan = true;
    at = endOfScan(bytes, end);
    parts.push(bytes.subarray(end, at));
  }
  return BROKEN;
}

/** Whether the pixels cannot be had without a segment: tables, frames, scans, and what colours mean. */
function isNeeded(marker: number, content: Uint8Array): boolean {
  if (marker < APP0) return true;
  return (
    (marker === APP2 && startsWith(content, "ICC_PROFILE\0")) || (marker === APP14 && startsWith(content, "Adobe"))
  );
}

function withoutThumbnail(segment: Uint8Array): Uint8Array | undefined {
  if (segment.length < JFIF_BYTES) return;
  const head = segment.slice(0, JFIF_BYTES);
  dataView(head).setUint16(2, JFIF_BYTES - 2);
  head.set([0, 0], JFIF_BYTES - 2);
  return head;
}

/** Where the entropy-coded data ends: at a marker that is no restart and no escaped 0xff (§B.1.1.5, §B.2.1). */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function cleaned(head: Uint8Array | undefined, parts: Uint8Array[], orientation: number): Cleaned {
  const before = [...(head ? [head] : []), ...(orientation === 1 ? [] : [exifSegment(orientation)])];
  const whole = [new Uint8Array([0xff, SOI]), ...before, ...parts, new Uint8Array([0xff, EOI])];
  return { status: "cleaned", bytes: joined(whole), orientation };
}

function exifSegment(orientation: number): Uint8Array {
  const tiff = orientationOnly(orientation);
  const segment = new Uint8Array(4 + EXIF.length + tiff.length);
  segment.set([0xff, APP1, 0, segment.length - 2]);
  segment.set(new TextEncoder().encode(EXIF), 4);
  segment.set(tiff, 4 + EXIF.length);
  return segment;
}
