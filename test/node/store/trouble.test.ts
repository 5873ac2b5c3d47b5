import { describe, expect, it } from "vitest";
import { errcodeOf, moved, toStoreFault, troubleOf } from "../../../src/node/store/trouble.ts";
import { StoreFault } from "../../../src/service/store-fault.ts";

const failed = (errcode: number) => Object.assign(new Error("disk I/O error"), { errcode });

describe("a result of SQLite's (https://sqlite.org/rescode.html)", () => {
  it.each([
    ["BUSY", 5, "busy"],
    ["BUSY_RECOVERY", 261, "busy"],
    ["LOCKED", 6, "busy"],
    ["READONLY", 8, "read-only"],
    ["IOERR_READ", 266, "unreachable"],
    ["IOERR_WRITE", 778, "read-only"],
    ["IOERR_FSYNC", 1034, "read-only"],
    ["IOERR_SHMSIZE", 4874, "full"],
    ["CORRUPT", 11, "damaged"],
    ["CORRUPT_INDEX", 779, "damaged"],
    ["FULL", 13, "full"],
    ["CANTOPEN", 14, "unreachable"],
    ["NOTADB", 26, "damaged"],
  ])("%s (%i) tells that the store is %s", (_, errcode, trouble) => {
    const fault = toStoreFault(failed(errcode));
    expect(fault).toBeInstanceOf(StoreFault);
    expect(fault).toMatchObject({ trouble, cause: { errcode } });
  });

  it.each([
    ["ERROR", 1],
    ["CONSTRAINT_UNIQUE", 2067],
    ["TOOBIG", 18],
    ["RANGE", 25],
  ])("%s (%i) is ours", (_, errcode) => {
    const error = failed(errcode);
    expect([toStoreFault(error), troubleOf(errcode)]).toEqual([error, undefined]);
  });

  it.each([new Error("a bug"), "text", null, undefined])("is none in %s", (error) => {
    expect([toStoreFault(error), errcodeOf(error)]).toEqual([error, 0]);
  });

  it("leaves it open whether something was stored only where the flush failed", () => {
    expect(toStoreFault(failed(1034))).toMatchObject({ mayBeStored: true });
    expect(toStoreFault(failed(778))).toMatchObject({ mayBeStored: false });
  });
});

it("a file that was moved is out of reach, and nothing was stored", () => {
  expect(toStoreFault(moved())).toMatchObject({
    ...{ trouble: "unreachable", mayBeStored: false },
    message: "the store cannot be reached (its file is gone)",
  });
});
