import { show, type Value } from "../discrepancy.ts";
import type { Unexpected } from "./part.ts";

/** A JSON object while it is being read: as `Part` is for an element. */
export class Keys {
  readonly #name: string;
  readonly #untaken: Map<string, Value>;
  readonly #inner: Keys[] = [];
  readonly #refused: Unexpected[] = [];

  /** @param value absent counts as an object without keys */
  constructor(value: Value, name: string) {
    this.#name = name;
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    this.#untaken = new Map(isObject ? Object.entries(value) : []);
    if (!isObject && value !== undefined) this.#refused.push({ field: name, read: show(value) });
  }

  take(key: string): Value {
    const value = this.#untaken.get(key);
    this.#untaken.delete(key);
    return value;
  }

  object(key: string): Keys {
    return this.#enter(this.take(key), key);
  }

  /** Absent is a list without elements. */
  list(key: string): Keys[] {
    const value = this.take(key) ?? [];
    if (Array.isArray(value)) return value.map((item) => this.#enter(item, key));
    this.refuse(key, value);
    return [];
  }

  refuse(key: string, value: Value): void {
    this.#refused.push({ field: key, read: show(value) });
  }

  /** Every untaken key in it, and in what was taken of it. */
  leftovers(): Unexpected[] {
    return [
      ...this.#refused,
      ...[...this.#untaken].map(([key, value]) => ({
        field: this.#name ? `${this.#name}.${key}` : key,
        read: show(value),
      })),
      ...this.#inner.flatMap((keys) => keys.leftovers()),
    ];
  }

  #enter(value: Value, name: string): Keys {
    const keys = new Keys(value, name);
    this.#inner.push(keys);
    return keys;
  }
}
