import { clockTime, refill, sentFields } from "./fields.ts";
import { findKeptText, forgetText, type KeptText, saysTheSame } from "./kept-text.ts";
import { makeRoom } from "./rows.ts";

/** Offers again what was kept of a draft in this browser and never reached the desk. */
export function offerKept(form: HTMLFormElement): void {
  const address = form.dataset.draft;
  const kept = address ? findKeptText(address) : null;
  if (!address || !kept) return;
  if (saysTheSame(sentFields(form), kept)) {
    forgetText(address);
    return;
  }
  const offer = document.createElement("div");
  offer.className = "note";
  offer.setAttribute("role", "status");
  const put = button("Put it into the form", () => {
    makeRoom(form, kept.fields);
    refill(form, kept.fields);
    offer.remove();
  });
  const drop = button("Discard it", () => {
    forgetText(address);
    offer.remove();
  });
  offer.append(paragraph(kept), put, " ", drop);
  form.before(offer);
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
