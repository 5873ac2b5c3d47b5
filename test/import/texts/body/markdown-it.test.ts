import { describe, expect, it } from "vitest";
import { MARKDOWN } from "../../../../src/import/texts/body/markdown-it.ts";
import { growth, LINEAR } from "../../../growth.ts";

describe("Markdown as HTML", () => {
  it.each([
    ["*a* **b** ~~c~~", "<p><em>a</em> <strong>b</strong> <del>c</del></p>\n"],
    ["# a\n\n- b\n- c", "<h1>a</h1>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n"],
    ["a<br>b <b>c</b>", "<p>a<br>b <b>c</b></p>\n"],
    ["https://g.example/a, run.py", '<p><a href="https://g.example/a">https://g.example/a</a>, run.py</p>\n'],
    ["- [x] done\n- [ ] due", "<ul>\n<li>☑ done</li>\n<li>☐ due</li>\n</ul>\n"],
  ])("%j", (text, html) => {
    expect(MARKDOWN.render(text)).toBe(html);
  });

  it.each([">", "> - ", "- - ", "- a\n", "#", "_a_b", "*a_", "`a", "[", "[a](", "<a ", "<!--"])(
    "costs no more than its length, if that is %j over and over",
    async (part) => {
      expect(await growth((text) => MARKDOWN.render(text), part, 5_000)).toBeLessThan(LINEAR);
    },
  );
});
