import { describe, expect, it } from "vitest";
import { MARKDOWN } from "../../../../src/import/texts/body/markdown-it.ts";
import { plainMarkdown } from "../../../../src/import/texts/body/plain-markdown.ts";

const read = (text: string) => MARKDOWN.render(plainMarkdown(text, undefined, [])).trim();

describe("code between shortcodes is a block of code", () => {
  it.each([
    [
      "{% highlight ruby linenos %}\na {{ b }}\n{% endhighlight %}",
      '<pre><code class="language-ruby">a {{ b }}\n</code></pre>',
    ],
    [
      "{{< highlight md >}}\n```\na\n```\n{{< /highlight >}}",
      '<pre><code class="language-md">```\na\n```\n</code></pre>',
    ],
    ["{% codeblock lang:js %}\nx\n\ny\n{% endcodeblock %}", "<pre><code>x\n\ny\n</code></pre>"],
    ["{{< highlight go >}}\na *b*", "<p>a <em>b</em></p>"],
  ])("%j", (text, html) => expect(read(text)).toBe(html));
});

describe("a template's own text", () => {
  it.each([
    [
      "is shown as it stands, where it is said to be raw",
      "{% raw %}{{ page.x }} *b*{% endraw %}",
      "<p>{{ page.x }} <em>b</em></p>",
    ],
    ["is not shown, where it is a comment", "a{% comment %} x {{ y }} {% endcomment %}b{# c #}", "<p>ab</p>"],
    ["that is not closed takes nothing with it", "a {% comment %} b", "<p>a  b</p>"],
  ])("%s", (_, text, html) => expect(read(text)).toBe(html));
});
