/** A form's fields, without files, as they would be sent. */
export const sentFields = (form: HTMLFormElement): [name: string, value: string][] =>
  [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );

/** What tells a rich text's field, by script, that its value is another now. */
export const REFILLED = "refilled";

/**
 * Puts values into a form's fields, and says so to who follows them. Fields that are not there are left out. What is not ticked is
 * not sent, so that a tick without a value is taken away.
 */
export function refill(form: HTMLFormElement, values: [name: string, value: string][]): void {
  const byName = Map.groupBy(values, ([name]) => name);
  for (const field of form.elements) {
    if (!isField(field) || field.name === "" || field.type === "hidden" || field.type === "file") continue;
    const all = byName.get(field.name)?.map(([, value]) => value);
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio"))
      field.checked = all?.includes(field.value) ?? false;
    else if (all) field.value = all[0] ?? "";
    else continue;
    field.dispatchEvent(new Event(REFILLED));
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

/** Every element of a page that a selector finds, of a kind. */
export const all = <E extends Element>(selector: string, kind: new () => E, root: ParentNode = document): E[] =>
  [...root.querySelectorAll(selector)].flatMap((element) => (element instanceof kind ? [element] : []));

/** Runs what is asked for once nothing more has been asked for a while. Milliseconds. */
export function afterPause(pause: number, run: () => void): { ask(): void; drop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drop = () => clearTimeout(timer);
  return {
    drop,
    ask() {
      drop();
      timer = setTimeout(run, pause);
    },
  };
}

/** A time of today, as a clock has it. */
export const clockTime = (time: Date): string => time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
