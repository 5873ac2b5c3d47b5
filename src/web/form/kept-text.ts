/** A form as it stood, kept in this browser because the desk did not take it. */
export interface KeptText {
  fields: [name: string, value: string][];
  /** When it was kept. ISO 8601. */
  at: string;
}

/** What is of a session or a version, and of no use later. */
const PASSING = new Set(["form_token", "draft_version"]);

/** A browser may refuse to keep anything: then nothing is kept, and the page says only what it knows. */
export function keepText(address: string, fields: KeptText["fields"], at: Date): boolean {
  const kept: KeptText = { fields: fields.filter(([name]) => !PASSING.has(name)), at: at.toISOString() };
  try {
    localStorage.setItem(keyOf(address), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** @returns null where nothing is kept of that draft */
export function findKeptText(address: string): KeptText | null {
  try {
    const text = localStorage.getItem(keyOf(address));
    return text === null ? null : (JSON.parse(text) as KeptText);
  } catch {
    return null;
  }
}

export function forgetText(address: string): void {
  try {
    localStorage.removeItem(keyOf(address));
  } catch {
    // Nothing was kept, either.
  }
}

/** Whether a form says the same as what was kept of it. */
export const saysTheSame = (fields: KeptText["fields"], kept: KeptText): boolean =>
  JSON.stringify(fields.filter(([name]) => !PASSING.has(name))) === JSON.stringify(kept.fields);

const keyOf = (address: string): string => `wireproof draft ${new URL(address, location.href).pathname}`;
