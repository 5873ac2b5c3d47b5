import { random } from "../../../bench/stories.ts";

/** Chance of which a seed decides. */
export class Chance {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = random(seed);
  }

  /** Whether something happens that does so in this share of cases. */
  of(share: number): boolean {
    return this.#next() < share;
  }

  /** A whole number from `least` up to, but not, `end`. */
  between(least: number, end: number): number {
    return least + Math.floor(this.#next() * (end - least));
  }

  /** @throws where there is nothing to choose from */
  pick<T>(choices: readonly T[]): T {
    if (choices.length === 0) throw new RangeError("Nothing to choose from.");
    return choices[this.between(0, choices.length)] as T;
  }
}
