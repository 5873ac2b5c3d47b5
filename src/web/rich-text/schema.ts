import {
  type DOMOutputSpec,
  type MarkSpec,
  type Node,
  type NodeSpec,
  Schema,
  type TagParseRule,
} from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";
import { showableHtml, shownAttributes } from "./allowed-html.ts";

const kept = { kept: { default: null } };

/** Shows what of an element's own attributes says how it is read: its language, its direction. */
const shown = (tag: string) => (node: Node) => [tag, shownAttributes(node.attrs.kept?.attributes), 0] as DOMOutputSpec;

/** A text whose direction nobody has said has that of its first letters. */
const directed = (tag: string) => (node: Node) =>
  [tag, { dir: "auto", ...shownAttributes(node.attrs.kept?.attributes) }, 0] as DOMOutputSpec;

/** What was copied in the editor is pasted with its HTML. */
const asKept = (kind: string): TagParseRule => ({
  tag: `[data-kept-${kind}]`,
  getAttrs: (dom) => ({ html: dom.getAttribute(`data-kept-${kind}`) }),
});

const cells = tableNodes({ tableGroup: "block", cellContent: "(plain | block)+", cellAttributes: kept });

const NODES = {
  doc: { content: "block+" },
  paragraph: { group: "block", content: "inline*", attrs: kept, parseDOM: [{ tag: "p" }], toDOM: directed("p") },
  /** Text that stands in a list item, a cell or elsewhere without a paragraph of its own. `loose`: nobody writes so any more, and it was read so. */
  plain: { group: "block", content: "inline*", attrs: { ...kept, loose: { default: false } }, toDOM: directed("div") },
  heading: {
    group: "block",
    content: "inline*",
    defining: true,
    attrs: { ...kept, level: { default: 2 } },
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.max(2, level) } })),
    toDOM: (node) => directed(`h${node.attrs.level}`)(node),
  },
  blockquote: {
    group: "block",
    content: "(block)+",
    defining: true,
    attrs: kept,
    parseDOM: [{ tag: "blockquote" }],
    toDOM: shown("blockquote"),
  },
  pre: {
    group: "block",
    content: "inline*",
    code: true,
    defining: true,
    attrs: kept,
    parseDOM: [{ tag: "pre", preserveWhitespace: "full" }],
    toDOM: shown("pre"),
  },
  bullet_list: {
    group: "block",
    content: "list_item+",
    attrs: kept,
    parseDOM: [{ tag: "ul" }],
    toDOM: shown("ul"),
  },
  ordered_list: {
    group: "block",
    content: "list_item+",
    attrs: kept,
    parseDOM: [{ tag: "ol" }],
    toDOM: (node) => ["ol", shownAttributes(node.attrs.kept?.attributes, ["start", "reversed", "type"]), 0],
  },
  list_item: {
    content: "(plain | block)+",
    defining: true,
    attrs: kept,
    parseDOM: [{ tag: "li" }],
    toDOM: shown("li"),
  },
  /** A picture or a recording with its caption. */
  figure: {
    group: "block",
    content: "(media | table | blockquote | pre) caption?",
    isolating: true,
    defining: true,
    attrs: kept,
    parseDOM: [{ tag: "figure" }],
    toDOM: shown("figure"),
  },
  /** What a figure shows, as HTML. */
  media: {
    atom: true,
    attrs: { ...kept, html: { default: "" } },
    parseDOM: [asKept("media"), { tag: "figure > img", getAttrs: (dom) => ({ html: dom.outerHTML }) }],
    toDOM: (node) => ["div", { "data-kept-media": node.attrs.html }],
  },
  caption: {
    content: "inline*",
    defining: true,
    attrs: kept,
    parseDOM: [{ tag: "figcaption" }],
    toDOM: directed("figcaption"),
  },
  /** A part of a text that has no look of its own here: `div`, `section`, `details`, `dl` and so on. */
  box: {
    group: "block",
    content: "block+",
    defining: true,
    attrs: { ...kept, tag: { default: "div" } },
    toDOM: (node) => ["div", { class: "box", "data-tag": node.attrs.tag }, 0],
  },
  /** A line with a meaning of its own: `dt`, `summary`. */
  line: {
    group: "block",
    content: "inline*",
    defining: true,
    attrs: { ...kept, tag: {} },
    toDOM: (node) => ["div", { class: "line", "data-tag": node.attrs.tag }, 0],
  },
  ...cells,
  /** `head`: what stands before its rows, as HTML. */
  table: { ...cells.table, attrs: { ...kept, head: { default: null } }, toDOM: (node) => toTable(node.attrs.head) },
  table_row: { ...cells.table_row, attrs: { ...kept, section: { default: null } } },
  hr: { group: "block", attrs: kept, parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
  /** HTML that is kept as it is: the editor has no way to write it. */
  kept_block: {
    group: "block",
    atom: true,
    attrs: { ...kept, html: { default: "" } },
    parseDOM: [asKept("block")],
    toDOM: (node) => ["div", { "data-kept-block": node.attrs.html }],
  },
  kept_inline: {
    group: "inline",
    inline: true,
    atom: true,
    attrs: { html: { default: "" } },
    parseDOM: [asKept("inline"), { tag: "img[src]", getAttrs: (dom) => ({ html: dom.outerHTML }) }],
    toDOM: (node) => ["span", { "data-kept-inline": node.attrs.html }],
  },
  text: { group: "inline" },
  /** `after`: white space behind it, which nobody sees. */
  br: {
    group: "inline",
    inline: true,
    selectable: false,
    attrs: { after: { default: "" }, attributes: { default: null } },
    parseDOM: [{ tag: "br" }],
    toDOM: () => ["br"],
  },
} satisfies Record<string, NodeSpec>;

