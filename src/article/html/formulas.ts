import type { Element, ElementContent, Root, Text } from "hast";
import { addMarkup, type MarkupCensus } from "./census.ts";
import { mathText } from "./math-text.ts";
import { classesOf, partsOf, plainText, replaceEach } from "./tree.ts";

/**
 * Formulas and drawings as text, in their place: feed readers strip MathML, whose numbers and letters then run together, and SVG
 * with all that it says. A formula that a page shows in several forms (KaTeX, MathJax) is said once.
 *
 * @returns what was replaced, and how often
 */
export function sayFormulas(tree: Root): MarkupCensus {
  const said: MarkupCensus = new Map();
  replaceEach(tree, (element, parent, index) => {
    if (/^mathjax/i.test(classesOf(element)[0] ?? "") && isFollowedByTex(parent, index)) return [];
    const text = textInstead(element);
    if (text === undefined) return undefined;
    addMarkup(said, element.tagName);
    return text === "" ? [] : [{ type: "text", value: text } satisfies Text];
  });
  return said;
}

function textInstead(element: Element): string | undefined {
  const { tagName, properties } = element;
  if (tagName === "math" || /^mm?l?:math$/.test(tagName)) return mathText(element);
  if (isTex(element)) return plainText(element.children).trim();
  if (tagName === "svg") return properties.ariaHidden === "true" ? "" : svgText(element);
  return undefined;
}

/** MathJax 2 keeps a formula's TeX in a script, after what it has drawn of it. */
const isTex = ({ tagName, properties }: Element): boolean =>
  tagName === "script" && typeof properties.type === "string" && /^math\/(?:tex|asciimath)\b/i.test(properties.type);

function isFollowedByTex(parent: Element | Root, index: number): boolean {
  // A preview, the formula and its script stand side by side.
  const after = parent.children.slice(index + 1, index + 4);
  return after.some((node) => node.type === "element" && isTex(node));
}

/** Labels of a whole chart, one after the other, tell nobody anything. */
const MAX_SVG_TEXT = 200;

/** What a drawing is called, or what is written in it. */
function svgText(svg: Element): string {
  const label = svg.properties.ariaLabel;
  if (typeof label === "string" && label.trim() !== "") return label.trim();
  const title = svg.children.find((child) => child.type === "element" && child.tagName === "title");
  const named = title?.type === "element" ? line(title.children) : "";
  if (named !== "") return named;
  const written = partsOf(svg)
    .filter(({ tagName }) => tagName === "text" || tagName === "foreignObject")
    .map(({ children }) => line(children))
    .filter((text) => text !== "")
    .join(" ");
  return written.length > MAX_SVG_TEXT ? "" : written;
}

const line = (children: ElementContent[]): string => plainText(children).replace(/\s+/g, " ").trim();
