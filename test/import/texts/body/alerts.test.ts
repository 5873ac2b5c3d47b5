import { describe, expect, it } from "vitest";
import { MARKDOWN } from "../../../../src/import/texts/body/markdown-it.ts";

describe("an alert stands under its name", () => {
  it.each([
    ["> [!WARNING]\n> The quay is shut.", "<p><strong>Warning</strong><br>\nThe quay is shut.</p>"],
    ["> [!note]- Mind *the* gap\n> a", "<p><strong>Mind <em>the</em> gap</strong><br>\na</p>"],
    ["> [!TIP]\n>\n> - a", "<p><strong>Tip</strong></p>\n<ul>\n<li>a</li>\n</ul>"],
    ["> a [!NOTE]", "<p>a [!NOTE]</p>"],
  ])("%j", (text, html) => expect(MARKDOWN.render(text)).toBe(`<blockquote>\n${html}\n</blockquote>\n`));

  it("is none outside of a quotation", () => expect(MARKDOWN.render("[!NOTE]")).toBe("<p>[!NOTE]</p>\n"));
});
