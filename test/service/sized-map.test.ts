import { expect, it } from "vitest";
import { SizedMap } from "../../src/service/sized-map.ts";

const keys = (map: SizedMap<string>, ...all: string[]) => all.filter((key) => map.get(key) !== undefined);

it("keeps what has room, and lets go of what was asked for least lately", () => {
  const map = new SizedMap<string>(10);
  map.set("a", "A", 4);
  map.set("b", "B", 4);
  expect(map.get("a")).toBe("A");
  map.set("c", "C", 4);
  expect(keys(map, "a", "b", "c")).toEqual(["a", "c"]);
});

it("counts what is set again by its new size", () => {
  const map = new SizedMap<string>(10);
  map.set("a", "A", 9);
  map.set("a", "smaller", 2);
  map.set("b", "B", 8);
  expect([map.get("a"), map.get("b")]).toEqual(["smaller", "B"]);
  map.delete("b");
  map.set("c", "C", 8);
  expect(keys(map, "a", "b", "c")).toEqual(["a", "c"]);
});

it("does not keep what has more than there is room for", () => {
  const map = new SizedMap<string>(10);
  map.set("a", "A", 11);
  expect(map.get("a")).toBeUndefined();
  map.set("b", "B", 10);
  expect(map.get("b")).toBe("B");
});
