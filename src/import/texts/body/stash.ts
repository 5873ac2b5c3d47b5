/** Characters that no text has (Unicode 16 §23.7): they mark a place in it. */
const OPEN = "\uFDD0";
const CLOSE = "\uFDD1";
const MARKED = /\uFDD0(\d+)\uFDD1/g;
const MARKS = /[\uFDD0\uFDD1]/g;

/** Parts of a text that are put by, each with a mark in its place, while the rest is looked through. */
export class Stash {
  readonly #parts: string[] = [];

  /** A text that has no marks yet. */
  static clear(text: string): string {
    return text.replace(MARKS, "");
  }

  put(part: string): string {
    this.#parts.push(part);
    return `${OPEN}${this.#parts.length - 1}${CLOSE}`;
  }

  /** What was put by, back in its place; a part may hold marks of those before it. */
  restore(text: string): string {
    return text.replace(MARKED, (_, index: string) => this.restore(this.#parts[Number(index)] ?? ""));
  }
}
