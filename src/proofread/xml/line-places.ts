/**
 * Lines and columns of a text, the first being 1, for positions that are asked for in their order: each line is looked for once.
 * Lines end as a parser of XML takes them to (XML 1.0 §2.11).
 */
export class LinePlaces {
  readonly #text: string;
  readonly #ends = /\r\n?|\n/g;
  #line = 1;
  #lineStart = 0;
  #nextStart: number;

  constructor(text: string) {
    this.#text = text;
    this.#nextStart = this.#startAfter(0);
  }

  of(position: number): { line: number; column: number } {
    while (position >= this.#nextStart) {
      this.#line += 1;
      this.#lineStart = this.#nextStart;
      this.#nextStart = this.#startAfter(this.#lineStart);
    }
    return { line: this.#line, column: position - this.#lineStart + 1 };
  }

  #startAfter(start: number): number {
    this.#ends.lastIndex = start;
    return this.#ends.test(this.#text) ? this.#ends.lastIndex : Number.POSITIVE_INFINITY;
  }
}
