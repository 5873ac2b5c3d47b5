import type { Box } from "./boxes.ts";

/** Where bytes of an item are in its file. */
export interface Extent {
  start: number;
  end: number;
}

/** Where `iloc` counts from (ISO/IEC 14496-12 §8.11.3.3). */
const FROM_FILE = 0;
const FROM_IDAT = 1;

/**
 * Items and extents of a file, in all: the largest picture in tiles has some hundred. An extent need not take a single byte of the table,
 * and a picture of 2 kB could ask for millions.
 */
const MAX_EXTENTS = 10_000;

/** Where a file's items are, by number; null: one is put together of other items, or nobody can tell. */
export type ItemExtents = Map<number, Extent[] | null>;

/**
 * Where the bytes of each item are.
 *
 * @param parts the boxes of the file's `meta`
 * @returns null where the table is broken
 */
export function extentsOf(bytes: Uint8Array, parts: Box[]): ItemExtents | null {
  const table = parts.find(({ type }) => type === "iloc");
  const idat = parts.find(({ type }) => type === "idat");
  const found: ItemExtents = new Map();
  if (!table) return found;
  try {
    for (const { id, method, extents } of locations(new Fields(bytes, table))) {
      // Which of two is meant, each reader decides for itself.
      if (found.has(id)) return null;
      if (method === FROM_FILE) found.set(id, extents);
      else if (method !== FROM_IDAT || !idat) found.set(id, null);
      else
        found.set(
          id,
          extents.map(({ start, end }) => ({ start: idat.content + start, end: idat.content + end })),
        );
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
  return found;
}

/**
 * The entries of `iloc` (§8.11.3.2).
 *
 * @throws RangeError where it ends too early, or has too many
 */
function* locations(fields: Fields): Generator<{ id: number; method: number; extents: Extent[] }> {
  const version = fields.next(1);
  fields.next(3);
  const [offsetSize, lengthSize] = halves(fields.next(1));
  const [baseSize, indexSize] = halves(fields.next(1));
  const extentSize = offsetSize + lengthSize + (version > 0 ? indexSize : 0);
  let room = MAX_EXTENTS;
  for (let left = fields.next(version < 2 ? 2 : 4); left > 0; left -= 1) {
    const id = fields.next(version < 2 ? 2 : 4);
    const method = version === 0 ? FROM_FILE : fields.next(2) & 0x0f;
    fields.next(2);
    const base = fields.next(baseSize);
    const count = fields.next(2);
    room -= 1 + count;
    // Several that say nothing are all the same, the whole file.
    if (room < 0 || (extentSize === 0 && count > 1)) throw new RangeError("The table says more than it can have.");
    const extents: Extent[] = [];
    for (let more = count; more > 0; more -= 1) {
      if (version > 0) fields.next(indexSize);
      const start = base + fields.next(offsetSize);
      extents.push({ start, end: start + fields.next(lengthSize) });
    }
    yield { id, method, extents };
  }
}

const halves = (byte: number): [high: number, low: number] => [byte >> 4, byte & 0x0f];

/** Numbers one after the other. */
class Fields {
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array, { content, end }: Box) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset + content, end - content);
  }

  /** @throws RangeError beyond the box's end */
  next(size: number): number {
    let value = 0;
    for (let left = size; left > 0; left -= 1) value = value * 256 + this.#view.getUint8(this.#at++);
    return value;
  }
}
