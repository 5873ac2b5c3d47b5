export interface CountedNote {
  /** The first of its kind. */
  note: string;
  times: number;
  /** The item that it is of. */
  where: string;
}

/** Notes of one kind are one, with their number: what differs in them is what they quote. */
export class NoteCounts {
  readonly #counted = new Map<string, CountedNote>();

  add(note: string, where: string, times = 1): void {
    const kind = noteKind(note);
    const before = this.#counted.get(kind);
    if (before) before.times += times;
    else this.#counted.set(kind, { note, times, where });
  }

  /** The most frequent first, and otherwise in the order in which they came. */
  list(): CountedNote[] {
    return [...this.#counted.values()].sort((a, b) => b.times - a.times);
  }
}

/** What cleaning took out is told to the letter. */
export const CLEANING = /^cleaning took out (.*)$/s;

/** A text without what it quotes: what stands in quotation marks, addresses and numbers. */
export const noteKind = (text: string): string =>
  CLEANING.test(text) ? text : text.replaceAll(/“[^”]*”|https?:\/\/\S+|\d+(?:[.:,]\d+)*/g, "…");
