import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText } from "../../../src/article/html/text.ts";
import { lexicalToHtml } from "../../../src/import/ghost/lexical.ts";

const text = (words: string, format = 0) => ({ type: "extended-text", text: words, format });
const root = (...children: unknown[]) => JSON.stringify({ root: { type: "root", children } });
const html = (...children: unknown[]) => lexicalToHtml(root(...children), []);

describe("lexical", () => {
  it("is written with its formats, links, headings and quotes", () => {
    const paragraph = {
      type: "paragraph",
      children: [
        text("a "),
        text("b", 3),
        { type: "linebreak" },
        { type: "link", url: "/x?a&b", children: [text("c")] },
      ],
    };
    expect(html(paragraph, { type: "extended-heading", tag: "h3", children: [text("<h>")] })).toBe(
      '<p>a <strong><em>b</em></strong><br><a href="/x?a&amp;b">c</a></p>\n<h3>&lt;h&gt;</h3>',
    );
  });

  it("nests a list in the item before it", () => {
    const inner = {
      type: "list",
      listType: "number",
      start: 3,
      children: [{ type: "listitem", children: [text("two")] }],
    };
    const list = {
      type: "list",
      listType: "bullet",
      children: [
        { type: "listitem", children: [text("one")] },
        { type: "listitem", children: [inner] },
      ],
    };
    expect(html(list)).toBe('<ul><li>one<ol start="3"><li>two</li></ol></li></ul>');
  });

  it.each([{ web: { nonMember: false, memberSegment: "" }, email: {} }, { showOnWeb: false }, { emailOnly: true }])(
    "marks a card that not everybody sees: %j",
    (visibility) =>
      expect(html({ type: "html", html: "<p>x</p>", visibility })).toContain("kg-gated-block:begin nonMember:false"),
  );

  it("is null where it is none", () => expect(lexicalToHtml("{}", [])).toBeNull());

  it("loses no text node's words, whatever it stands in", () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/);
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        word.map((one) => text(`${one} `)),
        fc.record({
          type: fc.constantFrom(
            "paragraph",
            "list",
            "listitem",
            "quote",
            "aside",
            "link",
            "extended-heading",
            "unheard-of",
          ),
          listType: fc.constantFrom("bullet", "number"),
          children: fc.array(tie("node"), { maxLength: 4 }),
        }),
      ),
    }));
    const wordsIn = (one: unknown): string[] =>
      [...JSON.stringify(one).matchAll(/"text":"([a-z]+) "/g)].map(([, w = ""]) => w);
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (nodes) => {
        const shown = htmlToText(html(...nodes) ?? "").replace(/\s+/g, "");
        for (const one of wordsIn(nodes)) expect(shown).toContain(one);
      }),
    );
  });
});
