/**
 * Bytes that come in pieces, as one.
 *
 * @throws one line, where there are more than `most`; what is thrown in between
 */
export async function collectBytes(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > most) throw new TooManyBytes(most);
    kept.push(piece);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of kept) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export class TooManyBytes extends Error {
  constructor(most: number) {
    super(`it has more than ${most.toLocaleString("en")} bytes`);
  }
}
