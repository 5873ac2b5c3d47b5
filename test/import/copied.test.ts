import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { copied } from "../../src/import/copied.ts";

/** Bytes that stay in memory for pieces of so many texts of a megabyte. */
function heldBy(keep: (piece: string) => string): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept = Array.from({ length: 50 }, (_, index) => keep(`${index} ${"a word ".repeat(150_000)}`.slice(0, 40)));
  collect();
  const held = process.memoryUsage().heapUsed - before;
  expect(kept).toHaveLength(50);
  return held;
}

it("keeps nothing of the text that a piece was cut from", () =>
  expect(heldBy(copied)).toBeLessThan(heldBy((piece) => piece) / 10));

it("is the same", () => {
  const value = { id: "a", urls: ["https://gazette.example/a"], width: 3, text: "half a \ud83d" };
  expect(copied(value)).toEqual(value);
});
