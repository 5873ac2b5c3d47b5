/** A piece of an export: what comes before its first item, or an item. */
export interface WxrPiece {
  kind: "head" | "item";
  bytes: Uint8Array;
  /** The export ended inside it. */
  isCutOff: boolean;
  /** How many bytes have been read up to its end. */
  read: number;
}

/**
 * An item with its comments: WordPress itself needs some times its size to read one. What is longer is none, and nothing is kept of it.
 */
const MAX_ITEM_BYTES = 32_000_000;

/**
 * Cuts an export into its items as its bytes come, so that it may be larger than memory. Bytes and not text are cut: each item may then
 * have an encoding of its own, which is how exports of old databases are. `<item>` in a CDATA section or a comment is text.
 *
 * @throws an item is longer than anybody's
 */
export async function* cutItems(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<WxrPiece> {
  let [waiting, at, start, before] = [new Uint8Array(), 0, 0, 0];
  let [kind, until] = ["head" as WxrPiece["kind"], undefined as Uint8Array | undefined];
  for await (const chunk of chunks) {
    waiting = joined(waiting.subarray(start), chunk);
    [at, before, start] = [at - start, before + start, 0];
    for (;;) {
      const found = until ? indexOf(waiting, until, at) : waiting.indexOf(LESS_THAN, at);
      // What starts so close to the end may be any of the marks.
      if (found < 0 || found + LONGEST_MARK > waiting.length) {
        at = found < 0 ? Math.max(at, waiting.length - LONGEST_MARK) : found;
        break;
      }
      if (until) [at, until] = [found + until.length, undefined];
      else if (isAt(waiting, CDATA, found)) [at, until] = [found + CDATA.length, CDATA_END];
      else if (isAt(waiting, COMMENT, found)) [at, until] = [found + COMMENT.length, COMMENT_END];
      else if (isAt(waiting, ITEM, found) && !isNameByte(waiting[found + ITEM.length])) {
        if (kind === "head") yield { kind, bytes: waiting.slice(start, found), isCutOff: false, read: before + found };
        [kind, start, at] = ["item", found, found + ITEM.length];
      } else if (kind === "item" && isAt(waiting, ITEM_END, found)) {
        at = found + ITEM_END.length;
        yield { kind, bytes: waiting.slice(start, at), isCutOff: false, read: before + at };
        start = at;
      } else at = found + 1;
    }
    if (waiting.length - start > MAX_ITEM_BYTES) throw new Error(`an item has more than ${MAX_ITEM_BYTES} bytes`);
  }
  const rest = waiting.slice(start);
  const isItem = kind === "item" && isAt(rest, ITEM, 0);
  if (kind === "head" || isItem) yield { kind, bytes: rest, isCutOff: isItem, read: before + waiting.length };
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const CDATA = ascii("<![CDATA[");
const CDATA_END = ascii("]]>");
const COMMENT = ascii("<!--");
const COMMENT_END = ascii("-->");
const ITEM = ascii("<item");
const ITEM_END = ascii("</item>");
const LESS_THAN = 0x3c;
const LONGEST_MARK = CDATA.length;

/** `<items>` is no item. */
const isNameByte = (byte = 0): boolean => byte !== 0x3e && byte !== 0x2f && byte > 0x20;

const isAt = (bytes: Uint8Array, mark: Uint8Array, at: number): boolean =>
  mark.every((byte, index) => bytes[at + index] === byte);

function indexOf(bytes: Uint8Array, mark: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(mark[0] ?? 0, from); at >= 0; at = bytes.indexOf(mark[0] ?? 0, at + 1))
    if (isAt(bytes, mark, at)) return at;
  return -1;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(one.length + other.length);
  bytes.set(one);
  bytes.set(other, one.length);
  return bytes;
}
