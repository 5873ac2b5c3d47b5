import { expect, it, vi } from "vitest";
import { onceEach, onceEachWay } from "../../src/article/once-each.ts";

it("makes the value of an object once, and of another one anew", () => {
  const make = vi.fn(({ n }: { n: number }) => [n]);
  const once = onceEach(make);
  const [one, same] = [{ n: 1 }, { n: 1 }];
  expect(once(one)).toEqual([1]);
  expect(once(one)).toBe(once(one));
  expect(once(same)).not.toBe(once(one));
  expect(make).toHaveBeenCalledTimes(2);
});

it("makes nothing of an object once, too", () => {
  const make = vi.fn(() => undefined);
  const once = onceEach(make);
  const one = {};
  expect([once(one), once(one)]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledTimes(1);
});

it("makes one value for each way", () => {
  const once = onceEachWay<object, string[]>();
  const [one, other] = [{}, {}];
  const [a, b] = [once(one, "a", () => ["a"]), once(one, "b", () => ["b"])];
  expect([once(one, "a", () => ["c"]), once(one, "b", () => ["c"])]).toEqual([["a"], ["b"]]);
  expect(once(one, "a", () => [])).toBe(a);
  expect(once(one, "b", () => [])).toBe(b);
  expect(once(other, "a", () => ["another"])).toEqual(["another"]);
});
