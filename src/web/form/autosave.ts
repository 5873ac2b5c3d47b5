import { afterPause, all, clockTime, sentFields } from "./fields.ts";
import { forgetText, keepText, noteSent, ownKey } from "./kept-text.ts";
import { offerKept } from "./offer-kept.ts";

/** From the last key that is pressed. Milliseconds. */
const PAUSE = 1_500;
/** After a save that nobody answered. Milliseconds. */
const RETRY = 10_000;
/** For an answer: whoever presses a button meanwhile waits no longer. Milliseconds. */
const PATIENCE = 20_000;

/** What became of a save. */
type Saved =
  | { status: "saved"; version: string; at: Date }
  | { status: "conflict" }
  | { status: "signed out"; url: string }
  | { status: "refused"; why: string }
  | { status: "unreachable"; why: string };

/** Saves the form of a draft while it is written, and keeps it in this browser where the desk does not take it. */
export function startAutosave(form: HTMLFormElement): void {
  const address = form.dataset.draft;
  if (!address) return;
  const say = teller(form);
  let isChanged = false;
  /** The save that is under way. */
  let saving: Promise<void> | undefined;
  let isSignedOut = false;
  /** What was kept by another page and stands in this form now. */
  let adopted: string | undefined;
  /** Somebody else has saved this draft: a person decides now. */
  let isOver = false;

  function save(): void {
    if (saving || !isChanged || isOver) return;
    isChanged = false;
    say("Saving …");
    const key = adopted;
    saving = send(form, address ?? "").then((saved) => {
      saving = undefined;
      if (saved.status !== "saved") fail(saved);
      else settle(saved, key);
    });
  }

  /** @param key what was put into the form before it was sent */
  function settle({ version, at }: Extract<Saved, { status: "saved" }>, key: string | undefined): void {
    // Not the story's form alone: whoever discards the draft has seen this version, too.
    for (const field of all("input[name=draft_version]", HTMLInputElement)) field.value = version;
    if (key !== undefined) forgetText(key);
    if (key === adopted) adopted = undefined;
    if (isChanged) {
      save();
      return;
    }
    forgetText(ownKey(address ?? ""));
    delete form.dataset.unsaved;
    say(`Saved at ${clockTime(at)}`);
  }

  function fail(outcome: Exclude<Saved, { status: "saved" }>): void {
    isChanged = true;
    const isKept = keepText(address ?? "", sentFields(form), new Date());
    const kept = isKept ? "Your text is kept in this browser." : "Copy your text before you close this page.";
    if (outcome.status === "conflict") {
      isOver = true;
      say(`Somebody else has saved this draft. ${kept}`, compareButton(form));
    } else if (outcome.status === "signed out") {
      isSignedOut = true;
      say(`Your session has ended. ${kept}`, signInLink(outcome.url));
    } else if (outcome.status === "refused") say(`Not saved: ${outcome.why} ${kept}`);
    else say(`${outcome.why} ${kept} The desk is tried again.`);
    // Nobody signs in by waiting: what is kept waits for whoever does.
    if (outcome.status === "unreachable" || (outcome.status === "signed out" && !isKept)) retry.ask();
  }

  /** Nothing is saved any more: a form that is sent says it all, or throws it away. */
  function stop(): void {
    soon.drop();
    retry.drop();
    isChanged = false;
    delete form.dataset.unsaved;
  }

  /** Sends a form once the save is done that is under way: it would be refused as older than that. */
  function sendLater(event: SubmitEvent, sent: HTMLFormElement): void {
    event.preventDefault();
    void saving?.then(() => sent.requestSubmit(event.submitter));
  }

  const soon = afterPause(PAUSE, save);
  const retry = afterPause(RETRY, save);
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "file") return;
    isChanged = true;
    form.dataset.unsaved = "";
    soon.ask();
  });
  form.addEventListener("submit", (event) => {
    if (saving) {
      sendLater(event, form);
      return;
    }
    // It may not arrive, or not be taken: what it says is kept until a page says that it was.
    if (keepText(address, sentFields(form), new Date())) noteSent([ownKey(address), ...(adopted ? [adopted] : [])]);
    stop();
  });
  const discard = new URL("discard", new URL(address, location.href)).href;
  for (const other of all("form", HTMLFormElement).filter(({ action }) => action === discard))
    other.addEventListener("submit", (event) => {
      if (saving) sendLater(event, other);
      else if (isChanged && !confirm("What is not saved yet is thrown away, too. Discard it all?"))
        event.preventDefault();
      else {
        // A save as the page goes would make a draft again of what was thrown away.
        stop();
        forgetText(ownKey(address));
      }
    });
  addEventListener("online", save);
  // A hidden page may never be shown again: what happens now is the last that it can do.
  document.addEventListener("visibilitychange", async () => {
    if (document.visibilityState === "visible" && isSignedOut && (await takeToken(address))) {
      isSignedOut = false;
      save();
    } else if (document.visibilityState === "hidden" && isChanged && !isOver) {
      keepText(address, sentFields(form), new Date());
      soon.drop();
      save();
    }
  });
  addEventListener("pagehide", () => {
    if (isChanged) keepText(address, sentFields(form), new Date());
  });
  offerKept(form, (key) => {
    adopted = key;
  });
}

/** Takes the token of a new session, that began in another tab, into all forms of this page. */
async function takeToken(address: string): Promise<boolean> {
  try {
    const answer = await fetch(new URL(address, location.href).pathname.replace(/\/[^/]*$/, ""));
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector<HTMLInputElement>("form[data-draft] input[name=form_token]")?.value;
    if (!token) return false;
    for (const field of all("input[name=form_token]", HTMLInputElement)) field.value = token;
    return true;
  } catch {
    return false;
  }
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
      signal: AbortSignal.timeout(PATIENCE),
    });
    // Whoever is signed out may be sent to the sign-in.
    if (answer.redirected) return { status: "signed out", url: answer.url };
    return told(answer.status, await answer.json().catch(() => ({})));
  } catch {
    return { status: "unreachable", why: "No connection." };
  }
}

function told(status: number, answer: Record<string, unknown>): Saved {
  if (status === 200)
    return { status: "saved", version: String(answer.version), at: new Date(String(answer.saved_at)) };
  if (status === 409 && answer.conflict) return { status: "conflict" };
  if (status === 401) return { status: "signed out", url: String(answer.sign_in ?? ".") };
  if (status === 429 || status >= 500) return { status: "unreachable", why: "The desk cannot save it now." };
  return { status: "refused", why: String(answer.detail ?? answer.title ?? `the desk answered ${status}.`) };
}

/** What writes into a form's line of status. */
function teller(form: HTMLFormElement): (text: string, more?: HTMLElement) => void {
  const line = form.querySelector("[data-draft-status]") ?? document.querySelector("[data-draft-status]");
  return (text, more) => line?.replaceChildren(text, ...(more ? [" ", more] : []));
}

/** Sends the form as it is: the desk answers with both texts, and asks what stays. */
function compareButton(form: HTMLFormElement): HTMLButtonElement {
  const button = Object.assign(document.createElement("button"), { type: "submit", textContent: "Compare the two" });
  if (form.id) button.setAttribute("form", form.id);
  return button;
}

const signInLink = (href: string): HTMLAnchorElement =>
  Object.assign(document.createElement("a"), { href, textContent: "Sign in in another tab", target: "_blank" });
