import { showValue, type Value } from "../discrepancy.ts";
import type { Unexpected } from "./unread-element.ts";

/**
 * A JSON object while it is being read. Who reads a key takes it; what nobody took in the end is not in the model, so no
 * document may carry it: `leftovers` tells of it.
 */
export class UnreadObject {
  readonly #name: string;
  readonly #untaken: Map<string, Value>;
  readonly #inner: UnreadObject[] = [];
  readonly #refused: Unexpected[] = [];

  /** @param value absent counts as an object without keys */
  constructor(value: Value, name: string) {
    this.#name = name;
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    this.#untaken = new Map(isObject ? Object.entries(value) : []);
    if (!isObject && value !== undefined) this.#refused.push({ field: name, read: showValue(value) });
  }

  take(key: string): Value {
    const value = this.#untaken.get(key);
    this.#untaken.delete(key);
    return value;
  }

  /** The object at a key. An absent one has no keys; anything else in its place is refused. */
  object(key: string): UnreadObject {
    return this.#enter(this.take(key), key);
  }

  /** The objects of a list. An absent list has none; anything else in its place is refused. */
  list(key: string): UnreadObject[] {
    const value = this.take(key) ?? [];
    if (Array.isArray(value)) return value.map((item) => this.#enter(item, key));
    this.refuse(key, value);
    return [];
  }

  /** Leaves a value over though it was taken: it is not what the model has there. */
  refuse(key: string, value: Value): void {
    this.#refused.push({ field: key, read: showValue(value) });
  }

  /** Every untaken key in it, and in what was taken of it. */
  leftovers(): Unexpected[] {
    return [
      ...this.#refused,
      ...[...this.#untaken].map(([key, value]) => ({
        field: this.#name ? `${this.#name}.${key}` : key,
        read: showValue(value),
      })),
      ...this.#inner.flatMap((keys) => keys.leftovers()),
    ];
  }

  #enter(value: Value, name: string): UnreadObject {
    const keys = new UnreadObject(value, name);
    this.#inner.push(keys);
    return keys;
  }
}
