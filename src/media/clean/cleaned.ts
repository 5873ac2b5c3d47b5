/** A file without what its maker's device and programs have noted in it; or why it is not taken, as the rest of a sentence. */
export type Cleaned =
  | {
      status: "cleaned";
      bytes: Uint8Array;
      /** How a picture is turned when it is shown, 1 to 8 as Exif has it (CIPA DC-008 §4.6.5.1.6). */
      orientation?: number;
    }
  | { status: "refused"; reason: string };

/** What is told of a file that ends too early, or does not keep to its format. */
export const BROKEN: Cleaned = { status: "refused", reason: "is cut short or damaged" };

/**
 * Segments, chunks, boxes or blocks of a file: none that shows a picture or plays has as many. To hold one costs many times the eight
 * bytes that it may have, so that a small file of nothing else would take all the memory.
 */
const MAX_PARTS = 20_000;

/** Counts the parts of one file, whatever they are parts of. */
export class PartCount {
  #left = MAX_PARTS;

  /** @returns false: these are too many */
  next(): boolean {
    this.#left -= 1;
    return this.#left >= 0;
  }
}

/** The parts in one piece. */
export function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const dataView = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Characters of one byte each, as formats name their parts. */
export const latin = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

export const startsWith = (bytes: Uint8Array, text: string): boolean => latin(bytes, 0, text.length) === text;
