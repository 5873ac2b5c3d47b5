import type { Fragment, Mark, Node } from "prosemirror-model";
import type { KeptHtml } from "./kept.ts";

/** A text of the editor's as HTML. What was read and not touched is written as it was read. */
export function writeRichText({ content, childCount, firstChild }: Node): string {
  // Where nothing is written, a paragraph waits for it.
  const isNothing = childCount === 1 && firstChild?.type.name === "paragraph" && firstChild.content.size === 0;
  return isNothing && firstChild.attrs.kept === null ? "" : writeChildren(content);
}

/** Nodes as HTML, one after the other. */
export function writeChildren(content: Fragment): string {
  const children: Node[] = [];
  content.forEach((child) => void children.push(child));
  if (children[0]?.isInline) return writeInline(children);
  return children.map((child, index) => writeBlock(child, children[index - 1], children[index + 1])).join("");
}

function writeBlock(node: Node, before: Node | undefined, after: Node | undefined): string {
  const { name } = node.type;
  const own: KeptHtml = node.attrs.kept ?? {};
  const lead = own.before ?? "";
  if (name === "kept_block" || name === "media") return lead + node.attrs.html;
  if (name === "plain") {
    // Two of them side by side would be one text.
    const isParted = before?.type.name === "plain" || after?.type.name === "plain";
    return isParted
      ? element("p", node, lead)
      : lead + (own.start ?? "") + writeChildren(node.content) + (own.end ?? "");
  }
  if (name === "table") return writeTable(node, lead);
  if (name === "hr") return `${lead}<hr${writeAttributes(own.attributes)}>`;
  return element(tagOf(node), node, lead);
}

function element(tag: string, node: Node, lead: string): string {
  const { attributes, start = "", end = "" }: KeptHtml = node.attrs.kept ?? {};
  const content = writeChildren(node.content);
  // A parser drops the first newline of a `pre` (HTML §13.2.6.4.7).
  const first = tag === "pre" && content.startsWith("\n") ? "\n" : "";
  return `${lead}<${tag}${writeAttributes(withSpans(node, attributes))}>${start}${first}${content}${end}</${tag}>`;
}

const TAGS: Record<string, string> = {
  paragraph: "p",
  plain: "p",
  blockquote: "blockquote",
  pre: "pre",
  bullet_list: "ul",
  ordered_list: "ol",
  list_item: "li",
  figure: "figure",
  caption: "figcaption",
  table_cell: "td",
  table_header: "th",
  table_row: "tr",
};

const tagOf = ({ type, attrs }: Node): string =>
  type.name === "heading" ? `h${attrs.level}` : (TAGS[type.name] ?? attrs.tag);

/** A cell's spans are the editor's, and stand where they stood. */
function withSpans({ attrs }: Node, attributes: KeptHtml["attributes"] = []): [string, string][] {
  if (attrs.colspan === undefined) return attributes;
  const spans = Object.entries({ colspan: attrs.colspan, rowspan: attrs.rowspan });
  let next = attributes;
  for (const [name, value] of spans) {
    const text = String(value);
    const stands = next.some(([other]) => other === name);
    if (stands) next = next.map((pair) => (pair[0] === name && Number(pair[1] || 1) !== value ? [name, text] : pair));
    else if (value !== 1) next = [...next, [name, text]];
  }
  return next;
}

/** A part of a table, as the rows in it name it. */
export interface TableSection {
  tag: string;
  kept: KeptHtml;
  /** Parts it from a like one before it. */
  run: number;
}

/** Rows that follow each other with one section stand in one element. */
function writeTable(table: Node, lead: string): string {
  const { attributes, start = "", end = "" }: KeptHtml = table.attrs.kept ?? {};
  let html = "";
  let open: TableSection | undefined;
  const close = () => {
    if (open) html += `${open.kept.end ?? ""}</${open.tag}>`;
  };
  table.forEach((row) => {
    const section: TableSection = row.attrs.section ?? open ?? { tag: "tbody", kept: {}, run: 0 };
    if (!open || section.tag !== open.tag || section.run !== open.run) {
      close();
      const { before = "", attributes: own, start: first = "" } = section.kept;
      html += `${before}<${section.tag}${writeAttributes(own)}>${first}`;
      open = section;
    }
    html += element("tr", row, row.attrs.kept?.before ?? "");
  });
  close();
  return `${lead}<table${writeAttributes(attributes)}>${start}${table.attrs.head ?? ""}${html}${end}</table>`;
}

/** Text with its marks: what follows in one mark stands in one element. */
function writeInline(nodes: Node[]): string {
  let html = "";
  const open: Mark[] = [];
  for (const node of nodes) {
    const marks = inOrder(node.marks);
    let same = 0;
    while (same < open.length && same < marks.length && isSame(open[same], marks[same])) same += 1;
    for (const mark of open.splice(same).reverse()) html += `</${mark.attrs.tag}>`;
    for (const mark of marks.slice(same)) {
      html += `<${mark.attrs.tag}${writeAttributes(mark.attrs.attributes)}>`;
      open.push(mark);
    }
    html += writeLeaf(node);
  }
  return (
    html +
    open
      .reverse()
      .map((mark) => `</${mark.attrs.tag}>`)
      .join("")
  );
}

const isSame = (a: Mark | undefined, b: Mark | undefined): boolean => a !== undefined && b !== undefined && a.eq(b);

/** As they were nested when they were read; new ones within those. */
const inOrder = (marks: readonly Mark[]): Mark[] =>
  marks
    .filter(({ type }) => type.name !== "spacing")
    .toSorted((a, b) => (a.attrs.at ?? INNERMOST) - (b.attrs.at ?? INNERMOST));

const INNERMOST = 1_000_000;

function writeLeaf(node: Node): string {
  if (node.type.name === "br") return `<br${writeAttributes(node.attrs.attributes)}>${node.attrs.after}`;
  if (!node.isText) return node.attrs.html;
  const spacing = node.marks.find(({ type }) => type.name === "spacing");
  return spacing ? spacing.attrs.text : escapeText(node.text ?? "");
}

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Attributes as they stand in a start tag. */
export const writeAttributes = (attributes: KeptHtml["attributes"] | null = []): string =>
  (attributes ?? []).map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', "&quot;")}"`).join("");
