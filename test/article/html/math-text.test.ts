import { describe, expect, it } from "vitest";
import { mathText } from "../../../src/article/html/math-text.ts";
import { elementsOf, parseHtml } from "../../../src/article/html/tree.ts";

const text = (inner: string, attributes = "") =>
  mathText(elementsOf(parseHtml(`<math ${attributes}>${inner}</math>`))[0] ?? raise());
const raise = (): never => {
  throw new Error("no formula");
};

describe("a formula as a line", () => {
  it.each([
    ["<mi>h</mi><mo>=</mo><msup><mi>t</mi><mn>2</mn></msup>", "h = t^2"],
    ["<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2"],
    ["<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a + b)/2"],
    ["<msub><mi>x</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub>", "x_(i + 1)"],
    ["<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>", "√(a + b)"],
    ["<mroot><mi>a</mi><mn>3</mn></mroot>", "root(a, 3)"],
    ["<munderover><mo>∑</mo><mn>1</mn><mi>n</mi></munderover><mi>k</mi>", "∑_1^nk"],
    ["<mi>f</mi><mo>(</mo><mi>x</mi><mo>,</mo><mi>y</mi><mo>)</mo>", "f(x, y)"],
    [
      "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable>",
      "1, 0; 0, 1",
    ],
    ["<mtext>half of </mtext><mi>x</mi>", "half of x"],
    ["<mover><mi>x</mi><mo>¯</mo></mover><mphantom><mi>y</mi></mphantom>", "x¯"],
    ["words", ""],
  ])("%s: %s", (inner, line) => expect(text(inner)).toBe(line));

  it("is its author's own, where there is one", () => {
    expect(text("<mi>x</mi>", 'alttext="{\\displaystyle x^{2}}"')).toBe("x^{2}");
    expect(text('<semantics><mi>x</mi><annotation encoding="TeX"> x_1 </annotation></semantics>', 'alttext="y"')).toBe(
      "x_1",
    );
  });
});
