import { describe, expect, it } from "vitest";
import { MARKDOWN } from "../../../../src/import/texts/body/markdown-it.ts";
import { plainMarkdown } from "../../../../src/import/texts/body/plain-markdown.ts";

const read = (text: string) => MARKDOWN.renderInline(plainMarkdown(text, undefined, []));

describe("what Obsidian writes is what its reader sees:", () => {
  it.each([
    ["See [[Other note]].", "See Other note."],
    ["[[folder/Other note#Part|that one]]", "that one"],
    ["[[folder/Other note#Part]]", "Other note"],
    ["[[#Part]]", "Part"],
    ["![[quay 1.png]]", '<img src="quay%201.png" alt="quay 1">'],
    ["![[img/quay.png|300]]", '<img src="img/quay.png" alt="quay">'],
    ["![[quay.png|The quay|300x200]]", '<img src="quay.png" alt="The quay">'],
    ["![[talk.mp3]]", '<a href="talk.mp3">talk.mp3</a>'],
    ["a %%not for you%% b", "a  b"],
    ["a ==b *c*== d", "a <mark>b <em>c</em></mark> d"],
    ["Text. ^abc123", "Text."],
  ])("%s", (text, html) => expect(read(text)).toBe(html));

  it("a comment of several lines goes", () => expect(read("a\n\n%%\nb\n\nc\n%%\n\nd")).not.toMatch(/[bc%]/));

  it("an embedded note is told", () => {
    const notes: string[] = [];
    expect(plainMarkdown("![[Tides]]", undefined, notes)).toBe("Tides");
    expect(notes).toEqual(["the embedded note Tides is left out, its name kept"]);
  });
});
