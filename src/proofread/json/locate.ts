import { endOfString } from "../../verify/parse/json.ts";
import type { JsonPath } from "./rule.ts";

export interface JsonPlace {
  line: number;
  column: number;
}

/** Where paths that are asked for go on, and which of them end. */
interface Branch {
  next: Map<string, Branch>;
  asked: number[];
}

/**
 * Where values stand in a JSON text that is well-formed: a member at its name, an element of a list at its start. What a path
 * does not lead to is told where the last thing stands that it leads to. Goes through the text once, for all paths.
 */
export function locateInJson(text: string, paths: readonly JsonPath[]): JsonPlace[] {
  const root = newBranch();
  const offsets = new Array<number>(paths.length).fill(0);
  for (const [index, path] of paths.entries()) {
    let branch = root;
    branch.asked.push(index);
    for (const part of path) {
      const next = branch.next.get(String(part)) ?? newBranch();
      branch.next.set(String(part), next);
      next.asked.push(index);
      branch = next;
    }
  }
  scan(text, root, (branch, at) => {
    for (const index of branch.asked) offsets[index] = at;
  });
  return placesOf(text, offsets);
}

const newBranch = (): Branch => ({ next: new Map(), asked: [] });

interface Open {
  branch: Branch | undefined;
  /** Of a list, which of its elements is next. */
  index: number | undefined;
  /** Of an object, what its next value is called. */
  name?: string;
  nameAt: number;
}

function scan(text: string, root: Branch, found: (branch: Branch, at: number) => void): void {
  const open: Open[] = [];
  /** The branch of the value that starts at a place. */
  const begin = (at: number): Branch | undefined => {
    const top = open.at(-1);
    const branch = top === undefined ? root : top.branch?.next.get(String(top.index ?? top.name));
    if (branch) found(branch, top?.name === undefined ? at : top.nameAt);
    if (top) top.name = undefined;
    return branch;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    const top = open.at(-1);
    if (character === '"') {
      const end = endOfString(text, at);
      if (top && top.index === undefined && top.name === undefined) {
        top.name = top.branch ? String(JSON.parse(text.slice(at, end + 1))) : "";
        top.nameAt = at;
        // The next string, or whatever comes, is its value.
        at = text.indexOf(":", end);
      } else {
        begin(at);
        at = end;
      }
    } else if (character === "{" || character === "[")
      open.push({ branch: begin(at), index: character === "[" ? 0 : undefined, nameAt: 0 });
    else if (character === "}" || character === "]") open.pop();
    else if (character === ",") {
      if (top?.index !== undefined) top.index += 1;
    } else if (/[-\dtfn]/.test(character ?? "")) {
      begin(at);
      while (/[-+.\w]/.test(text[at + 1] ?? "")) at += 1;
    }
  }
}

/** Lines and columns of places, the first being 1. */
function placesOf(text: string, offsets: readonly number[]): JsonPlace[] {
  const places: JsonPlace[] = new Array(offsets.length);
  let [line, start, end] = [1, 0, text.indexOf("\n")];
  for (const [index, offset] of [...offsets.entries()].sort(([, a], [, b]) => a - b)) {
    while (end !== -1 && end < offset) {
      line += 1;
      start = end + 1;
      end = text.indexOf("\n", start);
    }
    places[index] = { line, column: offset - start + 1 };
  }
  return places;
}

/** The place of one character. */
export const placeAt = (text: string, offset: number): JsonPlace =>
  placesOf(text, [offset])[0] ?? { line: 1, column: 1 };
