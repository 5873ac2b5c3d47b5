import { redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import type { Command, EditorState } from "prosemirror-state";
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  toggleHeaderRow,
} from "prosemirror-tables";
import type { EditorView } from "prosemirror-view";
import {
  hasMark,
  insertRule,
  insertTable,
  isIn,
  isRightToLeft,
  toggle,
  toggleDirection,
  toggleHeading,
  toggleList,
  toggleQuote,
} from "./commands.ts";
import { askLink, askPicture, showShortcuts } from "./dialogs.ts";
import { make } from "./element.ts";
import { schema } from "./schema.ts";
import { SHORTCUTS, spoken } from "./shortcuts.ts";

const { nodes, marks } = schema;

interface Item {
  name: string;
  face: string;
  /** What a click does where it is no command. */
  opens?(view: EditorView): void;
  does?: Command;
  /** Whether it is on; absent: it is no switch. */
  isOn?(state: EditorState): boolean;
}

const GROUPS: Item[][] = [
  [
    { name: "Heading", face: "H2", does: toggleHeading(2), isOn: (state) => isIn(state, nodes.heading, { level: 2 }) },
    {
      name: "Smaller heading",
      face: "H3",
      does: toggleHeading(3),
      isOn: (state) => isIn(state, nodes.heading, { level: 3 }),
    },
    { name: "Quotation", face: "❝", does: toggleQuote, isOn: (state) => isIn(state, nodes.blockquote) },
  ],
  [
    { name: "Bold", face: "B", does: toggle(marks.strong), isOn: (state) => hasMark(state, marks.strong) },
    { name: "Italic", face: "I", does: toggle(marks.em), isOn: (state) => hasMark(state, marks.em) },
    { name: "Struck through", face: "S", does: toggle(marks.strike), isOn: (state) => hasMark(state, marks.strike) },
    { name: "Raised", face: "x²", does: toggle(marks.sup), isOn: (state) => hasMark(state, marks.sup) },
    { name: "Lowered", face: "x₂", does: toggle(marks.sub), isOn: (state) => hasMark(state, marks.sub) },
    { name: "Link", face: "Link", opens: askLink, isOn: (state) => hasMark(state, marks.link) },
  ],
  [
    {
      name: "Bulleted list",
      face: "•—",
      does: toggleList(nodes.bullet_list),
      isOn: (state) => isIn(state, nodes.bullet_list),
    },
    {
      name: "Numbered list",
      face: "1—",
      does: toggleList(nodes.ordered_list),
      isOn: (state) => isIn(state, nodes.ordered_list),
    },
  ],
  [
    { name: "Picture", face: "Picture", opens: askPicture },
    { name: "Table", face: "Table", does: insertTable(3, 3) },
    { name: "Line across", face: "―", does: insertRule },
  ],
  [
    { name: "From right to left", face: "¶←", does: toggleDirection, isOn: isRightToLeft },
    { name: "Undo", face: "↶", does: undo },
    { name: "Redo", face: "↷", does: redo },
    { name: "Keys", face: "?", opens: showShortcuts },
  ],
];

const OF_TABLES: Item[] = [
  { name: "Row below", face: "+ Row", does: addRowAfter },
  { name: "Column beside", face: "+ Column", does: addColumnAfter },
  { name: "Remove this row", face: "− Row", does: deleteRow },
  { name: "Remove this column", face: "− Column", does: deleteColumn },
  { name: "First row has headings", face: "Headings", does: toggleHeaderRow },
  { name: "Remove this table", face: "− Table", does: deleteTable },
];

/** The editor's buttons: one stop of Tab, and arrows go from one to the next (ARIA Authoring Practices, toolbar). */
export interface Toolbar {
  dom: HTMLElement;
  /** Shows what is on where the cursor stands, and what can be done there. */
  update(view: EditorView): void;
  focus(): void;
}

/** @param source the button that shows the HTML, which stands with the others */
export function makeToolbar(editor: () => EditorView | undefined, source: HTMLButtonElement): Toolbar {
  const buttons: { button: HTMLButtonElement; item: Item }[] = [];
  const toButton = (item: Item): HTMLButtonElement => {
    const keys = SHORTCUTS.find(([, does]) => does === item.name)?.[0];
    const button = make("button", { type: "button", title: keys ? `${item.name} (${spoken(keys)})` : item.name });
    // Who listens is told its name alone.
    button.dataset.face = item.face;
    button.setAttribute("aria-label", item.name);
    button.tabIndex = -1;
    // What is chosen in the text stays chosen.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      const view = editor();
      if (!view) return;
      if (item.opens) item.opens(view);
      else {
        item.does?.(view.state, view.dispatch, view);
        view.focus();
      }
    });
    buttons.push({ button, item });
    return button;
  };
  const group = (items: Item[]) => make("div", { className: "tools" }, ...items.map(toButton));
  const table = group(OF_TABLES);
  table.setAttribute("role", "group");
  table.setAttribute("aria-label", "Table");
  table.hidden = true;
  source.tabIndex = -1;
  const dom = make(
    "div",
    { className: "toolbar" },
    ...GROUPS.map(group),
    make("div", { className: "tools" }, source),
    table,
  );
  dom.setAttribute("role", "toolbar");
  dom.setAttribute("aria-label", "Text");

  const stops = (): HTMLButtonElement[] =>
    [...dom.querySelectorAll("button")].filter((button) => !button.disabled && button.offsetParent !== null);
  const stopAt = (button: HTMLButtonElement | undefined) => {
    if (!button) return;
    for (const other of dom.querySelectorAll("button")) other.tabIndex = other === button ? 0 : -1;
  };
  dom.addEventListener("focusin", ({ target }) => target instanceof HTMLButtonElement && stopAt(target));
  dom.addEventListener("keydown", (event) => {
    if (event.key === "Escape") editor()?.focus();
    const next = nextStop(stops(), event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  return {
    dom,
    focus: () => (stops().find(({ tabIndex }) => tabIndex === 0) ?? stops()[0])?.focus(),
    update(view) {
      const { state } = view;
      table.hidden = !isInTable(state);
      for (const { button, item } of buttons) {
        if (item.isOn) button.setAttribute("aria-pressed", String(item.isOn(state)));
        const isSpent =
          (item.does === undo && undoDepth(state) === 0) || (item.does === redo && redoDepth(state) === 0);
        // Not `disabled`, for one that has the focus would lose it.
        button.setAttribute("aria-disabled", String(isSpent));
      }
      if (!stops().some(({ tabIndex }) => tabIndex === 0)) stopAt(stops()[0]);
    },
  };
}

function nextStop(stops: HTMLButtonElement[], key: string): HTMLButtonElement | undefined {
  const index = stops.indexOf(document.activeElement as HTMLButtonElement);
  if (key === "Home") return stops[0];
  if (key === "End") return stops.at(-1);
  const forward = getComputedStyle(document.documentElement).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  return stops.at((index + (key === forward ? 1 : -1)) % stops.length);
}
