import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlTokens } from "../../../../src/import/wordpress/body/html-tokens.ts";

describe("pieces of markup", () => {
  it("are tags, comments and what stands between", () => {
    const tokens = htmlTokens("a <B class='x>y'>c</b ><!-- c --><br/>5 < 6");
    expect(tokens.map(({ type, name }) => `${type} ${name}`.trim())).toEqual([
      "text",
      "open b",
      "text",
      "close b",
      "comment",
      "open br",
      "text",
      "text",
    ]);
  });

  it("are, put together, the markup again", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "<",
        ">",
        "</",
        "<b",
        "<!--",
        "-->",
        "<pre>",
        "<script>",
        "</script>",
        "<![CDATA[",
        "<?",
        '"',
        "=",
        "/",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = pieces.join("");
        expect(
          htmlTokens(html)
            .map(({ raw }) => raw)
            .join(""),
        ).toBe(html);
      }),
    );
  });
});
