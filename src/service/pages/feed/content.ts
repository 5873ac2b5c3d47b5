import type { Element, ElementContent, Parents, Properties, Root, RootContent } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { toHtml } from "hast-util-to-html";
import { parseFragment } from "parse5";
import { SKIP, visit } from "unist-util-visit";

/**
 * An article's cleaned HTML, made a guest on our page: as pieces, the blocks it consists of. It keeps its text, structure
 * and pictures; what would meddle with the page's own outline, ids and styles, or load more than is looked at, goes.
 */
export function guestHtml(html: string): string[] {
  const tree = fromParse5(parseFragment(html)) as Root;
  outline(tree);
  visit(tree, "element", (element, _, parent) => settle(element, parent));
  visit(tree, "element", (element, index, parent) => {
    if (element.tagName !== "table" || !parent || index === undefined) return;
    parent.children[index] = scroller(element);
    return SKIP;
  });
  return blocksOf(tree).map((node) => toHtml(node, { quote: '"' }));
}

/**
 * The blocks that a text may be cut between. Inside a single wrapper, each block gets a copy of it, for its language.
 */
function blocksOf({ children }: Root): RootContent[] {
  const blocks = children.filter(isContent);
  const [only] = blocks;
  if (blocks.length > 1 || only?.type !== "element" || only.tagName !== "div") return blocks;
  return only.children.filter(isContent).map((child) => ({ ...only, children: [child] }));
}

const isContent = (node: RootContent): boolean => node.type !== "text" || node.value.trim() !== "";

/** Makes one element fit for our page. */
function settle(element: Element, parent: Parents | undefined): void {
  const within = parent?.type === "element" ? parent.tagName : "";
  if (PAGE_PARTS.has(element.tagName)) element.tagName = "div";
  else if (STRAYS[element.tagName] && !STRAYS[element.tagName]?.includes(within)) element.tagName = "div";
  element.properties = Object.fromEntries(Object.entries(element.properties).filter(([name]) => mayStay(name)));
  Object.assign(element.properties, ADDED[element.tagName]);
  const { lang, dir, alt } = element.properties;
  if (typeof lang === "string" && !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang)) delete element.properties.lang;
  if (typeof dir === "string" && !/^(ltr|rtl|auto)$/i.test(dir)) delete element.properties.dir;
  if (element.tagName === "img" && typeof alt !== "string") element.properties.alt = within === "a" ? "Picture" : "";
  if (element.tagName === "a" && !hasText(element) && !hasPicture(element)) element.tagName = "span";
}

/** Elements that are landmarks of a page (WAI-ARIA §5.3.4). Ours has its own, so a text's become plain blocks. */
const PAGE_PARTS = new Set(["main", "header", "footer", "nav", "aside", "section", "article", "address"]);

/** Elements that mean something only within others, and which these are. Strays become plain blocks. */
const STRAYS: Record<string, string[]> = {
  li: ["ul", "ol"],
  dt: ["dl", "div"],
  dd: ["dl", "div"],
  summary: ["details"],
  figcaption: ["figure"],
};

/**
 * Attributes that elements get, whatever they had: links tell nobody where they were followed from, media load when
 * wanted.
 */
const ADDED: Record<string, Properties> = {
  a: { rel: ["noopener", "noreferrer", "nofollow"] },
  img: { loading: "lazy", decoding: "async", referrerPolicy: "no-referrer" },
  audio: { controls: true, preload: "none" },
  video: { controls: true, preload: "none" },
};

/**
 * Attributes that a text keeps. Ids and classes are the page's own, styles the style sheet's, and `headers` names ids.
 */
const mayStay = (name: string): boolean =>
  !["id", "className", "name", "style", "headers", "loop", "muted", "autoPlay", "useMap"].includes(name) &&
  !name.startsWith("data") &&
  !name.startsWith("aria") &&
  !name.startsWith("on");

/** Gives headings the levels that follow the page's own `h1` without a gap. One without text becomes a plain block. */
function outline(tree: Root): void {
  const open: number[] = [];
  visit(tree, "element", (element) => {
    const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1]);
    if (!level) return;
    if (!hasText(element)) {
      element.tagName = "div";
      return;
    }
    while ((open.at(-1) ?? 0) >= level) open.pop();
    element.tagName = `h${Math.min(6, open.push(level) + 1)}`;
  });
}

/** Puts a table in a block that scrolls where it is wider than the page, by keyboard too. */
const scroller = (table: Element): Element => ({
  type: "element",
  tagName: "div",
  properties: { className: ["scroller"], role: "group", ariaLabel: "Table", tabIndex: 0 },
  children: [table],
});

const hasText = (node: ElementContent): boolean =>
  node.type === "text" ? node.value.trim() !== "" : node.type === "element" && node.children.some(hasText);

const hasPicture = (node: ElementContent): boolean =>
  node.type === "element" && (node.tagName === "img" || node.children.some(hasPicture));
