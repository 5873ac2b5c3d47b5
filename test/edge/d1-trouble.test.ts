import { describe, expect, it } from "vitest";
import { troubleOfD1 } from "../../src/edge/d1-trouble.ts";

describe("what D1 says of the store", () => {
  // developers.cloudflare.com/d1/observability/debug-d1, "List of D1_ERRORs"
  it.each([
    ["D1_ERROR: D1 DB reset because its code was updated.", "unreachable"],
    ["D1_ERROR: Internal error while starting up D1 DB storage caused object to be reset.", "unreachable"],
    ["D1_ERROR: Network connection lost.", "unreachable"],
    ["D1_ERROR: Internal error in D1 DB storage caused object to be reset.", "unreachable"],
    ["D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.", "unreachable"],
    ["D1_ERROR: Can't read from request stream because client disconnected.", "unreachable"],
    ["D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.", "slow"],
    ["D1_ERROR: D1 DB is overloaded. Requests queued for too long.", "busy"],
    ["D1_ERROR: D1 DB is overloaded. Too many requests queued.", "busy"],
    ["D1_ERROR: D1 DB's isolate exceeded its memory limit and was reset.", "unreachable"],
    ["D1_ERROR: D1 DB exceeded its CPU time limit and was reset.", "slow"],
    ["D1_ERROR: Exceeded maximum DB size", "full"],
    ["D1_ERROR: database or disk is full: SQLITE_FULL", "full"],
    ["D1_ERROR: database is locked: SQLITE_BUSY", "busy"],
    ["D1_ERROR: database disk image is malformed: SQLITE_CORRUPT", "damaged"],
    ["D1_ERROR: disk I/O error: SQLITE_IOERR", "unreachable"],
    ["internal error; reference = 0123456789abcdef", "unreachable"],
  ])("%s: %s", (message, trouble) => expect(troubleOfD1(new Error(message))).toBe(trouble));

  it.each([
    'D1_ERROR: near "selec": syntax error at offset 0: SQLITE_ERROR',
    "D1_ERROR: no such table: nowhere: SQLITE_ERROR",
    "D1_ERROR: no such column: q at offset 7: SQLITE_ERROR",
    "D1_ERROR: UNIQUE constraint failed: article.id: SQLITE_CONSTRAINT",
    "D1_ERROR: string or blob too big: SQLITE_TOOBIG",
    "D1_ERROR: Wrong number of parameter bindings for SQL query.",
    "D1_TYPE_ERROR: Type 'undefined' not supported for value 'undefined'",
    "TypeError: x is not a function",
  ])("%s: that is ours", (message) => expect(troubleOfD1(new Error(message))).toBeUndefined());
});
