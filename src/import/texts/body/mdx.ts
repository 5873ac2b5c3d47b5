import type { Nodes, Parents, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { mdxjs } from "micromark-extension-mdxjs";
import { describeFault } from "../../../article/contain.ts";
import { type JsxElement, sayElement } from "./mdx-elements.ts";
import { type Constants, constantsOf, valueOfExpression } from "./mdx-values.ts";
import { withoutComments, withoutMdx } from "./without-mdx.ts";

/** A part of a text, from an offset to another, and what stands there instead. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/**
 * The Markdown of MDX: without its imports and exports, expressions as what they say where an exported constant tells, components as
 * what they are known to say, else with the text in them alone.
 *
 * @param notes get what was left out, by name
 */
export function mdxToMarkdown(text: string, notes: string[]): string {
  const found = new Set<string>();
  // HTML's comments are the most usual fault: MDX has its own.
  const mdx = withoutComments(text);
  const tree = parseMdx(mdx, found);
  const markdown = tree ? applyEdits(mdx, editsOf(tree, mdx, found)) : withoutMdx(mdx, found);
  notes.push(...found);
  return markdown;
}

function parseMdx(text: string, notes: Set<string>): Root | null {
  try {
    return fromMarkdown(text, { extensions: [mdxjs()], mdastExtensions: [mdxFromMarkdown()] });
  } catch (fault) {
    notes.add(`it is no MDX by its grammar (${describeFault(fault)}): it is read as Markdown, its components left out`);
    return null;
  }
}

function editsOf(tree: Root, text: string, notes: Set<string>): Edit[] {
  const constants: Constants = new Map();
  const edits: Edit[] = [];
  const stack: Nodes[] = [tree];
  const nodes: Nodes[] = [];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    nodes.push(node);
    if ("children" in node) for (const child of node.children.toReversed()) stack.push(child);
  }
  for (const node of nodes) if (node.type === "mdxjsEsm") constantsOf(node, constants);
  for (const node of nodes) {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (from === undefined || to === undefined) continue;
    if (node.type === "mdxjsEsm") edits.push({ from, to, text: "" });
    else if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression")
      edits.push({ from, to, text: valueOfExpression(node, constants, notes) });
    else if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement")
      edits.push(...editsOfElement(node, { from, to }, text, constants, notes));
  }
  return edits.sort((a, b) => a.from - b.from);
}

/** The tags of an element, and what stands in their place: its children are edited on their own. */
function editsOfElement(
  element: JsxElement,
  { from, to }: { from: number; to: number },
  text: string,
  constants: Constants,
  notes: Set<string>,
): Edit[] {
  const { open, close } = sayElement(element, constants, notes);
  const first = (element as Parents).children[0]?.position?.start.offset;
  const last = (element as Parents).children.at(-1)?.position?.end.offset;
  if (first === undefined || last === undefined) return [{ from, to, text: open + close }];
  // Line breaks and the signs of a quotation before the first child are that one's.
  const opening = text.slice(from, first).replace(/\s*\n[\s>]*$/, "");
  const isBlock = element.type === "mdxJsxFlowElement";
  return [
    { from, to: isBlock ? from + opening.length : first, text: open },
    { from: last + (/^[ \t>]*\n[\s>]*/.exec(text.slice(last, to))?.[0].length ?? 0), to, text: close },
  ];
}

function applyEdits(text: string, edits: Edit[]): string {
  let result = "";
  let done = 0;
  for (const { from, to, text: instead } of edits) {
    if (from < done) continue;
    result += text.slice(done, from) + instead;
    done = to;
  }
  return result + text.slice(done);
}
