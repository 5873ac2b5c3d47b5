import { announce } from "./announce.ts";
import { all } from "./fields.ts";

/** Adds and removes rows of repeated fields where they stand. Without a script the desk does so, with the whole form. */
export function startRows(fieldset: HTMLFieldSetElement): void {
  fieldset.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button || button.closest("[data-rows]") !== fieldset) return;
    if (button.name === "add" && button.value === fieldset.dataset.rows) {
      event.preventDefault();
      const row = addRow(fieldset);
      row?.querySelector<HTMLElement>("input:not([type=hidden]),textarea,select")?.focus();
      announce(`Row ${listRows(fieldset).length} added`);
    }
    const row = button.name === "remove" ? button.closest<HTMLElement>("[data-row]") : null;
    if (row) {
      event.preventDefault();
      removeRow(fieldset, row);
    }
  });
}

/** The rows of a fieldset, in their order. */
export const listRows = (fieldset: HTMLFieldSetElement): HTMLElement[] => all("[data-row]", HTMLElement, fieldset);

/** @returns the new row; undefined where there is no template for one */
export function addRow(fieldset: HTMLFieldSetElement): HTMLElement | undefined {
  const template = fieldset.querySelector<HTMLTemplateElement>("template[data-row-template]");
  if (!template) return undefined;
  const rows = listRows(fieldset);
  const made = template.content.cloneNode(true) as DocumentFragment;
  const row = made.querySelector<HTMLElement>("[data-row]") ?? (made.firstElementChild as HTMLElement | null);
  const last = rows.at(-1);
  if (last) last.after(made);
  else template.before(made);
  number(fieldset);
  changed(fieldset);
  return row ?? undefined;
}

function removeRow(fieldset: HTMLFieldSetElement, row: HTMLElement): void {
  const rows = listRows(fieldset);
  const index = rows.indexOf(row);
  row.remove();
  number(fieldset);
  const next = rows[index + 1] ?? rows[index - 1];
  const focus =
    next?.querySelector<HTMLElement>("button[name=remove]") ?? fieldset.querySelector<HTMLElement>("button[name=add]");
  focus?.focus();
  announce(`Row ${index + 1} removed`);
  changed(fieldset);
}

/** As many rows as fields of these names need, and no more: a row that is not among them was removed. */
export function makeRoom(form: HTMLFormElement, fields: [name: string, value: string][]): void {
  for (const fieldset of all("[data-rows]", HTMLFieldSetElement, form)) {
    const pattern = new RegExp(`^${escaped(fieldset.dataset.rows ?? "")}\\.(\\d+)\\.`);
    const needed = Math.max(0, ...fields.map(([name]) => Number(pattern.exec(name)?.[1] ?? -1) + 1));
    while (listRows(fieldset).length < needed && addRow(fieldset));
    for (const row of listRows(fieldset).slice(needed)) row.remove();
  }
}

/** Where a row's number stands. */
const NUMBERED = ["name", "id", "for", "value", "list", "aria-labelledby", "aria-describedby", "data-upload-row"];

/** The rows' names count on from 0, whichever was removed. */
function number(fieldset: HTMLFieldSetElement): void {
  const name = fieldset.dataset.rows ?? "";
  const pattern = new RegExp(`\\b${escaped(name)}([.-])(?:\\d+|__)(?=$|[.-])`);
  for (const [index, row] of listRows(fieldset).entries())
    for (const element of [row, ...row.querySelectorAll("*")])
      for (const attribute of NUMBERED) {
        const value = element.getAttribute(attribute);
        // A field's own value is nobody's name.
        if (value === null || (attribute === "value" && !(element instanceof HTMLButtonElement))) continue;
        if (pattern.test(value)) element.setAttribute(attribute, value.replace(pattern, `${name}$1${index}`));
      }
}

const changed = (fieldset: HTMLFieldSetElement): void =>
  void fieldset.dispatchEvent(new Event("input", { bubbles: true }));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
