import { baseKeymap } from "prosemirror-commands";
import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history, redo } from "prosemirror-history";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { splitListItem } from "prosemirror-schema-list";
import { type Command, Plugin } from "prosemirror-state";
import { goToNextCell, tableEditing } from "prosemirror-tables";
import { schema } from "./schema.ts";
import { SHORTCUTS } from "./shortcuts.ts";

const { nodes } = schema;

/** What the editor is made of. */
export const plugins = (more: Record<string, Command>): Plugin[] => [
  inputRules({
    rules: [
      textblockTypeInputRule(/^(#{2,3})\s$/, nodes.heading, ([, hashes = ""]) => ({ level: hashes.length })),
      wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
      wrappingInputRule(/^1\.\s$/, nodes.ordered_list),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    ],
  }),
  keymap(more),
  keymap({
    ...Object.fromEntries(SHORTCUTS.map(([keys, , command]) => [keys, command])),
    "Mod-y": redo,
    Enter: splitListItem(nodes.list_item),
    // From the last cell, and anywhere else, it leaves the text, as Tab does everywhere.
    Tab: goToNextCell(1),
    "Shift-Tab": goToNextCell(-1),
  }),
  keymap(baseKeymap),
  history(),
  dropCursor(),
  gapCursor(),
  tableEditing(),
  paragraphs,
];

/** Texts that one wrote or moved to where a paragraph belongs are paragraphs, and an item of a list is none. Those that were read without one stay as they are. */
const paragraphs = new Plugin({
  appendTransaction(transactions, _, { doc, tr }) {
    if (!transactions.some(({ docChanged }) => docChanged)) return null;
    doc.descendants((node, position, parent) => {
      const isNewItem = node.type === nodes.paragraph && node.attrs.kept === null && parent?.type === nodes.list_item;
      if (isNewItem && parent.childCount === 1) tr.setNodeMarkup(position, nodes.plain);
      if (node.type !== nodes.plain) return !node.isTextblock;
      const isFree = parent?.type === nodes.doc || parent?.type === nodes.blockquote || parent?.type === nodes.box;
      if (isFree && !node.attrs.loose && parent.attrs.tag !== "dd")
        tr.setNodeMarkup(position, nodes.paragraph, { kept: null });
      return false;
    });
    return tr.docChanged ? tr : null;
  },
});
