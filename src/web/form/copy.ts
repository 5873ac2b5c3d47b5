import { announce } from "./announce.ts";

/** How long a button says that it has copied. Milliseconds. */
const SAID = 2_000;

/** A button that copies what an element says, or a field's value. */
export function startCopy(button: HTMLButtonElement): void {
  const own = button.textContent ?? "";
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.querySelector(button.dataset.copy ?? "");
    if (!source) return;
    const isField = source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement;
    try {
      await navigator.clipboard.writeText(isField ? source.value : (source.textContent ?? "").trim());
    } catch {
      // Where a browser does not let us, one copies by hand what is chosen already.
      if (isField) source.select();
      else getSelection()?.selectAllChildren(source);
      announce("Press Ctrl+C to copy");
      return;
    }
    button.textContent = "Copied";
    announce("Copied");
    setTimeout(() => {
      button.textContent = own;
    }, SAID);
  });
}
