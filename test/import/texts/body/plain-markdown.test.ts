import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText } from "../../../../src/article/html/text.ts";
import { renderMarkdown } from "../../../../src/import/texts/body/markdown-it.ts";
import { plainHtml, plainMarkdown } from "../../../../src/import/texts/body/plain-markdown.ts";
import { growth, LINEAR } from "../../../growth.ts";

function read(text: string): { html: string; notes: string[] } {
  const notes: string[] = [];
  const html = renderMarkdown(
    plainMarkdown(text, "https://gazette.example/", notes),
    "https://gazette.example/a",
    notes,
  );
  return { html: html.trim(), notes };
}

describe("code is as it was written:", () => {
  it.each([
    "`{{< youtube a >}}`",
    "``{% raw %} ` [[a]]``",
    "```\n{{< youtube a >}}\n{% include a.html %} [[a]] %%b%% ==c==\n```",
    "    {{< youtube a >}} {: .x}",
    "- a\n\n  ~~~liquid\n  {{ page.title }}\n  ~~~",
    "> ```\n> [[a]]\n> ```",
  ])("%j", (text) => {
    expect(read(text).notes).toEqual([]);
    expect(plainMarkdown(text, undefined, [])).toBe(text);
  });
});

describe("prose with signs in it stays:", () => {
  it.each([
    "The set {1, 2} and {a} and {{ two words }} and {{name}}",
    "if [[ -f a ]] then, see [[1]](https://a.example/) and [[2]]",
    "100%% sure, a == b and c == d, x{y}",
    "a^2, :) ::: and :: b",
    "[caption] and [embed] and [gallery]",
    "It cost $5 *then* and $10 now",
    "[sic] {sic}",
  ])("%s", (text) => {
    expect(plainMarkdown(text, undefined, [])).toBe(text);
  });
});

describe("a text that is HTML", () => {
  it.each([
    [
      "<p>{% include a.html %}{{ site.url }}/b</p>\n\n    <p>[[c]]</p>",
      "<p>https://gazette.example/b</p>\n\n    <p>[[c]]</p>",
    ],
    ["<pre>{{ page.x }}</pre>", "<pre>{{ page.x }}</pre>"],
  ])("%j", (text, html) => expect(plainHtml(text, "https://gazette.example/", [])).toBe(html));
});

describe("a note in brackets", () => {
  it("becomes a footnote", () =>
    expect(read("a^[see [b](https://b.example/)] c").html).toContain('<a href="https://b.example/">b</a>'));
});

const WORDS = ["alpha", "bravo", "charlie", "delta", "echo"];
const TAGS = [
  "{{< youtube x1 >}}",
  '{{% notice title="T" %}}',
  "{{< /notice >}}",
  "{{%/ notice %}}",
  "{% include a.html %}",
  "{% if page.x %}",
  "{% endif %}",
  "{{< unclosed",
  "{% unclosed",
  ">}}",
  "%}",
  "{{ page.title }}",
  "{{ 'a' | relative_url }}",
  "[^1]",
  "[^9]",
  "\n\n[^1]: foot\n\n",
  "\n\n[^2]: two\n\n",
  "{: .x}",
  "{#id}",
  "%%",
  "[[Note]]",
  "==",
  "$",
  "\n\n> [!NOTE]\n> ",
  "\n- [ ] ",
  "\n\n",
  "\n",
  "{% raw %}",
  "{% endraw %}",
  "{{< highlight go >}}",
  "{{< /highlight >}}",
  "{% comment %}",
  ":::note\n",
  "\n:::\n",
];

describe("whatever stands around it, prose", () => {
  const textWith = (tags: string[]) =>
    fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...tags)), { maxLength: 14 });
  // What stands between the signs of a shortcode is no prose, and neither is an Obsidian comment.
  const prose = textWith(TAGS.filter((tag) => ![">}}", "%}", "%%"].includes(tag)));
  const text = textWith(TAGS);

  it("keeps each of its words, in order", () => {
    fc.assert(
      fc.property(prose, (parts) => {
        const source = parts.join(" ");
        const shown = htmlToText(read(source).html);
        for (const word of WORDS) {
          const count = (text: string) => text.split(word).length - 1;
          expect(count(shown)).toBeGreaterThanOrEqual(count(source));
        }
      }),
      { numRuns: 400 },
    );
  });

  it("has no shortcode and no reference printed in it", () => {
    fc.assert(
      fc.property(text, (parts) => {
        const { html } = read(`${parts.join(" ")}\n\n[^end]: x`);
        const shown = htmlToText(html.replace(/<(?:pre|code)\b[\s\S]*?<\/(?:pre|code)>/g, ""));
        if (/\{% ?(?:end)?raw/.test(parts.join(" "))) return;
        expect(shown).not.toMatch(/\{\{[<%]|[>%]\}\}|\{%|\[\^\w+\]/);
      }),
      { numRuns: 400 },
    );
  });
});

describe("it costs no more than its length, of", () => {
  it.each([
    "{{< ",
    "{{< a >}}",
    "{% ",
    "{% raw %}",
    "{% comment %}",
    "{% highlight a %}",
    "{{< highlight >}}",
    "{{ ",
    "{{ 'a",
    "[[",
    "[[a]]",
    "%%a ",
    "==a",
    "$a_",
    "$$",
    "`a``",
    "^[",
    "^[a]",
    "[^1] ",
    "[^1]: a\n\n",
    "[^1]:",
    "> [!NOTE]\n",
    "{#a",
    "{: a",
    "[caption a]",
    ":::note\n",
    "a {#b} ",
    '{{< figure src="a',
    "\\{\\{<",
    "{#",
  ])("%j over and over", async (part) => {
    expect(await growth((source) => read(source), part, 4_000)).toBeLessThan(LINEAR);
  });
});
