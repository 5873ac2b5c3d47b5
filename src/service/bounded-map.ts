/** A map of so many entries at most: the one that was set first gives way to a new one. */
export class BoundedMap<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#entries.size;
  }

  keys(): Iterable<string> {
    return this.#entries.keys();
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  /** An entry that is set again keeps its age. */
  set(key: string, value: Value): void {
    if (!this.#entries.has(key) && this.#entries.size >= this.#limit) {
      const [oldest] = this.#entries.keys();
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
    this.#entries.set(key, value);
  }

  /** Sets an entry, and makes it the youngest. */
  renew(key: string, value: Value): void {
    this.#entries.delete(key);
    this.set(key, value);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** The value of a key, made where there is none yet. */
  getOrMake(key: string, make: () => Value): Value {
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.set(key, made);
    return made;
  }
}