function toTable(head: string | null): DOMOutputSpec {
  const caption = head && showableHtml(`<table>${head}</table>`).querySelector("caption")?.textContent;
  return caption
    ? ["table", ["caption", { contenteditable: "false" }, caption], ["tbody", 0]]
    : ["table", ["tbody", 0]];
}

/** `at`: how deep it stood in what was read, for marks have an order of their own. `run`: parts it from a like one before it. */
const nested = { attributes: { default: null }, at: { default: null }, run: { default: 0 } };

const marked = (tags: string[], spec: Omit<MarkSpec, "toDOM"> = {}): MarkSpec => ({
  attrs: { tag: { default: tags[0] }, ...nested },
  parseDOM: tags.map((tag) => ({ tag, attrs: { tag } })),
  toDOM: (mark) => [mark.attrs.tag, shownAttributes(mark.attrs.attributes), 0],
  ...spec,
});

const MARKS = {
  link: {
    attrs: { tag: { default: "a" }, ...nested },
    inclusive: false,
    parseDOM: [{ tag: "a[href]", getAttrs: (dom) => ({ attributes: [["href", dom.getAttribute("href")]] }) }],
    toDOM: (mark) => ["a", shownAttributes(mark.attrs.attributes, ["href", "title", "hreflang"]), 0],
  },
  em: marked(["em", "i"]),
  strong: marked(["strong", "b"]),
  strike: marked(["s", "del"]),
  inserted: marked(["ins", "u"]),
  sub: marked(["sub"], { excludes: "sub sup" }),
  sup: marked(["sup"], { excludes: "sub sup" }),
  code: marked(["code"]),
  /** Any other element in a line: `abbr`, `cite`, `q`, `span` and so on; several at once. */
  phrase: { attrs: { tag: { default: "span" }, ...nested }, excludes: "", toDOM: (mark) => toPhrase(mark.attrs.tag) },
  /** White space that is written in another way than it looks: a line break in the HTML, several spaces. */
  spacing: { attrs: { text: {} }, inclusive: false, excludes: "", toDOM: () => ["span", 0] },
} satisfies Record<string, MarkSpec>;

/** As it looks; what has an effect of its own has none while it is edited. */
const toPhrase = (tag: string): DOMOutputSpec => [LOOKS_ALIKE.has(tag) ? tag : "span", { "data-tag": tag }, 0];

const LOOKS_ALIKE = new Set("abbr bdi bdo cite data dfn kbd mark q samp small time var".split(" "));

/** What the editor can write, and how it keeps what it cannot. */
export const schema = new Schema({ nodes: NODES, marks: MARKS });

/** The elements that each kind of mark stands for. */
export const MARK_OF: Record<string, keyof typeof MARKS> = {
  a: "link",
  em: "em",
  i: "em",
  strong: "strong",
  b: "strong",
  s: "strike",
  del: "strike",
  ins: "inserted",
  u: "inserted",
  sub: "sub",
  sup: "sup",
  code: "code",
};
