import { type Box, blank, boxesIn } from "./boxes.ts";
import { BROKEN, type Cleaned, dataView, latin } from "./cleaned.ts";
import { orientationOnly } from "./exif.ts";
import { type Extent, extentsOf } from "./item-extents.ts";

/** What shows a picture, an animated one too (ISO/IEC 23008-12, AVIF §5); everything else in a file is blanked. */
const OF_FILE = new Set(["ftyp", "meta", "mdat", "moov", "moof", "free", "skip", "pdin", "grpl"]);
const NOTES = new Set(["uuid", "udta", "meta"]);
const CONTAINERS = new Set(["moov", "trak"]);

const HIDDEN: Cleaned = {
  status: "refused",
  reason: "keeps what its camera has noted in a way that cannot be taken out",
};

/**
 * An AVIF whose Exif, XMP and private boxes say nothing any more. They are overwritten in their place: a picture's parts are found by
 * where they are in the file. How it is turned is told elsewhere (`irot`, `imir`), and Exif has no say in it (MIAF §7.3.6.7).
 */
export function cleanAvif(original: Uint8Array): Cleaned {
  const bytes = original.slice();
  const boxes = boxesIn(bytes, 0, bytes.length);
  const meta = boxes?.find(({ type }) => type === "meta");
  if (!boxes || !meta) return BROKEN;
  for (const box of boxes) {
    if (!OF_FILE.has(box.type)) blank(bytes, box);
    else if (CONTAINERS.has(box.type) && !blankNotes(bytes, box)) return BROKEN;
  }
  const parts = boxesIn(bytes, meta.content + 4, meta.end);
  if (!parts) return BROKEN;
  const items = itemsOf(bytes, parts);
  if (!items) return BROKEN;
  for (const { id, type } of items) {
    if (!NOTE_ITEMS.has(type)) continue;
    const extents = extentsOf(bytes, parts, id);
    if (!extents) return HIDDEN;
    // One that lies in the table itself would overwrite what says where things are.
    if (!extents.every((extent) => isOutside(extent, meta, parts, bytes.length))) return HIDDEN;
    for (const { start, end } of extents) bytes.fill(0, start, end);
    const [first] = extents;
    if (first && extents.length === 1 && type === "Exif") writeEmptyExif(bytes, first);
  }
  return { status: "cleaned", bytes, orientation: turnOf(bytes, parts) };
}

/** How Exif calls the quarters, against the clock, by which `irot` turns a picture (ISO/IEC 23008-12 §6.5.10). */
const TURNS = [1, 8, 3, 6] as const;

function turnOf(bytes: Uint8Array, parts: Box[]): number {
  const within = (boxes: Box[] | null, name: string) => boxes?.find(({ type }) => type === name);
  const properties = within(parts, "iprp");
  const list = properties && within(boxesIn(bytes, properties.content, properties.end), "ipco");
  const turn = list && within(boxesIn(bytes, list.content, list.end), "irot");
  return TURNS[turn === undefined ? 0 : (bytes[turn.content] ?? 0) & 0x03] ?? 1;
}

function blankNotes(bytes: Uint8Array, { content, end }: Box): boolean {
  return (
    boxesIn(bytes, content, end)?.every((box) => {
      if (NOTES.has(box.type)) blank(bytes, box);
      return !CONTAINERS.has(box.type) || blankNotes(bytes, box);
    }) ?? false
  );
}

interface Item {
  id: number;
  type: string;
}

/** The items that tell of a picture: Exif, and whatever is text, as XMP is (ISO/IEC 14496-12 §8.11.6). */
const NOTE_ITEMS = new Set(["Exif", "mime", "uri "]);

/** The items of a picture (§8.11.6); null where the list is broken. */
function itemsOf(bytes: Uint8Array, parts: Box[]): Item[] | null {
  const list = parts.find(({ type }) => type === "iinf");
  if (!list || list.content + 8 > list.end) return null;
  const view = dataView(bytes);
  const entries = boxesIn(bytes, list.content + (view.getUint8(list.content) === 0 ? 6 : 8), list.end);
  if (!entries) return null;
  return entries.flatMap(({ type, content, end }) => {
    const isLong = type === "infe" && view.getUint8(content) >= 3;
    const at = content + 4;
    if (type !== "infe" || at + (isLong ? 10 : 8) > end) return [];
    const id = isLong ? view.getUint32(at) : view.getUint16(at);
    return [{ id, type: latin(bytes, at + (isLong ? 6 : 4), 4) }];
  });
}

const isOutside = ({ start, end }: Extent, meta: Box, parts: Box[], length: number): boolean => {
  if (start < 0 || end > length) return false;
  const idat = parts.find(({ type }) => type === "idat");
  const isData = idat !== undefined && start >= idat.content && end <= idat.end;
  return isData || end <= meta.start || start >= meta.end;
};

/** What reads the item finds an empty one, not a broken one: four bytes of offset, then TIFF (ISO/IEC 23008-12 §A.2.1). */
function writeEmptyExif(bytes: Uint8Array, { start, end }: Extent): void {
  const tiff = orientationOnly(1);
  if (end - start >= 4 + tiff.length) bytes.set(tiff, start + 4);
}
