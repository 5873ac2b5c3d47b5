import { collectBytes, TooManyBytes } from "../../article/collect-bytes.ts";

/** RFC 1952 §2.3.1. */
export const isGzip = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b;

/**
 * What gzip packed.
 *
 * @param most bytes: a few of gzip can be very many
 * @throws one line that says what is wrong with it
 */
export async function unpackGzip(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await collectBytes(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")), most);
  } catch (error) {
    if (error instanceof TooManyBytes) throw new Error(`unpacked, ${error.message}`);
    throw new Error("it begins as gzip does, and is none, or not all of it");
  }
}
