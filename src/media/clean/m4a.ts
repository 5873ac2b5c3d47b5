import { type Box, blank, boxesIn } from "./boxes.ts";
import { BROKEN, type Cleaned } from "./cleaned.ts";

/** What plays (ISO/IEC 14496-12); everything else in a file is blanked. */
const OF_FILE = new Set(["ftyp", "moov", "mdat", "free", "skip", "wide", "pdin"]);
/** Boxes of boxes that recorders note things in. */
const CONTAINERS = new Set(["moov", "trak"]);
/** Notes beside a track: the place and the device of a recording stand here, by several names. */
const NOTES = new Set(["uuid", "meta"]);
/** Of a programme's own notes: its title and cover, as players read them, and its chapters. */
const OF_PROGRAMME = new Set(["meta", "chpl"]);

const IN_PIECES: Cleaned = {
  status: "refused",
  reason: "is written in fragments, as streams are, so that players cannot tell how long it is: save it as a plain M4A",
};

/** A programme in MPEG-4 of its sound, title, cover and chapters. Where and by which device it was recorded goes. */
export function cleanM4a(original: Uint8Array): Cleaned {
  const bytes = original.slice();
  const boxes = boxesIn(bytes, 0, bytes.length);
  if (!boxes?.some(({ type }) => type === "moov")) return BROKEN;
  if (boxes.some(({ type }) => type === "moof")) return IN_PIECES;
  for (const box of boxes) {
    if (!OF_FILE.has(box.type)) blank(bytes, box);
    else if (CONTAINERS.has(box.type) && !cleanIn(bytes, box)) return BROKEN;
  }
  return { status: "cleaned", bytes };
}

/** @returns false where the boxes do not fit into one another */
function cleanIn(bytes: Uint8Array, { content, end }: Box): boolean {
  const boxes = boxesIn(bytes, content, end);
  return (
    boxes?.every((box) => {
      if (NOTES.has(box.type)) blank(bytes, box);
      if (box.type === "udta") return cleanNotes(bytes, box);
      return !CONTAINERS.has(box.type) || cleanIn(bytes, box);
    }) ?? false
  );
}

function cleanNotes(bytes: Uint8Array, box: Box): boolean {
  // QuickTime ends the list with four zeros, which are no box.
  const isEnded = box.end - box.content >= 4 && bytes.subarray(box.end - 4, box.end).every((byte) => byte === 0);
  const notes = boxesIn(bytes, box.content, box.end) ?? (isEnded ? boxesIn(bytes, box.content, box.end - 4) : null);
  for (const note of notes ?? []) if (!OF_PROGRAMME.has(note.type)) blank(bytes, note);
  return notes !== null;
}
