import { describe, expect, it } from "vitest";
import { inSteps } from "../../src/media/in-steps.ts";
import { takeFile } from "../../src/media/take.ts";
import { joined, of, refusal } from "./taking.ts";

describe("a file that is read in steps", () => {
  it("has as many as are said, and no more", async () => {
    const reader = inSteps(of("abcd"), "audio/mpeg", 2);
    const read = new Uint8Array(1);
    await reader.readBuffer(read);
    await reader.peekBuffer(read);
    expect(Buffer.from(read).toString()).toBe("b");
    await expect(reader.readBuffer(read)).rejects.toThrow("more than 2 steps");
  });

  // A frame, and then bytes of which each looks like the beginning of one.
  const MAZE = of(`\xff\xfb\x90\0${"\0".repeat(413)}${"\xff\xfa".repeat(20_000)}`);

  it("lets others go on meanwhile", async () => {
    let turns = 0;
    const others = setInterval(() => (turns += 1), 0);
    await takeFile(MAZE);
    clearInterval(others);
    expect(turns).toBeGreaterThan(10);
  });

  it("is refused where it leads nowhere for too long", async () => {
    const blocks = of("\x01\0\0\0".repeat(2_100_000));
    const begin = of(`fLaC\0\0\0\x22${"\x01".repeat(34)}`);
    const end = of(`\x81\0\0\0\xff\xf8${"\0".repeat(1_000)}`);
    expect(await refusal(joined(begin, blocks, end))).toBe("content: The file is cut short or damaged.");
  });
});
