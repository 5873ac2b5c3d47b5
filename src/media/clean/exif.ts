import { dataView, latin } from "./cleaned.ts";

/** The tag that says how a picture is turned (CIPA DC-008 §4.6.5.1.6). */
const ORIENTATION = 0x0112;
const SHORT = 3;
/** Bytes of an entry (TIFF 6.0 §2). */
const ENTRY = 12;

/** How a picture is turned, of the TIFF structure in its Exif; 1, which is not at all, where it does not say. */
export function orientationOf(tiff: Uint8Array): number {
  const order = latin(tiff, 0, 2);
  if (tiff.length < 8 || (order !== "II" && order !== "MM")) return 1;
  const view = dataView(tiff);
  const isLittle = order === "II";
  const start = view.getUint32(4, isLittle);
  if (start + 2 > tiff.length) return 1;
  const entries = view.getUint16(start, isLittle);
  for (let at = start + 2, left = entries; left > 0 && at + ENTRY <= tiff.length; at += ENTRY, left -= 1) {
    if (view.getUint16(at, isLittle) !== ORIENTATION || view.getUint16(at + 2, isLittle) !== SHORT) continue;
    const orientation = view.getUint16(at + 8, isLittle);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}

/** A TIFF structure that says how a picture is turned, and nothing else. */
export function orientationOnly(orientation: number): Uint8Array {
  const tiff = new Uint8Array(26);
  const view = dataView(tiff);
  tiff.set([0x4d, 0x4d, 0x00, 0x2a]);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, ORIENTATION);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff;
}
