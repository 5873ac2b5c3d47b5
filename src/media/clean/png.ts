import { crc32 } from "node:zlib";
import { BROKEN, type Cleaned, dataView, joined, latin, PartCount } from "./cleaned.ts";
import { orientationOf, orientationOnly } from "./exif.ts";

const SIGNATURE_BYTES = 8;
/** Bytes of a chunk beside its data: length, type, checksum (PNG 3rd edition §5.3). */
const FRAME_BYTES = 12;

/** What is needed to show the picture, an animated one too, in its colours (PNG 3rd edition §11). */
const NEEDED = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT".split(" "),
);

/** A PNG of its pixels, its colours and how it is turned: texts, times, XMP, Exif, private chunks and what follows its end go. */
export function cleanPng(bytes: Uint8Array): Cleaned {
  const view = dataView(bytes);
  const parts = [bytes.subarray(0, SIGNATURE_BYTES)];
  const count = new PartCount();
  let orientation = 1;
  for (let at = SIGNATURE_BYTES; at + FRAME_BYTES <= bytes.length; ) {
    const end = at + FRAME_BYTES + view.getUint32(at);
    if (end > bytes.length || !count.next()) return BROKEN;
    const type = latin(bytes, at + 4, 4);
    // It stands before the pixels wherever it was (§11.3.4.5), so that readers that stop early have it.
    if (type === "eXIf") orientation = orientationOf(bytes.subarray(at + 8, end - 4));
    if (NEEDED.has(type)) {
      if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return BROKEN;
      parts.push(bytes.subarray(at, end));
    }
    at = end;
    if (type === "IEND") return cleaned(parts, orientation);
  }
  return BROKEN;
}

function cleaned([signature, header, ...rest]: Uint8Array[], orientation: number): Cleaned {
  if (!signature || !header || latin(header, 4, 4) !== "IHDR") return BROKEN;
  const exif = orientation === 1 ? [] : [chunk("eXIf", orientationOnly(orientation))];
  return { status: "cleaned", bytes: joined([signature, header, ...exif, ...rest]), orientation };
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(FRAME_BYTES + data.length);
  dataView(whole).setUint32(0, data.length);
  whole.set(new TextEncoder().encode(type), 4);
  whole.set(data, 8);
  dataView(whole).setUint32(8 + data.length, crc32(whole.subarray(4, 8 + data.length)));
  return whole;
}
