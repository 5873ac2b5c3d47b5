import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../../src/article/html/clean.ts";
import { clean } from "./cleaned.ts";

describe("a formula is said once", () => {
  const MATH =
    '<math><semantics><mrow><mi>h</mi></mrow><annotation encoding="application/x-tex">h=t^2</annotation></semantics></math>';
  it.each([
    ["as TeX, where it says so", `<p>a ${MATH} b</p>`, "<p>a h=t^2 b</p>"],
    [
      "by KaTeX",
      `<p><span class="katex"><span class="katex-mathml">${MATH}</span><span class="katex-html" aria-hidden="true">h=t2</span></span></p>`,
      '<p><span class="katex"><span class="katex-mathml">h=t^2</span></span></p>',
    ],
    [
      "by MathJax 2",
      '<p><span class="MathJax_Preview">h</span><span class="MathJax"><nobr>h=t2</nobr></span><script type="math/tex; mode=display">h=t^2</script></p>',
      "<p>h=t^2</p>",
    ],
    [
      "by MathJax 3",
      `<p><mjx-container><mjx-math aria-hidden="true">ht</mjx-math><mjx-assistive-mml>${MATH}</mjx-assistive-mml></mjx-container></p>`,
      "<p>h=t^2</p>",
    ],
    [
      "by Wikipedia, which shows a picture of it",
      `<p><span style="display:none">${MATH}</span><img src="/a.svg" aria-hidden="true" alt="h=t^2"></p>`,
      '<p><img src="https://gazette.example/a.svg" alt="h=t^2"></p>',
    ],
  ])("%s", (_, html, cleaned) => expect(clean(html)).toBe(cleaned));
});

describe("a drawing is", () => {
  it.each([
    ["what it is called", "<p>a <svg><title>Turnout</title><text>1</text></svg></p>", "<p>a Turnout</p>"],
    ["its label", '<p>a <svg aria-label="Turnout"><text>1</text></svg></p>', "<p>a Turnout</p>"],
    [
      "what is written in it",
      "<p>a <svg><g><text>Quay</text><text> <tspan>12</tspan></text></g></svg></p>",
      "<p>a Quay 12</p>",
    ],
    ["nothing, if that is a chart's every label", `<p>a<svg><text>${"1 ".repeat(200)}</text></svg></p>`, "<p>a</p>"],
    ["nothing, if it is hidden", '<p>a<svg aria-hidden="true"><title>Icon</title></svg></p>', "<p>a</p>"],
  ])("%s", (_, html, cleaned) => expect(clean(html)).toBe(cleaned));

  it("named, as a formula is, without its parts", () => {
    const cleaned = cleanHtml("<svg><text>1</text></svg><math><mi>x</mi></math>", "https://gazette.example/");
    expect(cleaned.status === "clean" && [...cleaned.removed]).toEqual([
      ["svg", 1],
      ["math", 1],
    ]);
  });
});
