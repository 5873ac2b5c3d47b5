import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidatesOf } from "../../../src/article/html/srcset.ts";

const read = (srcset: string) => candidatesOf(srcset).map(({ url, descriptors }) => [url, ...descriptors]);

describe("the candidates of a srcset (HTML §4.8.4.2.1)", () => {
  it.each<[string, string[][]]>([
    ["a.jpg", [["a.jpg"]]],
    [
      "a.jpg 1x,b.jpg 2x",
      [
        ["a.jpg", "1x"],
        ["b.jpg", "2x"],
      ],
    ],
    [
      "  a.jpg \t 100w ,\n b.jpg 1.5x ",
      [
        ["a.jpg", "100w"],
        ["b.jpg", "1.5x"],
      ],
    ],
    ["a.jpg 100w 50h, b.jpg", [["a.jpg", "100w", "50h"], ["b.jpg"]]],
    ["a.jpg, b.jpg 2x", [["a.jpg"], ["b.jpg", "2x"]]],
    // A comma inside an address is its own: image services have them.
    ["/w_100,h_50/a.jpg 1x, b.jpg", [["/w_100,h_50/a.jpg", "1x"], ["b.jpg"]]],
    ["a.jpg,b.jpg", [["a.jpg,b.jpg"]]],
    [",,a.jpg,, ,b.jpg", [["a.jpg"], ["b.jpg"]]],
    ["a.jpg 2x ,, b.jpg", [["a.jpg", "2x"], ["b.jpg"]]],
    ["a.jpg wide, b.jpg 2x", [["b.jpg", "2x"]]],
    ["a.jpg -1x, b.jpg 1e3x, c.jpg 2", []],
    ["", []],
    [" , ,, ", []],
  ])("%j are %j", (srcset, expected) => expect(read(srcset)).toEqual(expected));

  it("come back as they were written", () => {
    const word = fc.stringMatching(/^[a-z0-9/._-]{1,10}$/);
    const candidate = fc.tuple(
      word,
      fc.option(
        fc.nat({ max: 4_000 }).map((width) => `${width}w`),
        { nil: undefined },
      ),
    );
    fc.assert(
      fc.property(fc.array(candidate), fc.constantFrom(", ", " , ", ",\n"), (candidates, comma) => {
        const written = candidates.map((parts) => parts.filter((part) => part !== undefined));
        expect(read(written.map((parts) => parts.join(" ")).join(comma))).toEqual(written);
      }),
    );
  });

  it("never hold white space, and neither begin nor end with a comma", () => {
    const hostile = fc.array(fc.constantFrom(",", " ", "a", "1x", "\n", "(", ")")).map((parts) => parts.join(""));
    fc.assert(
      fc.property(hostile, (srcset) => {
        for (const { url } of candidatesOf(srcset)) expect(url).toMatch(/^[^\s,](?:\S*[^\s,])?$/);
      }),
    );
  });
});
