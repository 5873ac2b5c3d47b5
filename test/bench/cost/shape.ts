import { random } from "../stories.ts";

/** A text made to be costly, in which so many bytes are of what is there many times. */
export type Shape = (bytes: number) => string;

/** What a parser reads: texts that have been costly to some parser, by name, and the pieces to make others of. */
export interface Grammar {
  known: Record<string, Shape>;
  fragments: string[];
}

/** Of each grammar, beside the known ones. */
const GENERATED = 24;
const SEED = 20260303;

/** The shapes of a grammar by name: the known ones, and after them the generated. */
export const shapesOf = ({ known, fragments }: Grammar): Map<string, Shape> =>
  new Map([...Object.entries(known), ...Object.entries(generated(fragments, GENERATED, SEED))]);

/** As many of a unit as there is room for, between two texts. A unit may be made of its number. */
export const fill =
  (unit: string | ((index: number) => string), before = "", after = ""): Shape =>
  (bytes) => {
    const parts: string[] = [];
    for (let size = 0; size < bytes; size += parts.at(-1)?.length || 1)
      parts.push(typeof unit === "string" ? unit : unit(parts.length));
    return before + parts.join("") + after;
  };

/** As many of one unit as of another after them: elements that nest. */
export const nest =
  (open: string | ((index: number) => string), close: string, before = "", after = ""): Shape =>
  (bytes) => {
    const parts: string[] = [];
    for (let size = 0; size < bytes; size += close.length + (parts.at(-1)?.length || 1))
      parts.push(typeof open === "string" ? open : open(parts.length));
    return before + parts.join("") + close.repeat(parts.length) + after;
  };

/**
 * Shapes that nobody has thought of, named by what they are made of: pieces, then others many times, then perhaps yet others as
 * many times, and an end.
 *
 * @param seed the same gives the same
 */
function generated(fragments: string[], count: number, seed: number): Record<string, Shape> {
  const next = random(seed);
  const pieces = (least: number, most: number): string =>
    Array.from(
      { length: least + Math.floor(next() * (most - least + 1)) },
      () => fragments[Math.floor(next() * fragments.length)] ?? "",
    ).join("");
  return Object.fromEntries(
    Array.from({ length: count }, () => {
      const [before, unit, second, after] = [
        pieces(0, 2),
        pieces(1, 3),
        next() < 0.5 ? pieces(1, 2) : "",
        pieces(0, 1),
      ];
      const name = [before, `(${unit})×n`, second && `(${second})×n`, after].filter(Boolean).join(" ");
      return [JSON.stringify(name), second ? nest(unit, second, before, after) : fill(unit, before, after)];
    }),
  );
}
