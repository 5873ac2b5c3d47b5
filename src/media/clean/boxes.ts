import { dataView, latin, type PartCount } from "./cleaned.ts";

/** A box of the ISO base media file format (ISO/IEC 14496-12 §4.2), by its places in the file. */
export interface Box {
  type: string;
  start: number;
  /** Where its content starts. */
  content: number;
  end: number;
}

/** The boxes between two places; null where they do not fit there, or are too many. */
export function boxesIn(bytes: Uint8Array, start: number, end: number, count: PartCount): Box[] | null {
  const view = dataView(bytes);
  const boxes: Box[] = [];
  for (let at = start; at < end; ) {
    if (at + 8 > end || !count.next()) return null;
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

/** Boxes of boxes in which devices and programs note things, at any depth (§6.2.3). */
const CONTAINERS = new Set(["moov", "trak", "mdia", "minf", "stbl", "moof", "traf"]);

/**
 * Looks at each box in a file's containers, however deep.
 *
 * @param look what it blanks is not looked into
 * @returns false where the boxes do not fit into one another, or are too many
 */
export function lookThrough(
  bytes: Uint8Array,
  boxes: Box[],
  count: PartCount,
  look: (box: Box) => "right" | "blank" | "broken",
): boolean {
  // A list, and no call within a call: a file may have them deeper than the stack is.
  const open = boxes.filter(({ type }) => CONTAINERS.has(type));
  for (const { content, end } of open) {
    const within = boxesIn(bytes, content, end, count);
    if (!within) return false;
    for (const box of within) {
      const found = look(box);
      if (found === "broken") return false;
      if (found === "blank") blank(bytes, box);
      else if (CONTAINERS.has(box.type)) open.push(box);
    }
  }
  return true;
}
