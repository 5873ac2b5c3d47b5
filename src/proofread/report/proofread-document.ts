import type { Finding } from "../finding.ts";

/** A document that was proofread, as reports speak of it. */
export interface ProofreadDocument {
  /** A URL or the name of a file. */
  name: string;
  findings: Finding[];
}
