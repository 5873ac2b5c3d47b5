import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import type { Attrs, MarkType, Node, NodeType } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import {
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { schema } from "./schema.ts";
import { writeAttributes } from "./write-html.ts";

const { nodes, marks } = schema;

/** Whether the selection stands in such a node. */
export function isIn({ selection }: EditorState, type: NodeType, attrs: Attrs = {}): boolean {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type === type && Object.entries(attrs).every(([name, value]) => node.attrs[name] === value)) return true;
  }
  return false;
}

/** Whether what is chosen, or what would be typed, has such a mark. */
export function hasMark({ selection, storedMarks, doc }: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = selection;
  if (empty) return type.isInSet(storedMarks ?? $from.marks()) !== undefined;
  return doc.rangeHasMark(from, to, type);
}

export const toggle = (type: MarkType): Command => toggleMark(type);

/** A heading, or a paragraph again. */
export const toggleHeading =
  (level: number): Command =>
  (state, dispatch) =>
    isIn(state, nodes.heading, { level })
      ? setBlockType(nodes.paragraph)(state, dispatch)
      : setBlockType(nodes.heading, { level })(state, dispatch);

export const toParagraph: Command = (state, dispatch) => setBlockType(nodes.paragraph)(state, dispatch);

export const toggleQuote: Command = (state, dispatch) =>
  isIn(state, nodes.blockquote) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch);

/** A list; out of it again; or the other kind of list. */
export const toggleList =
  (type: NodeType): Command =>
  (state, dispatch) => {
    if (isIn(state, type)) return liftListItem(nodes.list_item)(state, dispatch);
    const other = type === nodes.bullet_list ? nodes.ordered_list : nodes.bullet_list;
    if (!isIn(state, other)) return wrapInList(type)(state, dispatch && ((tr) => dispatch(withoutParagraphs(tr))));
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth -= 1)
      if ($from.node(depth).type === other) {
        dispatch?.(state.tr.setNodeMarkup($from.before(depth), type));
        return true;
      }
    return false;
  };

/** A list that is made of paragraphs has their texts for its items. */
function withoutParagraphs(tr: Transaction): Transaction {
  const { from, to } = tr.selection;
  tr.doc.nodesBetween(from, to, (node, position, parent) => {
    if (node.type === nodes.paragraph && parent?.type === nodes.list_item && parent.childCount === 1)
      tr.setNodeMarkup(position, nodes.plain, { kept: null });
  });
  return tr;
}

export const insertRule: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hr.create()).scrollIntoView());
  return true;
};

export const insertBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.br.create()).scrollIntoView());
  return true;
};

/** The paragraphs that are chosen read from the right, or from the left again. */
export const toggleDirection: Command = (state, dispatch) => {
  const { from, to } = state.selection;
  const { tr } = state;
  state.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock || !("kept" in node.attrs)) return;
    const attributes: [string, string][] = node.attrs.kept?.attributes ?? [];
    const others = attributes.filter(([name]) => name !== "dir");
    const isRightToLeft = attributes.some(([name, value]) => name === "dir" && value === "rtl");
    const next = isRightToLeft ? others : [["dir", "rtl"], ...others];
    tr.setNodeAttribute(position, "kept", { ...node.attrs.kept, attributes: next });
  });
  dispatch?.(tr);
  return true;
};

/** Whether the paragraph reads from the right because somebody said so. */
export const isRightToLeft = ({ selection }: EditorState): boolean =>
  (selection.$from.parent.attrs.kept?.attributes ?? []).some(
    ([name, value]: [string, string]) => name === "dir" && value === "rtl",
  );

/** A table with a row of headings. */
export const insertTable =
  (rows: number, columns: number): Command =>
  (state, dispatch) => {
    const row = (index: number): Node => {
      const type = index === 0 ? nodes.table_header : nodes.table_cell;
      const attrs = index === 0 ? { kept: { attributes: [["scope", "col"]] } } : null;
      return nodes.table_row.create(
        null,
        Array.from({ length: columns }, () => type.create(attrs, nodes.plain.create())),
      );
    };
    const table = nodes.table.create(
      null,
      Array.from({ length: rows }, (_, index) => row(index)),
    );
    const tr = state.tr.replaceSelectionWith(table);
    const start = tr.mapping.map(state.selection.from, -1);
    dispatch?.(
      tr.setSelection(Selection.near(tr.doc.resolve(Math.min(start + 3, tr.doc.content.size)))).scrollIntoView(),
    );
    return true;
  };

/** A picture as somebody describes it. */
export interface Picture {
  url: string;
  alt: string;
  caption: string;
  width?: string;
  height?: string;
}

/**
 * A picture with its caption where one is, in the place of one that is chosen.
 *
 * @param at where it comes in, whatever is chosen by then
 */
export const insertPicture =
  ({ url, alt, caption, width, height }: Picture, at?: number): Command =>
  (state, dispatch) => {
    const attributes: [string, string][] = [
      ["src", url],
      ["alt", alt],
    ];
    if (width && height) attributes.push(["width", width], ["height", height]);
    const media = nodes.media.create({ html: `<img${writeAttributes(attributes)}>` });
    const { selection } = state;
    if (at === undefined && selection instanceof NodeSelection && selection.node.type === nodes.media) {
      dispatch?.(state.tr.replaceSelectionWith(media));
      return true;
    }
    const text = caption === "" ? [] : [nodes.caption.create(null, schema.text(caption))];
    const figure = nodes.figure.create(null, [media, ...text]);
    if (at === undefined) dispatch?.(state.tr.replaceSelectionWith(figure).scrollIntoView());
    else dispatch?.(state.tr.replaceRangeWith(at, at, figure));
    return true;
  };

/** What the cursor stands in of a link. */
export interface LinkAt {
  from: number;
  to: number;
  href: string;
}

/** The whole link that the selection stands in, or what is chosen. */
export function linkAt({ selection, doc }: EditorState): LinkAt {
  const { $from, from, to } = selection;
  const mark =
    marks.link.isInSet($from.marks()) ?? ($from.nodeAfter ? marks.link.isInSet($from.nodeAfter.marks) : undefined);
  if (!mark) return { from, to, href: "" };
  const start = $from.start();
  let [first, last] = [from, to];
  $from.parent.forEach((child, offset) => {
    if (!mark.isInSet(child.marks)) return;
    const [begin, end] = [start + offset, start + offset + child.nodeSize];
    if (begin <= from && end >= from) [first, last] = [Math.min(first, begin), Math.max(last, end)];
  });
  const href = (mark.attrs.attributes ?? []).find(([name]: [string]) => name === "href")?.[1] ?? "";
  return { from: first, to: Math.min(last, doc.content.size), href };
}

/** Makes what is chosen a link, gives a link another address, or takes it away where that is empty. */
export function setLink(view: EditorView, { from, to }: LinkAt, href: string): void {
  const { state } = view;
  const { tr } = state;
  const mark = marks.link.create({ attributes: [["href", href]] });
  if (href === "") tr.removeMark(from, to, marks.link);
  else if (from === to) tr.insert(from, schema.text(href, [mark]));
  else tr.removeMark(from, to, marks.link).addMark(from, to, mark);
  if (!tr.selection.empty) tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(to))));
  view.dispatch(tr);
}
