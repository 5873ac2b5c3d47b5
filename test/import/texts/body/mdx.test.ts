import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText } from "../../../../src/article/html/text.ts";
import { MARKDOWN } from "../../../../src/import/texts/body/markdown-it.ts";
import { mdxToMarkdown } from "../../../../src/import/texts/body/mdx.ts";

function read(text: string): { html: string; notes: string[] } {
  const notes: string[] = [];
  return { html: MARKDOWN.render(mdxToMarkdown(text, notes)).trim(), notes };
}

describe("MDX is the text that it would show:", () => {
  it.each([
    ["without imports", "import A from 'a'\nimport {b} from 'b'\n\na", "<p>a</p>"],
    [
      "with what its constants say",
      `export const ward = 'Quay *x*'\n\nIn {ward}, {1} {\`a\${ward}\`}.`,
      "<p>In Quay *x*, 1 aQuay *x*.</p>",
    ],
    ["without comments", "a {/* b */} c <!-- d -->", "<p>a  c</p>"],
    ["with HTML", '<div className="x">\n  *a*<br />b\n</div>', '<div class="x">\n<p><em>a</em><br>b</p>\n</div>'],
    [
      "with known components",
      '<YouTube id="a1" />',
      '<p><a href="https://www.youtube.com/watch?v=a1">https://www.youtube.com/watch?v=a1</a></p>',
    ],
    [
      "with pictures that it imports",
      'import quay from "./quay.png"\n\n<Image src={quay} alt="Quay" />',
      '<figure><img src="./quay.png" alt="Quay"></figure>',
    ],
    [
      "with code as it stands",
      "`{a}` \n\n```jsx\nimport a from 'b'\n<A {...b} />\n```",
      "<p><code>{a}</code></p>\n<pre><code class=\"language-jsx\">import a from 'b'\n&lt;A {...b} /&gt;\n</code></pre>",
    ],
    [
      "with GitHub's Markdown",
      "- [x] a ~~b~~\n\n|a|\n|-|\n|b|",
      "<ul>\n<li>☑ a <del>b</del></li>\n</ul>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>",
    ],
  ])("%s", (_, text, html) => expect(read(text)).toEqual({ html, notes: [] }));
});

describe("what only a program could tell is named:", () => {
  it.each([
    ["a {props.b} c", "<p>a  c</p>", "the expression {props.b} is left out"],
    ["<Chart data={[1]} client:load />\n\na", "<p>a</p>", "the component <Chart> is left out"],
    ["<Note>\n  *a*\n</Note>", "<p><em>a</em></p>", "the component <Note> is left out, its text kept"],
    ["a <Badge>b</Badge> c", "<p>a b c</p>", "the component <Badge> is left out, its text kept"],
    ['<Card title="Mind the gap" />', "<p>Mind the gap</p>", "the component <Card> is left out, its text kept"],
    [
      "<Tabs.Item>\n\n> a\n\n</Tabs.Item>",
      "<blockquote>\n<p>a</p>\n</blockquote>",
      "the component <Tabs.Item> is left out, its text kept",
    ],
  ])("%j", (text, html, note) => expect(read(text)).toEqual({ html, notes: [note] }));
});

describe("what is no MDX by its grammar loses nothing", () => {
  it.each([
    ["import A from 'a'\n\nIt is <3. <A>b</A>", "<p>It is &lt;3. b</p>"],
    ["export const a = 'b'\n\nIn {a} { and", "<p>In b { and</p>"],
  ])("%j", (text, html) => {
    const { html: written, notes } = read(text);
    expect(written).toBe(html);
    expect(notes[0]).toMatch(/^it is no MDX by its grammar/);
  });

  it("whatever it is", () => {
    const parts = fc.constantFrom(
      ..."alpha bravo charlie <Note> </Note> <Chart/> {a} {/*x*/} { } < > ` <b> </b> import".split(" "),
      "\n",
      "\n\n",
      "- ",
      "> ",
      "{'delta'}",
      "import A from 'a'\n\n",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 10 }), (list) => {
        const { html, notes } = read(list.join(" "));
        const shown = htmlToText(html);
        // `{ alpha }` is an expression, which is named.
        const named = notes.filter((note) => note.startsWith("the expression {")).join("\n");
        for (const word of ["alpha", "bravo", "charlie"])
          if (!named.includes(word))
            expect(shown.split(word).length).toBe(list.filter((part) => part === word).length + 1);
      }),
      { numRuns: 200 },
    );
  });
});
