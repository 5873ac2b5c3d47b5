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
 * Where an item's bytes are.
 *
 * @param parts the boxes of the file's `meta`
 * @returns null where that is not told, or is put together of other items
 */
export function extentsOf(bytes: Uint8Array, parts: Box[], item: number): Extent[] | null {
  const table = parts.find(({ type }) => type === "iloc");
  const idat = parts.find(({ type }) => type === "idat");
  if (!table) return null;
  try {
    for (const { id, method, extents } of locations(new Fields(bytes, table))) {
      if (id !== item) continue;
      if (method === FROM_FILE) return extents;
      if (method !== FROM_IDAT || !idat) return null;
      return extents.map(({ start, end }) => ({ start: idat.content + start, end: idat.content + end }));
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

/** The entries of `iloc` (§8.11.3.2). */
function* locations(fields: Fields): Generator<{ id: number; method: number; extents: Extent[] }> {
  const version = fields.next(1);
  fields.next(3);
  const [offsetSize, lengthSize] = halves(fields.next(1));
  const [baseSize, indexSize] = halves(fields.next(1));
  for (let left = fields.next(version < 2 ? 2 : 4); left > 0; left -= 1) {
    const id = fields.next(version < 2 ? 2 : 4);
    const method = version === 0 ? FROM_FILE : fields.next(2) & 0x0f;
    fields.next(2);
    const base = fields.next(baseSize);
    const extents: Extent[] = [];
    for (let count = fields.next(2); count > 0; count -= 1) {
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
