import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Stripped, stripTexts } from "../../src/article/strip.ts";

function strip(value: unknown): { value: unknown; stripped: Stripped[] } {
  const stripped: Stripped[] = [];
  return { value: stripTexts(value, stripped), stripped };
}

describe("stripping a JSON value's texts", () => {
  it("tells where characters were taken out, and how many, and leaves all else", () =>
    expect(
      strip({ title: "a\u0000\u0001", tags: ["b", "c\ud800"], n: 7, yes: true, none: null, "a/b": { "~": "\u0007" } }),
    ).toEqual({
      value: { title: "a", tags: ["b", "c"], n: 7, yes: true, none: null, "a/b": { "~": "" } },
      stripped: [
        { path: "/title", count: 2 },
        { path: "/tags/1", count: 1 },
        { path: "/a~1b/~0", count: 1 },
      ],
    }));

  it("makes every line end the same, which nobody needs to hear of", () =>
    expect(strip("a\r\nb\rc\nd")).toEqual({ value: "a\nb\nc\nd", stripped: [] }));

  it("does not follow what is longer than any article's lists, which the schema refuses by what is left", () => {
    const members = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`a${index}`, index]));
    expect((strip(Array(1_000).fill("a")).value as unknown[]).length).toBe(201);
    expect(Object.keys(strip(members).value as object)).toHaveLength(201);
  });

  it("does not follow what lies deeper than any article", () => {
    expect(strip([[[[["\u0000"]]]]])).toEqual({ value: [[[[[""]]]]], stripped: [{ path: "/0/0/0/0/0", count: 1 }] });
    expect(strip([[[[[["\u0000"]]]]]])).toEqual({ value: [[[[[[null]]]]]], stripped: [] });
  });

  it("takes a field named __proto__ for a field", () => {
    const { value } = strip(JSON.parse('{"__proto__": {"title": "x"}}'));
    expect(Object.keys(Object(value))).toEqual(["__proto__"]);
    expect(Reflect.get(Object(value), "title")).toBeUndefined();
  });

  it("changes nothing of what it has stripped", () => {
    const text = fc.string({ unit: "binary" });
    const article = fc.record({
      title: text,
      tags: fc.array(text),
      more: fc.dictionary(text, text),
      minor: fc.boolean(),
    });
    fc.assert(
      fc.property(article, (input) => {
        const once = strip(input).value;
        expect(strip(once)).toEqual({ value: once, stripped: [] });
      }),
    );
  });
});
