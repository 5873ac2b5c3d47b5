import type { Trouble } from "../service/store-fault.ts";

/**
 * What D1 says where it is not the statement's fault. The sentences are those of developers.cloudflare.com/d1/observability/debug-d1
 * ("Error list") and of its limits; SQLite's own results stand at the end of a message, by name. The first that fits holds.
 */
const SAID: [RegExp, Trouble][] = [
  [/\bSQLITE_(?:CORRUPT|NOTADB)\b|database disk image is malformed/, "damaged"],
  [/\bSQLITE_FULL\b|exceeded maximum db size|storage limit|database or disk is full/i, "full"],
  [/\bSQLITE_READONLY\b|attempt to write a readonly database/, "read-only"],
  [/\bSQLITE_(?:BUSY|LOCKED)\b|is overloaded|too many requests queued|requests queued for too long/i, "busy"],
  [/exceeded timeout|timed? out|exceeded its CPU time limit/i, "slow"],
  [/\bSQLITE_(?:IOERR|CANTOPEN|NOMEM|INTERRUPT)\b/, "unreachable"],
  [/caused object to be reset|was reset\b|reset because|internal error/i, "unreachable"],
  [/network connection lost|transient issue|client disconnected|cannot resolve D1/i, "unreachable"],
  [/\bdaily\b.*\blimit/i, "unreachable"],
];

/** What a fault of D1's tells of the store; undefined where it is our own: a statement that is wrong, or a constraint. */
export const troubleOfD1 = (error: unknown): Trouble | undefined =>
  SAID.find(([said]) => said.test(String(error)))?.[1];
