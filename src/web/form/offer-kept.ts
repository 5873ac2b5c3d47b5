import { all, clockTime, refill, sentFields } from "./fields.ts";
import { findKeptTexts, forgetText, type KeptText, saysTheSame } from "./kept-text.ts";
import { byPartner } from "./partner-rows.ts";
import { makeRoom } from "./rows.ts";

/**
 * Offers again what was kept of a draft in this browser and never reached the desk: all of it, whichever page kept it.
 *
 * @param adopt hears the key of what stands in the form now: it may be forgotten once that is saved
 */
export function offerKept(form: HTMLFormElement, adopt: (key: string) => void): void {
  const now = sentFields(form);
  for (const [key, kept] of findKeptTexts(form.dataset.draft ?? ""))
    if (saysTheSame(now, kept)) forgetText(key);
    else offer(form, key, kept, adopt);
}

function offer(form: HTMLFormElement, key: string, kept: KeptText, adopt: (key: string) => void): void {
  const note = document.createElement("div");
  note.className = "note";
  note.setAttribute("role", "status");
  const put = button("Put it into the form", () => {
    const fields = byPartner(form, kept.fields);
    // Sent as the version that it was written on, so that what was saved since is compared and not overwritten.
    const version = fields.find(([name]) => name === "draft_version")?.[1];
    for (const field of all("input[name=draft_version]", HTMLInputElement, form)) field.value = version ?? "0";
    makeRoom(form, fields);
    refill(form, fields);
    adopt(key);
    note.remove();
  });
  const drop = button("Discard it", () => {
    forgetText(key);
    note.remove();
  });
  note.append(paragraph(kept), put, " ", drop);
  form.before(note);
}

function paragraph({ at }: KeptText): HTMLParagraphElement {
  const time = new Date(at);
  const isToday = time.toDateString() === new Date().toDateString();
  const when = isToday ? `at ${clockTime(time)}` : `on ${time.toLocaleDateString()} at ${clockTime(time)}`;
  return Object.assign(document.createElement("p"), {
    textContent: `This browser has a text of this story that the desk did not take ${when}.`,
  });
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  made.addEventListener("click", onClick);
  return made;
}
