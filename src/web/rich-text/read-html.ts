import { Fragment, type Node } from "prosemirror-model";
import { keptOf } from "./kept.ts";
import { readInline } from "./read-inline.ts";
import { readTable } from "./read-table.ts";
import { schema } from "./schema.ts";
import { writeChildren } from "./write-html.ts";

const { nodes } = schema;

/** Elements that part lines. */
const BLOCKS = new Set(
  (
    "address article aside blockquote caption col colgroup dd details div dl dt figcaption figure footer form fieldset h1 h2 h3 h4 h5 h6 " +
    "header hr iframe legend li main nav ol p pre script section style summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

const isBlock = (node: globalThis.Node | undefined): node is Element =>
  node instanceof Element && (BLOCKS.has(node.localName) || [...node.children].some(isBlock));

/**
 * HTML as a text of the editor's. What the editor would not write again as it was read, it keeps as HTML: each element is written when it
 * has been read, and compared.
 */
export function readRichText(html: string): Node {
  const template = document.createElement("template");
  template.innerHTML = html;
  // White space that ends a whole text, cleaning takes off.
  const { content } = readChildren(template.content, true);
  return nodes.doc.createChecked(null, content.length > 0 ? content : [nodes.paragraph.create()]);
}

/** @returns the blocks, and the white space behind the last of them */
function readChildren(parent: ParentNode, loose: boolean): { content: Node[]; end: string } {
  const content: Node[] = [];
  let run: globalThis.Node[] = [];
  let space = "";
  const endRun = () => {
    const isBlank = run.every((node) => node instanceof Text && isSpace(node.data));
    if (isBlank) space += run.map((node) => node.textContent).join("");
    else {
      const { lead, content: line, trail } = readInline(run);
      const node = nodes.plain.create({ kept: lead ? { before: lead } : null, loose }, line);
      const isSame = isWrittenAs(node, run, trail);
      content.push(withBefore(isSame ? node : keptAsHtml(run), space + (isSame ? lead : "")));
      space = isSame ? trail : "";
    }
    run = [];
  };
  for (const child of parent.childNodes) {
    if (!isBlock(child)) {
      run.push(child);
      continue;
    }
    endRun();
    content.push(withBefore(readBlock(child), space));
    space = "";
  }
  endRun();
  return { content, end: space };
}

const isSpace = (text: string): boolean => /^[ \t\n\f\r]*$/.test(text);

function withBefore(node: Node, before: string): Node {
  if (before === "") return node;
  return node.type.create({ ...node.attrs, kept: { ...node.attrs.kept, before } }, node.content, node.marks);
}

/** An element as a node that is written as the element was; else as HTML. */
function readBlock(element: Element): Node {
  try {
    const node = BY_TAG[element.localName]?.(element);
    node?.check();
    if (node && isWrittenAs(node, [element])) return node;
  } catch {
    // It has another content than such a node may have.
  }
  return keptAsHtml([element]);
}

function keptAsHtml(children: globalThis.Node[]): Node {
  const holder = document.createElement("div");
  holder.append(...children.map((child) => child.cloneNode(true)));
  return nodes.kept_block.create({ html: holder.innerHTML });
}

function isWrittenAs(node: Node, children: globalThis.Node[], trail = ""): boolean {
  const template = document.createElement("template");
  template.innerHTML = writeChildren(Fragment.from(node)) + trail;
  const written = [...template.content.childNodes];
  return written.length === children.length && written.every((one, index) => one.isEqualNode(children[index] ?? null));
}

const textblock = (name: string, attrs?: (element: Element) => object) => (element: Element) => {
  const isCode = name === "pre";
  const { lead, content, trail } = readInline([...element.childNodes], isCode);
  return schema.node(name, { ...attrs?.(element), kept: keptOf(element, lead, trail) }, content);
};

/** @param loose whether a text without a paragraph is one that was forgotten */
const container =
  (name: string, loose: boolean, attrs?: (element: Element) => object) =>
  (element: Element): Node => {
    const { content, end } = readChildren(element, loose);
    return schema.node(name, { ...attrs?.(element), kept: keptOf(element, "", end) }, content);
  };

const tag = ({ localName }: Element) => ({ tag: localName });

/** Children of one kind alone, each read in its own way, with white space between them. */
function only(element: Element, read: (child: Element) => Node | undefined): { content: Node[]; end: string } {
  const content: Node[] = [];
  let space = "";
  for (const child of element.childNodes) {
    if (child instanceof Text && isSpace(child.data)) space += child.data;
    else {
      const node = child instanceof Element ? read(child) : undefined;
      if (!node) throw new Error("nothing else is in it");
      content.push(withBefore(node, space));
      space = "";
    }
  }
  return { content, end: space };
}

const list = (name: string) => (element: Element) => {
  const { content, end } = only(element, (child) => (child.localName === "li" ? readItem(child) : undefined));
  return schema.node(name, { kept: keptOf(element, "", end) }, content);
};

const readItem = container("list_item", false);

const FIGURED = new Set(["table", "blockquote", "pre"]);

/** What it shows first, then its caption. */
function figure(element: Element): Node {
  const { content, end } = only(element, (child) => {
    if (child.localName === "figcaption") return textblock("caption")(child);
    const block = FIGURED.has(child.localName) ? readBlock(child) : undefined;
    return block && block.type !== nodes.kept_block ? block : nodes.media.create({ html: child.outerHTML });
  });
  return nodes.figure.create({ kept: keptOf(element, "", end) }, content);
}

const BY_TAG: Record<string, (element: Element) => Node> = {
  p: textblock("paragraph"),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, textblock("heading", () => ({ level }))] as const),
  ),
  pre: textblock("pre"),
  blockquote: container("blockquote", true),
  ul: list("bullet_list"),
  ol: list("ordered_list"),
  figure,
  table: (element) => readTable(element, container("table_cell", false), container("table_header", false)),
  hr: (element) => nodes.hr.create({ kept: keptOf(element, "", "") }),
  dt: textblock("line", tag),
  summary: textblock("line", tag),
  dd: container("box", false, tag),
  ...Object.fromEntries(
    "div section article aside header footer main nav address details dl"
      .split(" ")
      .map((name) => [name, container("box", true, tag)] as const),
  ),
};
