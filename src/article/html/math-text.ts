import type { Element, ElementContent } from "hast";
import { partsOf, plainText } from "./tree.ts";

/** A formula as a line of text: its TeX, what its author said in its place, or else what it looks like, `(a+b)/2`, `t^2`. */
export function mathText(math: Element): string {
  const { alttext } = math.properties;
  const tex = partsOf(math).find(
    ({ tagName, properties }) => local(tagName) === "annotation" && /\btex\b/i.test(String(properties.encoding)),
  );
  const source = tex ? plainText(tex.children) : typeof alttext === "string" ? alttext : "";
  const text = withoutStyle(source) || children(math).map(toText).join("");
  return text.replace(/\s+/g, " ").trim();
}

/** Wikipedia's TeX begins with the style that it is set in. */
function withoutStyle(tex: string): string {
  const text = tex.trim();
  return /^\{\\(?:display|text)style\b/.test(text) && text.endsWith("}")
    ? text.slice(text.indexOf("style") + 5, -1).trim()
    : text;
}

/** `mml:mfrac` of a document that was XML. */
const local = (tagName: string): string => tagName.replace(/^mm?l?:/, "");

const children = (element: Element): Element[] =>
  element.children.filter((child: ElementContent): child is Element => child.type === "element");

/** Operators that stand between two sides. */
const BETWEEN = /^[=+\-−–±×÷·∙⋅<>≤≥≠≈≡∼→←↔⇒⇔∈∉⊂⊆∪∩∧∨*]$/u;

function toText(element: Element): string {
  const parts = children(element);
  const at = (index: number): string => (parts[index] ? toText(parts[index]) : "");
  switch (local(element.tagName)) {
    case "mo": {
      const sign = plainText(element.children).trim();
      return BETWEEN.test(sign) ? ` ${sign} ` : sign === "," || sign === ";" ? `${sign} ` : sign;
    }
    case "mi":
    case "mn":
    case "mtext":
    case "ms":
      return plainText(element.children).replace(/\s+/g, " ");
    case "mfrac":
      return `${grouped(at(0))}/${grouped(at(1))}`;
    case "msqrt":
      return `√${grouped(parts.map(toText).join(""))}`;
    case "mroot":
      return `root(${at(0).trim()}, ${at(1).trim()})`;
    case "msup":
      return `${at(0)}^${grouped(at(1))}`;
    case "msub":
      return `${at(0)}_${grouped(at(1))}`;
    case "msubsup":
    case "munderover":
      return `${at(0)}_${grouped(at(1))}^${grouped(at(2))}`;
    case "munder":
      return `${at(0)}_${grouped(at(1))}`;
    case "mover":
      return /^\s*\p{L}+\s*$/u.test(at(1)) ? `${at(0)}^${grouped(at(1))}` : `${at(0)}${at(1).trim()}`;
    case "mfenced":
      return `(${parts.map(toText).join(", ")})`;
    case "mtr":
    case "mlabeledtr":
      return parts.map((cell) => toText(cell).trim()).join(", ");
    case "mtable":
      return parts.map(toText).join("; ");
    case "mspace":
      return " ";
    case "mphantom":
    case "annotation":
    case "annotation-xml":
    case "none":
    case "mprescripts":
      return "";
    default:
      return parts.length > 0 ? parts.map(toText).join("") : plainText(element.children).replace(/\s+/g, " ");
  }
}

/** One number or name stands alone, what is made of several is held together. */
function grouped(text: string): string {
  const trimmed = text.trim();
  return /^[\p{L}\p{N}.,∞]*$/u.test(trimmed) || /^\([^()]*\)$/.test(trimmed) ? trimmed : `(${trimmed})`;
}
