import { type Box, blank, boxesIn, lookThrough } from "./boxes.ts";
import { BROKEN, type Cleaned, latin, PartCount } from "./cleaned.ts";

/** What plays (ISO/IEC 14496-12); everything else in a file is blanked, and what is free, too: recorders leave there what they had. */
const OF_FILE = new Set(["ftyp", "moov", "mdat", "pdin"]);
/** Notes beside a track: the place and the device of a recording stand here, by several names. */
const NOTES = new Set(["uuid", "meta", "free", "skip", "wide"]);
/** What a programme tells of itself, as players read it: titles, people, numbers, cover. No comments, no programs, no `----` of anybody's. */
const OF_LIST = new Set(
  "©nam ©ART ©alb ©wrt ©grp ©gen ©day ©lyr aART gnre cprt trkn disk covr desc ldes catg keyw pcst purl egid stik tmpo cpil pgap rtng".split(
    " ",
  ),
);

const IN_PIECES: Cleaned = {
  status: "refused",
  reason: "is written in fragments, as streams are, so that players cannot tell how long it is: save it as a plain M4A",
};

/** A programme in MPEG-4 of its sound, title, cover and chapters. Where and by which device it was recorded goes. */
export function cleanM4a(original: Uint8Array): Cleaned {
  const bytes = original.slice();
  const count = new PartCount();
  const boxes = boxesIn(bytes, 0, bytes.length, count);
  if (!boxes?.some(({ type }) => type === "moov")) return BROKEN;
  if (boxes.some(({ type }) => type === "moof")) return IN_PIECES;
  for (const box of boxes) if (!OF_FILE.has(box.type)) blank(bytes, box);
  const isWhole = lookThrough(bytes, boxes, count, (box) => {
    if (box.type === "udta") return cleanNotes(bytes, box, count) ? "right" : "broken";
    return NOTES.has(box.type) ? "blank" : "right";
  });
  return isWhole ? { status: "cleaned", bytes } : BROKEN;
}

/** Leaves of a programme's own notes its title and cover, as players read them, and its chapters. */
function cleanNotes(bytes: Uint8Array, box: Box, count: PartCount): boolean {
  // QuickTime ends the list with four zeros, which are no box.
  const isEnded = box.end - box.content >= 4 && bytes.subarray(box.end - 4, box.end).every((byte) => byte === 0);
  const notes =
    boxesIn(bytes, box.content, box.end, count) ?? (isEnded ? boxesIn(bytes, box.content, box.end - 4, count) : null);
  for (const note of notes ?? []) {
    const isKept = note.type === "chpl" || (note.type === "meta" && cleanList(bytes, note, count));
    if (!isKept) blank(bytes, note);
  }
  return notes !== null;
}

/** Leaves of a list of players' notes what they show; false: it is none. */
function cleanList(bytes: Uint8Array, { content, end }: Box, count: PartCount): boolean {
  const parts = boxesIn(bytes, content + 4, end, count);
  const handler = parts?.find(({ type }) => type === "hdlr");
  // Of QuickTime's own (`mdta`) is a phone's place. Its kind stands after eight bytes (§8.4.3.2).
  if (!parts || !handler || latin(bytes, handler.content + 8, 4) !== "mdir") return false;
  for (const part of parts) {
    const notes = part.type === "ilst" ? boxesIn(bytes, part.content, part.end, count) : null;
    for (const note of notes ?? []) if (!isShown(bytes, note, count)) blank(bytes, note);
    if (!notes && part !== handler) blank(bytes, part);
  }
  return true;
}

/** JPEG and PNG, as a value tells its kind (QuickTime File Format, "Well-known types"). */
const PICTURES = [13, 14];

/** Whether players show a note. A cover of another kind they do not, and nobody looks for a place in it. */
function isShown(bytes: Uint8Array, { type, content, end }: Box, count: PartCount): boolean {
  const values = OF_LIST.has(type) ? boxesIn(bytes, content, end, count) : null;
  if (type !== "covr") return values !== null;
  return values?.every((value) => value.type === "data" && PICTURES.includes(bytes[value.content + 3] ?? 0)) ?? false;
}
