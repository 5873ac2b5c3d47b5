import { describe, expect, it } from "vitest";
import { MARKDOWN } from "../../../../src/import/texts/body/markdown-it.ts";

describe("a task's box", () => {
  it.each([
    ["- [x] a", "<li>☑ a</li>"],
    ["1. [X] a", "<li>☑ a</li>"],
    ["- [ ] a\n\n- b", "<li>\n<p>☐ a</p>\n</li>"],
    ["- [x](b) a", '<li><a href="b">x</a> a</li>'],
    ["- a [x] b", "<li>a [x] b</li>"],
  ])("%j", (text, html) => expect(MARKDOWN.render(text)).toContain(html));
});
