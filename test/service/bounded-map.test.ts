import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BoundedMap } from "../../src/service/bounded-map.ts";

const KEYS = ["a", "b", "c", "d", "e"];
const held = (map: BoundedMap<number>) => KEYS.filter((key) => map.has(key)).map((key) => [key, map.get(key)]);

describe("a bounded map", () => {
  it("lets the entry that was set first give way to a new one", () => {
    const map = new BoundedMap<number>(2);
    for (const [index, key] of ["a", "b", "c"].entries()) map.set(key, index);
    expect([held(map), map.size]).toEqual([
      [
        ["b", 1],
        ["c", 2],
      ],
      2,
    ]);
  });

  it("gives an entry that is set again its new value, and leaves it its age", () => {
    const map = new BoundedMap<number>(2);
    map.set("a", 1);
    map.set("b", 2);
    map.set("a", 3);
    expect(held(map)).toEqual([
      ["a", 3],
      ["b", 2],
    ]);
    map.set("c", 4);
    expect(held(map)).toEqual([
      ["b", 2],
      ["c", 4],
    ]);
  });

  it("makes an entry that is renewed the youngest", () => {
    const map = new BoundedMap<number>(2);
    map.set("a", 1);
    map.set("b", 2);
    map.renew("a", 3);
    map.set("c", 4);
    expect(held(map)).toEqual([
      ["a", 3],
      ["c", 4],
    ]);
  });

  it("makes a value that is missing once, be it a false one", () => {
    const map = new BoundedMap<number>(2);
    let made = 0;
    const make = () => {
      made += 1;
      return 0;
    };
    expect([map.getOrMake("a", make), map.getOrMake("a", make), made]).toEqual([0, 0, 1]);
  });

  it("lets the oldest give way to a value that it makes", () => {
    const map = new BoundedMap<number>(1);
    map.set("a", 1);
    map.getOrMake("b", () => 2);
    expect(held(map)).toEqual([["b", 2]]);
  });

  it("holds the youngest keys, as a list of them would, and never more than it may", () => {
    const steps = fc.array(fc.tuple(fc.constantFrom("set", "renew", "getOrMake"), fc.constantFrom(...KEYS)));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), steps, (limit, taken) => {
        const map = new BoundedMap<number>(limit);
        let list: string[] = [];
        for (const [index, [what, key]] of taken.entries()) {
          if (what === "set") map.set(key, index);
          else if (what === "renew") map.renew(key, index);
          else map.getOrMake(key, () => index);
          if (what === "renew") list = list.filter((one) => one !== key);
          if (!list.includes(key)) list = [...list, key].slice(-limit);
          expect(map.size).toBe(list.length);
          expect(held(map).map(([one]) => one)).toEqual([...list].sort());
        }
      }),
    );
  });
});
