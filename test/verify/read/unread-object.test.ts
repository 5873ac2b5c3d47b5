import { describe, expect, it } from "vitest";
import type { Value } from "../../../src/verify/discrepancy.ts";
import { UnreadObject } from "../../../src/verify/read/unread-object.ts";

describe("a JSON object's keys", () => {
  it("are taken, once", () => {
    const object = new UnreadObject({ a: 1, b: null }, "");
    expect([object.take("a"), object.take("a"), object.take("b"), object.take("c")]).toEqual([
      1,
      undefined,
      null,
      undefined,
    ]);
    expect(object.leftovers()).toEqual([]);
  });

  it("are an object's own, whatever their names", () => {
    expect(new UnreadObject({}, "").take("constructor")).toBeUndefined();
    expect(new UnreadObject(JSON.parse('{"__proto__": 7}'), "").take("__proto__")).toBe(7);
  });

  it("may hold objects and lists of objects, and what is absent is empty", () => {
    const object = new UnreadObject({ one: { a: 1 }, many: [{ a: 2 }, { a: 3 }] }, "");
    expect(object.object("one").take("a")).toBe(1);
    expect(object.list("many").map((item) => item.take("a"))).toEqual([2, 3]);
    expect(object.object("none").take("a")).toBeUndefined();
    expect(object.list("none")).toEqual([]);
    expect(object.leftovers()).toEqual([]);
  });
});

describe("what nobody took is left over", () => {
  it.each<[what: string, value: Value, read: (object: UnreadObject) => void, left: object[]]>([
    ["keys", { a: 1, b: "x" }, (object) => object.take("a"), [{ field: "b", read: "x" }]],
    ["a key of an object in it", { a: { b: [1] } }, (object) => object.object("a"), [{ field: "a.b", read: "[1]" }]],
    [
      "a key of an element of a list in it",
      { a: [{}, { b: 1 }] },
      (object) => object.list("a"),
      [{ field: "a.b", read: "1" }],
    ],
    ["a list where an object is wanted", { a: [1] }, (object) => object.object("a"), [{ field: "a", read: "[1]" }]],
    ["null where an object is wanted", { a: null }, (object) => object.object("a"), [{ field: "a", read: "null" }]],
    ["an object where a list is wanted", { a: {} }, (object) => object.list("a"), [{ field: "a", read: "{}" }]],
    ["a text where a list is wanted", { a: "x" }, (object) => object.list("a"), [{ field: "a", read: "x" }]],
    ["an element that is no object", { a: ["x"] }, (object) => object.list("a"), [{ field: "a", read: "x" }]],
    ["null for a list, which is as good as none", { a: null }, (object) => object.list("a"), []],
    [
      "what was taken and refused, ahead of all else",
      { a: 1, b: 2 },
      (object) => object.refuse("a", object.take("a")),
      [
        { field: "a", read: "1" },
        { field: "b", read: "2" },
      ],
    ],
    ["a value that is no object at all", "text", () => {}, [{ field: "", read: "text" }]],
    ["nothing of what is absent", undefined, () => {}, []],
  ])("%s", (_, value, read, left) => {
    const object = new UnreadObject(value, "");
    read(object);
    expect(object.leftovers()).toEqual(left);
  });

  it("bears the name of what it is in", () => {
    const object = new UnreadObject({ b: { c: 1 } }, "a");
    object.object("b");
    expect(object.leftovers()).toEqual([{ field: "b.c", read: "1" }]);
    expect(new UnreadObject({ b: 1 }, "a").leftovers()).toEqual([{ field: "a.b", read: "1" }]);
  });
});
