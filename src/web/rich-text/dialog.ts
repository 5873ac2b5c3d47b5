import { make } from "./element.ts";

interface Dialog {
  title: string;
  content: HTMLElement[];
  /** What the button says that does it. */
  does: string;
  /** Absent: there is nothing to do but to close it. */
  onDo?(): void;
  /** More buttons, which close it as well. */
  others?: { text: string; onClick(): void }[];
  onClose(): void;
}

/** A small dialog over the page. Escape closes it; Enter in a field does what it is for. */
export function openDialog({ title, content, does, onDo, others = [], onClose }: Dialog): void {
  const heading = make("h2", { id: "dialog-title" }, title);
  const dialog = make("dialog", { className: "editor-dialog", aria: { labelledby: heading.id } });
  const close = () => dialog.close();
  const perform = make("button", { type: "submit" }, does);
  const more = others.map(({ text, onClick }) => {
    const button = make("button", { type: "button", className: "quiet" }, text);
    button.addEventListener("click", () => {
      onClick();
      close();
    });
    return button;
  });
  const cancel = make("button", { type: "button", className: "quiet" }, "Cancel");
  cancel.addEventListener("click", close);
  const form = make(
    "form",
    {},
    heading,
    ...content,
    make("div", { className: "doings" }, perform, ...more, ...(onDo ? [cancel] : [])),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    onDo?.();
    close();
  });
  dialog.append(form);
  dialog.addEventListener("close", () => {
    dialog.remove();
    onClose();
  });
  // Outside of the story's own form: forms are not in forms.
  document.body.append(dialog);
  dialog.showModal();
}
