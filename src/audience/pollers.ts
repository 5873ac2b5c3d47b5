/**
 * Who comes back sooner comes too soon: more than once a minute, less what clocks and networks make of a minute. Our answers may be kept for
 * five. Milliseconds.
 */
export const SOON = 55_000;

/**
 * Pollers that are remembered at a time: an instance takes half a megabyte for them. Where two have one place, the later one has it, and the
 * other's next poll is not known to be too soon.
 */
const PLACES = 65_536;

/** Who polled what, and when: as much as can be told of it without keeping who. */
export interface SeenPoll {
  /** The client's, as the platform knows it. */
  address: string;
  /** Of its User-Agent (`markOf`). */
  mark: number;
  feed: string;
  format: string;
}

/**
 * Who has polled a document of late, to see who comes back too soon. What is kept of a poller is a hash of 32 bits under a seed that no other
 * instance has, and when it came; none of it leaves the memory. Readers with one User-Agent behind one address are one poller. A poll costs
 * no memory.
 */
export class Pollers {
  readonly #seed: number;
  /** In each place a hash and a time. */
  readonly #places = new Int32Array(2 * PLACES);

  /** @param seed any whole number, by chance */
  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Notes a poll. @returns whether the same poller polled the same document less than `SOON` before */
  isSoon({ address, mark, feed, format }: SeenPoll, now: number): boolean {
    const hash = spread(markOf(format, markOf(feed, markOf(address, this.#seed ^ mark))));
    const place = 2 * (hash & (PLACES - 1));
    // Of a time, what 32 bits hold: it comes round every 49 days.
    const isSoon = this.#places[place] === hash && (now - (this.#places[place + 1] ?? 0)) >>> 0 < SOON;
    this.#places[place] = hash;
    this.#places[place + 1] = now;
    return isSoon;
  }
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv), of UTF-16 units. */
export function markOf(text: string, start = 0x811c9dc5): number {
  let mark = start;
  for (let index = 0; index < text.length; index += 1) mark = Math.imul(mark ^ text.charCodeAt(index), 0x01000193);
  return mark;
}

/** Lets every bit tell on the last ones (the end of MurmurHash3), by which a place is found. */
function spread(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const most = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return most ^ (most >>> 16);
}
