// The script of `/api`: it shows what needs it, and sends what is tried.
import { tryOut } from "./reference/try-out.ts";

const token = document.querySelector<HTMLInputElement>("#token");

for (const hidden of document.querySelectorAll<HTMLElement>("[data-try],[data-token]")) hidden.hidden = false;

// On a phone the list of all operations would stand before everything else.
const contents = document.querySelector<HTMLDetailsElement>("[data-fold-on-phones]");
if (contents && !matchMedia("(min-width: 64rem)").matches) contents.open = false;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  event.preventDefault();
  if (form.dataset.path !== undefined) void tryOut(form, token?.value.trim() ?? "");
});
