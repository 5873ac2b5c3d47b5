import { describe, expect, it } from "vitest";
import { hasBlocks, splitBlocks } from "../../../../src/import/wordpress/body/blocks.ts";

describe("a text in blocks", () => {
  it("is parted at their delimiters", () => {
    expect(
      splitBlocks('a<!-- wp:image {"id":1,"x":{"y":"\\u002d\\u002d"}} --><b><!-- /wp:image --><!-- wp:acf/quote /-->z'),
    ).toEqual([
      "a",
      { kind: "start", name: "core/image", attributes: { id: 1, x: { y: "--" } } },
      "<b>",
      { kind: "end", name: "core/image", attributes: {} },
      { kind: "alone", name: "acf/quote", attributes: {} },
      "z",
    ]);
  });

  it.each(["<!-- a comment -->", "<!--more-->", "<!-- wp:Image -->", "<!-- wp:image", "<!--wp:image-->"])(
    "has none in %s",
    (text) => {
      expect(splitBlocks(text)).toEqual([text]);
    },
  );

  it("is told from one of before", () => {
    expect(hasBlocks("<!-- wp:paragraph -->")).toBe(true);
    expect(hasBlocks("<!--more--> wp:paragraph")).toBe(false);
  });
});
