import { describe, expect, it } from "vitest";
import { plainMarkdown } from "../../../../src/import/texts/body/plain-markdown.ts";

function read(text: string): { plain: string; notes: string[] } {
  const notes: string[] = [];
  return { plain: plainMarkdown(text, "https://gazette.example/", notes), notes };
}

describe("what a template would write stands there:", () => {
  it.each([
    ["[a]({{ site.url }}{{ site.baseurl }}/b)", "[a](https://gazette.example/b)"],
    ['<a href="{{ site.baseurl }}/b">', '<a href="/b">'],
    ["![a]({{ '/b.png' | relative_url }})", "![a](/b.png)"],
    ['[a]({{ "/b" | absolute_url }})', "[a](https://gazette.example/b)"],
    ["{{TOC}}", ""],
  ])("%s", (text, plain) => expect(read(text)).toEqual({ plain, notes: [] }));
});

it("within the path that the site lies under", () => {
  const read = (text: string) => plainMarkdown(text, "https://gazette.example/blog/", []);
  expect(read("{{ site.url }}{{ site.baseurl }}/b")).toBe("https://gazette.example/blog/b");
  expect(read("[a]({{ '/b' | relative_url }})")).toBe("[a](/blog/b)");
});

describe("what only the template knows is left out by name:", () => {
  it.each([
    ["a {{ page.title }} b", "a  b", "the shortcode page.title is left out"],
    ["{{ author | upcase }}", "", "the shortcode author | upcase is left out"],
    ['{{ chart(kind="bar") }}', "", "the shortcode chart is left out"],
  ])("%s", (text, plain, note) => expect(read(text)).toEqual({ plain, notes: [note] }));
});
