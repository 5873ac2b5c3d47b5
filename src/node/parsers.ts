import { type ParsedLine, parseLine } from "../article/parse-line.ts";

/** Parses lines in a thread of its own. */
export interface Parser {
  parse(lines: string[]): Promise<ParsedLine[]>;
  end(): void;
}

/** Lines that come within `REST` and are parsed by whoever asks: for so few it is not worth to start threads. */
export const FEW = 200;

/** Threads that had nothing to do for so long are ended: they hold some twenty megabytes each. Milliseconds. */
export const REST = 10_000;

/** Threads that parse the lines of a bulk: started when it turns out to be one, and ended when it is over. */
export class Parsers {
  readonly #start: () => Parser;
  readonly #count: number;
  #parsers: Parser[] = [];
  #next = 0;
  #lines = 0;
  #busy = 0;
  #rest: NodeJS.Timeout | undefined;

  /** @param count how many there are at work */
  constructor(start: () => Parser, count: number) {
    this.#start = start;
    this.#count = count;
  }

  /** @returns one for each line, in their order */
  async parse(lines: string[]): Promise<ParsedLine[]> {
    clearTimeout(this.#rest);
    this.#lines += lines.length;
    this.#busy += 1;
    try {
      return await this.#parse(lines);
    } finally {
      this.#busy -= 1;
      // On a busy machine a parser may take longer than it rests, and one that is ended at its work never answers.
      if (this.#busy === 0) this.#rest = setTimeout(() => this.#end(), REST).unref();
    }
  }

  async #parse(lines: string[]): Promise<ParsedLine[]> {
    if (this.#lines <= FEW) return lines.map(parseLine);
    while (this.#parsers.length < this.#count) this.#parsers.push(this.#start());
    this.#next = (this.#next + 1) % this.#count;
    const parser = this.#parsers[this.#next];
    if (!parser) throw new Error("there is no parser");
    return parser.parse(lines);
  }

  #end(): void {
    this.#lines = 0;
    for (const parser of this.#parsers) parser.end();
    this.#parsers = [];
  }
}
