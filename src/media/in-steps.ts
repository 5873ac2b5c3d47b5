import { fromBuffer } from "strtok3/core";

/**
 * Steps in which a file is read at most. Fifty megabytes of speech take a million and a half, frame by frame; what is made to lead a reader
 * astray takes one for each byte, some seconds for each million.
 */
const MAX_STEPS = 2_000_000;

/** After so many, some milliseconds, whoever else waits has a turn: what is read from memory never waits by itself. */
const STEPS_OF_A_TURN = 2_000;

/**
 * A reader of a file in memory, as `music-metadata` takes it, which holds up nobody for long.
 *
 * @param most steps, after which reading fails
 */
export function inSteps(bytes: Uint8Array, mimeType: string, most = MAX_STEPS): ReturnType<typeof fromBuffer> {
  const reader = fromBuffer(bytes, { fileInfo: { mimeType, size: bytes.length } });
  const look = reader.peekBuffer.bind(reader);
  let steps = 0;
  // Whatever is read comes by it.
  reader.peekBuffer = async (into, options) => {
    steps += 1;
    if (steps > most) throw new Error(`reading the file takes more than ${most} steps`);
    if (steps % STEPS_OF_A_TURN === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    return look(into, options);
  };
  return reader;
}
