import { describe, expect, it } from "vitest";
import { MARKDOWN } from "../../../../src/import/texts/body/markdown-it.ts";

describe("a formula is left as TeX:", () => {
  it.each(["$a_1 * b_1 * c$", "$$\\frac{a}{b} \\\\ c_{*d*}$$"])("%s", (text) =>
    expect(MARKDOWN.renderInline(text)).toBe(text),
  );

  it.each([
    ["$5 *then* and $10", "$5 <em>then</em> and $10"],
    ["$*a*$", "$<em>a</em>$"],
    ["a $ b_c_ $ d", "a $ b_c_ $ d"],
  ])("prices are none: %s", (text, html) => expect(MARKDOWN.renderInline(text)).toBe(html));
});
