import { dataView, latin } from "./cleaned.ts";

/** A box of the ISO base media file format (ISO/IEC 14496-12 §4.2), by its places in the file. */
export interface Box {
  type: string;
  start: number;
  /** Where its content starts. */
  content: number;
  end: number;
}

/** The boxes between two places; null where they do not fit there. */
export function boxesIn(bytes: Uint8Array, start: number, end: number): Box[] | null {
  const view = dataView(bytes);
  const boxes: Box[] = [];
  for (let at = start; at < end; ) {
    if (at + 8 > end) return null;
    const size = view.getUint32(at);
    const isLarge = size === 1;
    if (isLarge && at + 16 > end) return null;
    const length = isLarge ? Number(view.getBigUint64(at + 8)) : size === 0 ? end - at : size;
    const content = at + (isLarge ? 16 : 8);
    if (at + length > end || at + length < content) return null;
    boxes.push({ type: latin(bytes, at + 4, 4), start: at, content, end: at + length });
    at += length;
  }
  return boxes;
}

/** Makes a box one of nothing, in its place: no other is moved, and what points at others stays right (§8.1.2). */
export function blank(bytes: Uint8Array, { start, content, end }: Box): void {
  bytes.set(new TextEncoder().encode("free"), start + 4);
  bytes.fill(0, content, end);
}
