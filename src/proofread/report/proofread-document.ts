import type { Finding } from "../finding.ts";

/** A document that was proofread, as reports speak of it. */
export interface ProofreadDocument {
  /** A URL or the name of a file. */
  name: string;
  findings: Finding[];
  /** How often each rule was broken, where only some of its findings are told. */
  counts?: ReadonlyMap<string, number>;
  /** Why it could not be read, or not all of it. */
  troubles?: readonly string[];
}
