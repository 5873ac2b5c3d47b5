import { afterPause, sentFields } from "./fields.ts";

/** From the last key that is pressed. Milliseconds. */
const PAUSE = 700;

/** Shows, while a story is written, what the desk says of it. */
export function startPreview(section: HTMLElement): void {
  const address = section.dataset.preview;
  const form = section.closest("form") ?? document.querySelector<HTMLFormElement>("form[data-draft]");
  if (!address || !form) return;
  let asked: AbortController | undefined;

  async function show(): Promise<void> {
    if (!form || !address) return;
    asked?.abort();
    asked = new AbortController();
    section.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, {
        method: "POST",
        body: new URLSearchParams(sentFields(form)),
        headers: { accept: "text/html" },
        signal: asked.signal,
      });
      // An error's page is no preview. Whoever is signed out learns of it where the draft is saved.
      if (answer.ok && !answer.redirected) replaceWith(section, await answer.text());
      section.removeAttribute("aria-busy");
    } catch {
      // Asked anew meanwhile, or no connection: what is shown is older than what is written.
    }
  }

  const soon = afterPause(PAUSE, () => void show());
  form.addEventListener("input", () => soon.ask());
}

/** What one has opened in it stays open, and where one has scrolled to stays in view. */
function replaceWith(section: HTMLElement, html: string): void {
  const template = document.createElement("template");
  template.innerHTML = html;
  const open = [...section.querySelectorAll("details")].map((details) => details.open);
  const { scrollTop } = section;
  for (const [index, details] of [...template.content.querySelectorAll("details")].entries())
    details.open = open[index] ?? details.open;
  section.replaceChildren(template.content);
  section.scrollTop = scrollTop;
}
