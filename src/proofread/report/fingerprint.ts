import type { Finding } from "../finding.ts";

/** FNV-1a, 32 bits: from where it starts, and by what it is multiplied. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Tells a finding from others, also after lines have moved: of lines it says nothing (SARIF 2.1.0 §3.27.17). */
export function fingerprintOf(document: string, { rule, message }: Finding): string {
  const text = JSON.stringify([document, rule, message]);
  // Twice, with two beginnings: 32 bits are too few for all findings of a large site.
  return [OFFSET, OFFSET ^ text.length].map((start) => hash(text, start).toString(16).padStart(8, "0")).join("");
}

function hash(text: string, start: number): number {
  let value = start;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), PRIME);
  return value >>> 0;
}
