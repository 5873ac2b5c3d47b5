import { describe, expect, it } from "vitest";
import { contain, describeFault } from "../../src/article/contain.ts";

const broken = () => {
  throw new RangeError("Maximum call stack size exceeded");
};

describe("contain", () => {
  it("gives what the work gives", () => {
    expect(contain(() => "done", String)).toBe("done");
  });

  it("refuses what throws", () => {
    expect(contain<string>(broken, describeFault)).toBe("RangeError: Maximum call stack size exceeded");
  });

  it("gives what the work promises", async () => {
    expect(await contain(async () => "done", String)).toBe("done");
  });

  it("refuses what rejects", async () => {
    expect(await contain<string>(async () => broken(), describeFault)).toBe(
      "RangeError: Maximum call stack size exceeded",
    );
  });

  it("lets the refusal pass on what concerns them all", async () => {
    const passOn = (fault: unknown) => {
      throw fault;
    };
    expect(() => contain<string>(broken, passOn)).toThrow(RangeError);
    await expect(contain<string>(async () => broken(), passOn)).rejects.toThrow(RangeError);
  });

  it("lets the others go on", () => {
    const read = (text: string) =>
      contain<unknown>(
        () => JSON.parse(text),
        () => `refused ${text}`,
      );
    expect(["1", "{", "2"].map(read)).toEqual([1, "refused {", 2]);
  });
});

describe("describeFault", () => {
  it("is one line, however long the fault", () => {
    expect(describeFault(new Error(`first\nsecond`))).toBe("Error: first");
    expect(describeFault("x".repeat(1_000))).toHaveLength(300);
    expect(describeFault(undefined)).toBe("undefined");
  });
});
