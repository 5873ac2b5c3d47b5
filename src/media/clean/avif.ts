import { type Box, blank, boxesIn, lookThrough } from "./boxes.ts";
import { BROKEN, type Cleaned, dataView, latin, PartCount } from "./cleaned.ts";
import { orientationOnly } from "./exif.ts";
import { type Extent, extentsOf } from "./item-extents.ts";

/** What shows a picture, an animated one too (ISO/IEC 23008-12, AVIF §5); everything else in a file is blanked, and what is free, too. */
const OF_FILE = new Set(["ftyp", "meta", "mdat", "moov", "moof", "pdin", "grpl"]);
/** What tells of its items (ISO/IEC 14496-12 §8.11.1). */
const OF_META = new Set(["hdlr", "pitm", "iinf", "iloc", "iprp", "iref", "idat", "grpl", "dinf", "ipro"]);
const NOTES = new Set(["uuid", "udta", "meta", "free", "skip"]);

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
  const count = new PartCount();
  const boxes = boxesIn(bytes, 0, bytes.length, count);
  const meta = boxes?.find(({ type }) => type === "meta");
  if (!boxes || !meta) return BROKEN;
  for (const box of boxes) if (!OF_FILE.has(box.type) || (box.type === "meta" && box !== meta)) blank(bytes, box);
  if (!lookThrough(bytes, boxes, count, ({ type }) => (NOTES.has(type) ? "blank" : "right"))) return BROKEN;
  const parts = boxesIn(bytes, meta.content + 4, meta.end, count);
  if (!parts) return BROKEN;
  for (const part of parts) if (!OF_META.has(part.type)) blank(bytes, part);
  const items = itemsOf(bytes, parts, count);
  const extents = items && extentsOf(bytes, parts);
  if (!items || !extents) return BROKEN;
  let room = bytes.length;
  for (const [id, type] of items) {
    if (!NOTE_ITEMS.has(type)) continue;
    const places = extents.get(id);
    // One that lies in the table itself would overwrite what says where things are.
    if (!places?.length || !places.every((place) => isOutside(place, meta, parts, bytes.length))) return HIDDEN;
    for (const { start, end } of places) {
      // More than the file has: they lie in one another, and to blank them all would take without end.
      room -= end - start;
      if (room < 0) return HIDDEN;
      bytes.fill(0, start, end);
    }
    const [first] = places;
    if (first && places.length === 1 && type === "Exif") writeEmptyExif(bytes, first);
  }
  return { status: "cleaned", bytes, orientation: turnOf(bytes, parts, count) };
}

/** How Exif calls the quarters, against the clock, by which `irot` turns a picture (ISO/IEC 23008-12 §6.5.10). */
const TURNS = [1, 8, 3, 6] as const;

function turnOf(bytes: Uint8Array, parts: Box[], count: PartCount): number {
  const within = (boxes: Box[] | null, name: string) => boxes?.find(({ type }) => type === name);
  const properties = within(parts, "iprp");
  const list = properties && within(boxesIn(bytes, properties.content, properties.end, count), "ipco");
  const turn = list && within(boxesIn(bytes, list.content, list.end, count), "irot");
  return TURNS[turn === undefined ? 0 : (bytes[turn.content] ?? 0) & 0x03] ?? 1;
}

/** The items that tell of a picture: Exif, and whatever is text, as XMP is (ISO/IEC 14496-12 §8.11.6). */
const NOTE_ITEMS = new Set(["Exif", "mime", "uri "]);

/** The kinds of a picture's items, by number (§8.11.6); null where the list is broken. */
function itemsOf(bytes: Uint8Array, parts: Box[], count: PartCount): Map<number, string> | null {
  const list = parts.find(({ type }) => type === "iinf");
  if (!list || list.content + 8 > list.end) return null;
  const view = dataView(bytes);
  const entries = boxesIn(bytes, list.content + (view.getUint8(list.content) === 0 ? 6 : 8), list.end, count);
  if (!entries) return null;
  const items = new Map<number, string>();
  for (const { type, content, end } of entries) {
    const isLong = type === "infe" && view.getUint8(content) >= 3;
    const at = content + 4;
    if (type !== "infe" || at + (isLong ? 10 : 8) > end) continue;
    const id = isLong ? view.getUint32(at) : view.getUint16(at);
    // Of two kinds, readers take the one or the other.
    if (items.has(id)) return null;
    items.set(id, latin(bytes, at + (isLong ? 6 : 4), 4));
  }
  return items;
}

const isOutside = ({ start, end }: Extent, meta: Box, parts: Box[], length: number): boolean => {
  // A length of 0 is all the rest of the file (§8.11.3.3), whatever it is.
  if (end <= start || end > length) return false;
  const idat = parts.find(({ type }) => type === "idat");
  const isData = idat !== undefined && start >= idat.content && end <= idat.end;
  return isData || end <= meta.start || start >= meta.end;
};

/** What reads the item finds an empty one, not a broken one: four bytes of offset, then TIFF (ISO/IEC 23008-12 §A.2.1). */
function writeEmptyExif(bytes: Uint8Array, { start, end }: Extent): void {
  const tiff = orientationOnly(1);
  if (end - start >= 4 + tiff.length) bytes.set(tiff, start + 4);
}
