import { BROKEN, type Cleaned, joined, latin, PartCount } from "./cleaned.ts";

/** Blocks (GIF89a §20, §23–27). */
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;

const HEADER_BYTES = 13;
const IMAGE_BYTES = 10;

/** Applications whose blocks say how a picture is shown: how often it moves, and in which colours. */
const NEEDED = new Set(["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"]);

/** A GIF of its frames, how they move and their colours: comments, texts, XMP and what follows its end go. */
export function cleanGif(bytes: Uint8Array): Cleaned {
  if (bytes.length < HEADER_BYTES) return BROKEN;
  const parts: Uint8Array[] = [];
  const extensions = new PartCount();
  let at = HEADER_BYTES + colourTable(bytes[10] ?? 0);
  // What is kept in one piece is one part, however many blocks it has.
  let keptFrom = 0;
  let hasImage = false;
  while (at < bytes.length) {
    const start = at;
    const kind = bytes[at];
    if (kind === TRAILER) {
      parts.push(bytes.subarray(keptFrom, at + 1));
      return hasImage ? { status: "cleaned", bytes: joined(parts) } : BROKEN;
    }
    if (kind === IMAGE) at += IMAGE_BYTES + colourTable(bytes[at + 9] ?? 0) + 1;
    else if (kind === EXTENSION) at += 2;
    else return BROKEN;
    const end = endOfBlocks(bytes, at);
    if (end === undefined || (kind === EXTENSION && !extensions.next())) return BROKEN;
    const label = bytes[start + 1];
    const isShown =
      kind === IMAGE || label === GRAPHIC_CONTROL || (label === APPLICATION && NEEDED.has(latin(bytes, start + 3, 11)));
    if (!isShown) {
      parts.push(bytes.subarray(keptFrom, start));
      keptFrom = end;
    }
    hasImage ||= kind === IMAGE;
    at = end;
  }
  return BROKEN;
}

/** Bytes of a colour table, by the flags that tell of it (§18, §20). */
const colourTable = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0);

/** Where a row of sub-blocks ends (§15, §16); undefined: it does not. */
function endOfBlocks(bytes: Uint8Array, start: number): number | undefined {
  let at = start;
  for (let size = bytes[at]; size !== undefined; size = bytes[at]) {
    at += 1 + size;
    if (size === 0) return at;
  }
  return undefined;
}
