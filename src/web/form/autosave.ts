import { afterPause, clockTime, sentFields } from "./fields.ts";
import { forgetText, keepText } from "./kept-text.ts";

/** From the last key that is pressed. Milliseconds. */
const PAUSE = 1_500;
/** After a save that nobody answered. Milliseconds. */
const RETRY = 10_000;

/** What became of a save. */
type Saved =
  | { status: "saved"; version: string; at: Date }
  | { status: "conflict"; url: string }
  | { status: "signed out"; url: string }
  | { status: "refused"; why: string }
  | { status: "unreachable" };

/** Saves the form of a draft while it is written, and keeps it in this browser where the desk does not take it. */
export function startAutosave(form: HTMLFormElement): void {
  const address = form.dataset.draft;
  if (!address) return;
  const say = teller(form);
  let isChanged = false;
  let isSaving = false;
  /** Somebody else has saved this draft: a person decides now. */
  let isOver = false;

  async function save(): Promise<void> {
    if (isSaving || !isChanged || isOver) return;
    isSaving = true;
    isChanged = false;
    say("Saving …");
    const saved = await send(form, address ?? "");
    isSaving = false;
    if (saved.status === "saved") settle(saved);
    else fail(saved);
  }

  function settle({ version, at }: Extract<Saved, { status: "saved" }>): void {
    const field = form.elements.namedItem("draft_version");
    if (field instanceof HTMLInputElement) field.value = version;
    if (isChanged) {
      void save();
      return;
    }
    forgetText(address ?? "");
    delete form.dataset.unsaved;
    say(`Saved at ${clockTime(at)}`);
  }

  function fail(outcome: Exclude<Saved, { status: "saved" }>): void {
    isChanged = true;
    const isKept = keepText(address ?? "", sentFields(form), new Date());
    const kept = isKept ? "Your text is kept in this browser." : "Copy your text before you close this page.";
    if (outcome.status === "conflict") {
      isOver = true;
      say(`Somebody else has saved this draft. ${kept}`, { href: outcome.url, text: "Compare the two" });
    } else if (outcome.status === "signed out")
      say(`Your session has ended. ${kept}`, { href: outcome.url, text: "Sign in in another tab" });
    else if (outcome.status === "refused") say(`Not saved: ${outcome.why} ${kept}`);
    else say(`No connection. ${kept} The desk is tried again.`);
    if (outcome.status === "unreachable" || outcome.status === "signed out") retry.ask();
  }

  const soon = afterPause(PAUSE, () => void save());
  const retry = afterPause(RETRY, () => void save());
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "file") return;
    isChanged = true;
    form.dataset.unsaved = "";
    soon.ask();
  });
  form.addEventListener("submit", () => {
    soon.drop();
    retry.drop();
    isChanged = false;
    delete form.dataset.unsaved;
  });
  addEventListener("online", () => void save());
  // A hidden page may never be shown again: what happens now is the last that it can do.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && isChanged && !isOver) {
      keepText(address, sentFields(form), new Date());
      soon.drop();
      void save();
    }
  });
  addEventListener("pagehide", () => {
    if (isChanged) keepText(address, sentFields(form), new Date());
  });
}

/** Asks for it to be taken even when the page goes: browsers let bodies of at most 64 KiB outlive it. */
const MAX_OUTLIVING = 60_000;

async function send(form: HTMLFormElement, address: string): Promise<Saved> {
  const body = new URLSearchParams(sentFields(form)).toString();
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body,
      keepalive: body.length <= MAX_OUTLIVING,
    });
    // Whoever is signed out may be sent to the sign-in.
    if (answer.redirected) return { status: "signed out", url: answer.url };
    return told(answer.status, await answer.json().catch(() => ({})));
  } catch {
    return { status: "unreachable" };
  }
}

function told(status: number, answer: Record<string, unknown>): Saved {
  if (status === 200)
    return { status: "saved", version: String(answer.version), at: new Date(String(answer.saved_at)) };
  if (status === 409 && answer.conflict) return { status: "conflict", url: String(answer.conflict) };
  if (status === 401) return { status: "signed out", url: String(answer.sign_in ?? ".") };
  return { status: "refused", why: String(answer.detail ?? answer.title ?? `the desk answered ${status}.`) };
}

/** What writes into a form's line of status. */
function teller(form: HTMLFormElement): (text: string, link?: { href: string; text: string }) => void {
  const line = form.querySelector("[data-draft-status]") ?? document.querySelector("[data-draft-status]");
  return (text, link) => {
    if (!line) return;
    line.replaceChildren(text);
    if (!link) return;
    const anchor = Object.assign(document.createElement("a"), {
      href: link.href,
      textContent: link.text,
      target: "_blank",
    });
    line.append(" ", anchor);
  };
}
