import { describe, expect, it } from "vitest";
import { StoreFault, type Trouble } from "../../src/service/store-fault.ts";

const TROUBLES: Trouble[] = ["busy", "full", "read-only", "damaged", "slow", "unreachable"];

describe("a fault of the store's", () => {
  it.each(TROUBLES)(
    "says what it is to the log with the driver's words, and in one sentence without them to others: %s",
    (trouble) => {
      const fault = new StoreFault(trouble, { cause: new Error("disk I/O error") });
      expect(String(fault)).toMatch(/^StoreFault: the store [a-z].* \(disk I\/O error\)$/);
      expect(fault.told).toMatch(/^The store [a-z ]+\.$/);
      expect(fault).toMatchObject({ trouble, mayBeStored: false });
    },
  );

  it("that only a backup mends says so", () => {
    expect(new StoreFault("damaged").message).toContain("npm run restore");
    expect(new StoreFault("full").message).not.toContain("restore");
  });
});
