import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseShortcodes, type ShortcodePart } from "../../../../src/import/wordpress/body/parse-shortcodes.ts";

const short = (part: ShortcodePart): unknown =>
  typeof part === "string"
    ? part
    : [part.name, Object.fromEntries(part.attributes), ...(part.content ? [part.content.map(short)] : [])];
const parsed = (text: string) => parseShortcodes(text).map(short);

describe("a text with shortcodes", () => {
  it.each([
    ['a [gallery ids="1,2" link=file] b', ["a ", ["gallery", { ids: "1,2", link: "file" }], " b"]],
    ["[caption width='3']x [b_c /] y[/caption]", [["caption", { width: "3" }, ["x ", ["b_c", {}], " y"]]]],
    ["[youtube=https://y.example/?v=1&amp;w=2]", [["youtube", { 0: "https://y.example/?v=1&w=2" }]]],
    ["[audio https://x.example/a.mp3]", [["audio", { 0: "https://x.example/a.mp3" }]]],
    ["[box]in [box]deep[/box] it[/box]", [["box", {}, ["in ", ["box", {}, ["deep"]], " it"]]]],
    ["[gallery ids=“1,2”]", [["gallery", { ids: "1,2" }]]],
    ['[note title="see [1] there"]', [["note", { title: "see [1] there" }]]],
  ])("is parted: %s", (text, parts) => {
    expect(parsed(text)).toEqual(parts);
  });

  it.each([
    "[sic]",
    "[see below]",
    "[1]",
    "[…]",
    "[a/b]",
    "[Ms. Quayle] said",
    "array[0] = x[i]",
    "[applause]",
    "[/x]",
    "[ gallery ]",
    "[http://x]",
  ])("keeps what a writer put in brackets: %s", (text) => {
    expect(parsed(text).join("")).toBe(text);
  });

  it.each([
    ["[[gallery]]", "[gallery]"],
    ['[[x a="1"]] y', '[x a="1"] y'],
    ["[[1]]", "[[1]]"],
  ])("shows what is escaped: %s", (text, shown) => {
    expect(parsed(text).join("")).toBe(shown);
  });

  it("drops the end of what never began", () => {
    expect(parsed("a[/caption]b[/vc_row]").join("")).toBe("ab");
  });

  it("is read in its own time, however it nests", () => {
    const deep = parseShortcodes(`${"[x_y]".repeat(2000)}words${"[/x_y]".repeat(2000)}`);
    expect(JSON.stringify(deep.map(short))).toContain("words");
  });

  it("has all of its words in its parts", () => {
    const piece = fc.constantFrom(
      "word",
      "[x_y]",
      "[/x_y]",
      "[gallery]",
      "[b a=1]",
      "[/b]",
      "[[",
      "]]",
      "[",
      "]",
      "[sic]",
      " ",
    );
    const wordsOf = (parts: ShortcodePart[]): number =>
      parts.reduce(
        (sum, part) => sum + (typeof part === "string" ? part.split("word").length - 1 : wordsOf(part.content ?? [])),
        0,
      );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(wordsOf(parseShortcodes(pieces.join(" ")))).toBe(pieces.filter((one) => one === "word").length);
      }),
    );
  });
});
