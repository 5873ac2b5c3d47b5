import { Stash } from "./stash.ts";
import { stashBlocks, stashSpans } from "./stash-code.ts";

const NAMES = "(?:[\\w$]+|\\*[ \\t]*as[ \\t]+[\\w$]+|\\{[^{}]*\\})";
const ESM = new RegExp(
  `^(?:import[ \\t]*(?:${NAMES}(?:[ \\t]*,[ \\t]*${NAMES})?[ \\t]*from[ \\t]*)?["'][^"'\\n]+["'];?|` +
    `export[ \\t]+(?:const|let|var)[ \\t]+\\w+[ \\t]*=[ \\t]*(?:"[^"\\n]*"|'[^'\\n]*'|[\\d.]+);?)[ \\t]*$`,
  "gm",
);
const COMPONENT = /<\/?([A-Z][\w.]*)(?:\s(?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\}){0,2000})?\/?>/g;

const CONSTANT = /^export[ \t]+const[ \t]+(\w+)[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)')/gm;

/** A text that is nearly MDX, without what is surely no text: imports, constants, the tags of components. All else stays. */
export function withoutMdx(text: string, notes: Set<string>): string {
  const { prose, stash } = withoutCode(text);
  const constants = new Map(
    [...prose.matchAll(CONSTANT)].map(([, name, double, single]) => [name, double ?? single ?? ""]),
  );
  const plain = prose
    .replace(ESM, "")
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, "")
    .replace(/\{(\w+)\}/g, (whole, name: string) => constants.get(name) ?? whole)
    .replace(COMPONENT, (_, name: string) => {
      notes.add(`the component <${name}> is left out, its text kept`);
      return "";
    });
  return stash.restore(plain);
}

/** HTML's comments taken out of a text, but for those in code. */
export function withoutComments(text: string): string {
  if (!text.includes("<!--")) return text;
  const { prose, stash } = withoutCode(text);
  return stash.restore(prose.replace(/<!--[\s\S]*?-->/g, ""));
}

function withoutCode(text: string): { prose: string; stash: Stash } {
  const stash = new Stash();
  const blocks = stashBlocks(Stash.clear(text).replace(/\r\n?/g, "\n"), stash);
  return { prose: stashSpans(blocks, stash), stash };
}
