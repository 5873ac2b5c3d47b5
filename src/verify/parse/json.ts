import type { Value } from "../discrepancy.ts";

export type ParsedJson =
  | { status: "parsed"; value: Value; faults: string[] }
  | { status: "malformed"; faults: string[] };

/** Far beyond any feed, and below what recursion can bear. */
const MAX_DEPTH = 100;

/** JSON (RFC 8259), of well-formed Unicode. Names that repeat in an object are faults: readers differ in which one counts. */
export function parseJsonStrictly(text: string): ParsedJson {
  if (!text.isWellFormed()) return malformed("a lone surrogate is no character");
  try {
    const value: Value = JSON.parse(text);
    const { depth, repeated } = survey(text);
    if (depth > MAX_DEPTH) return malformed(`values nest deeper than ${MAX_DEPTH}`);
    return {
      status: "parsed",
      value,
      faults: repeated.map((name) => `the name ${name} repeats in an object (RFC 8259 §4)`),
    };
  } catch (error) {
    return malformed(error instanceof Error ? error.message : String(error));
  }
}

/** How deep a JSON text nests, and which names repeat: what parsing it does not tell. */
function survey(text: string): { depth: number; repeated: string[] } {
  const repeated: string[] = [];
  /** The names of each open object, and null for each open array. */
  const open: (Set<string> | null)[] = [];
  let depth = 0;
  let nameIsNext = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const end = endOfString(text, at);
      const names = open.at(-1);
      if (nameIsNext && names) {
        const written = text.slice(at, end + 1);
        // One name may be written in several ways: `"a"`, `"\u0061"`.
        const name: string = JSON.parse(written);
        if (names.has(name)) repeated.push(written);
        names.add(name);
        nameIsNext = false;
      }
      at = end;
    } else if (character === "{" || character === "[") {
      depth = Math.max(depth, open.push(character === "{" ? new Set() : null));
      nameIsNext = character === "{";
    } else if (character === "}" || character === "]") open.pop();
    else if (character === ",") nameIsNext = open.at(-1) instanceof Set;
  }
  return { depth, repeated };
}

/** Where a string ends: at the first quote before which there is an even number of backslashes. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

const malformed = (fault: string): ParsedJson => ({ status: "malformed", faults: [fault] });
