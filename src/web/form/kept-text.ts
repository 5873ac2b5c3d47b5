/** A form as it stood, kept in this browser because the desk did not take it. */
export interface KeptText {
  /** With the version of the draft that it was written on: put back, it is compared with what was saved since. */
  fields: [name: string, value: string][];
  /** When it was kept. ISO 8601. */
  at: string;
}

/** What is of a session, and nobody's to keep. */
const SECRET = "form_token";
/** What is of a version, and says nothing of the story. */
const VERSION = "draft_version";

/** Each page keeps under a key of its own, and forgets no more than that: what another page has kept, a person decides on. */
const PAGE = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

/** A browser may refuse to keep anything: then nothing is kept, and the page says only what it knows. */
export function keepText(address: string, fields: KeptText["fields"], at: Date): boolean {
  const kept: KeptText = { fields: fields.filter(([name]) => name !== SECRET), at: at.toISOString() };
  try {
    localStorage.setItem(ownKey(address), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** All that is kept of a draft, whichever page kept it, by its key; the newest first. */
export function findKeptTexts(address: string): [key: string, kept: KeptText][] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key === keyOf(address) || key.startsWith(`${keyOf(address)} `))
      .map((key): [string, KeptText] => [key, JSON.parse(localStorage.getItem(key) ?? "")])
      .sort(([, one], [, other]) => other.at.localeCompare(one.at));
  } catch {
    return [];
  }
}

export function forgetText(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept, either.
  }
}

/** What this page keeps of a draft. */
export const ownKey = (address: string): string => `${keyOf(address)} ${PAGE}`;

/** Whether a form says the same as what was kept of it. */
export const saysTheSame = (fields: KeptText["fields"], kept: KeptText): boolean =>
  JSON.stringify(ofStory(fields)) === JSON.stringify(ofStory(kept.fields));

/** The keys of what a form was sent with, for the next page of this window. */
const SENT = "wireproof sent";

/** Remembers that a form is on its way. What it says stays kept, under these keys, until a page says that the desk has it. */
export function noteSent(keys: string[]): void {
  try {
    sessionStorage.setItem(SENT, JSON.stringify(keys));
  } catch {
    // Then it is offered once more: too much, but never too little.
  }
}

/** Forgets what was sent, once the desk has led to a page that says what was done with it. An error's page says nothing of the kind. */
export function forgetSent(): void {
  const done = new URLSearchParams(location.search).get("done");
  const [arrival] = performance.getEntriesByType("navigation");
  const isLedHere = arrival instanceof PerformanceNavigationTiming && arrival.type === "navigate";
  // `moved`: nothing was done.
  if (done === null || done === "moved" || !isLedHere) return;
  try {
    const keys: string[] = JSON.parse(sessionStorage.getItem(SENT) ?? "[]");
    sessionStorage.removeItem(SENT);
    for (const key of keys) forgetText(key);
  } catch {
    // Nothing was noted, either.
  }
}

const ofStory = (fields: KeptText["fields"]): KeptText["fields"] =>
  fields.filter(([name]) => name !== SECRET && name !== VERSION);

const keyOf = (address: string): string => `wireproof draft ${new URL(address, location.href).pathname}`;
