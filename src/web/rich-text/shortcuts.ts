import { chainCommands, exitCode } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { liftListItem, sinkListItem } from "prosemirror-schema-list";
import type { Command } from "prosemirror-state";
import { insertBreak, toggle, toggleHeading, toggleList, toggleQuote, toParagraph } from "./commands.ts";
import { schema } from "./schema.ts";

const { nodes, marks } = schema;

/** What keys do beside those of every text field. */
export const SHORTCUTS: [keys: string, does: string, command: Command][] = [
  ["Mod-b", "Bold", toggle(marks.strong)],
  ["Mod-i", "Italic", toggle(marks.em)],
  ["Mod-Alt-0", "Paragraph", toParagraph],
  ["Mod-Alt-2", "Heading", toggleHeading(2)],
  ["Mod-Alt-3", "Smaller heading", toggleHeading(3)],
  ["Mod-Shift-8", "Bulleted list", toggleList(nodes.bullet_list)],
  ["Mod-Shift-7", "Numbered list", toggleList(nodes.ordered_list)],
  ["Mod-Shift-9", "Quotation", toggleQuote],
  ["Mod-]", "List item further in", sinkListItem(nodes.list_item)],
  ["Mod-[", "List item further out", liftListItem(nodes.list_item)],
  ["Shift-Enter", "New line, same paragraph", chainCommands(exitCode, insertBreak)],
  ["Mod-z", "Undo", undo],
  ["Mod-Shift-z", "Redo", redo],
];

/** Keys as a person reads them. */
export const spoken = (keys: string): string =>
  keys
    .replace("Mod", /Mac|iP(?:hone|ad)/.test(navigator.userAgent) ? "⌘" : "Ctrl")
    .split("-")
    .map((key) => (key.length === 1 ? key.toUpperCase() : key))
    .join("+");
