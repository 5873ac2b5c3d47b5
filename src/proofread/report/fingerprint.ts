import { digestOf } from "../digest.ts";
import type { Finding } from "../finding.ts";

/** Tells a finding from others, also after lines have moved: of lines it says nothing (SARIF 2.1.0 §3.27.17). */
export const fingerprintOf = (document: string, { rule, message }: Finding): string =>
  digestOf(JSON.stringify([document, rule, message]));
