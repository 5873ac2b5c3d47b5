/** A map of values that are so large together at most: those that were asked for least lately give way. */
export class SizedMap<Value> {
  readonly #room: number;
  // A map keeps the order of insertion: what is asked for goes to its end.
  readonly #entries = new Map<string, { value: Value; size: number }>();
  #size = 0;

  constructor(room: number) {
    this.#room = room;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** @param size in whatever the room is counted in; what has more than there is room for is not kept */
  set(key: string, value: Value, size: number): void {
    this.delete(key);
    this.#entries.set(key, { value, size });
    this.#size += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#room) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#size -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }
}
