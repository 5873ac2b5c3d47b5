import { describe, expect, it } from "vitest";
import { linkEmbeds, showBody } from "../../../../src/import/wordpress/body/body.ts";

const SHARED: Record<string, string> = {
  3: "<!-- wp:paragraph --><p>Shared.</p><!-- /wp:paragraph -->",
  4: '<!-- wp:block {"ref":4} /--><p>itself</p>',
};

function show(text: string, footnotes?: string): { html: string; notes: string[] } {
  const notes: string[] = [];
  const library = { file: () => undefined, filesOf: () => [], sharedBlock: (id: string) => SHARED[id] };
  return { html: showBody(text, footnotes, { id: "1", library, notes }).trim(), notes: [...new Set(notes)] };
}

describe("a post's text", () => {
  it("of before there were blocks gets its paragraphs and what its shortcodes show", () => {
    expect(show("a\n\n[caption]<img src=x> y[/caption]").html).toBe(
      "<p>a</p>\n<figure><img src=x><figcaption>y</figcaption></figure>",
    );
  });

  it("in blocks is as it was written", () => {
    expect(
      show('<!-- wp:image {"id":1} -->\n<figure class="wp-block-image"><img src="x"/></figure>\n<!-- /wp:image -->')
        .html,
    ).toBe('<figure class="wp-block-image"><img src="x"/></figure>');
  });

  it("between blocks, and in a block for shortcodes, is as it was before", () => {
    expect(
      show(
        "<!-- wp:more --><!--more--><!-- /wp:more -->one\n\ntwo<!-- wp:shortcode -->[su_x]a[/su_x]<!-- /wp:shortcode -->",
      ).html,
    ).toContain("<p>one</p>\n<p>two</p>\n<p>a</p>");
  });

  it("has its shortcodes shown in a block, and not in code", () => {
    const [paragraph, code] = ["<p>[su_x]a[/su_x]</p>", "<pre><code>[su_x]a[/su_x]</code></pre>"];
    expect(
      show(`<!-- wp:paragraph -->${paragraph}<!-- /wp:paragraph --><!-- wp:code -->${code}<!-- /wp:code -->`).html,
    ).toBe(`<p>a</p>${code}`);
  });

  it("links what it embeds", () => {
    const embed = '<div class="wp-block-embed__wrapper">\nhttps://y.example/?v=1&amp;x\n</div>';
    const shown =
      '<div class="wp-block-embed__wrapper"><a href="https://y.example/?v=1&amp;x">https://y.example/?v=1&amp;x</a></div>';
    expect(show(`<!-- wp:embed -->${embed}<!-- /wp:embed -->`).html).toBe(shown);
    expect(linkEmbeds(shown)).toBe(shown);
  });

  it("has the blocks that it shares with others", () => {
    expect(show('<!-- wp:block {"ref":3} /-->')).toEqual({ html: "<p>Shared.</p>", notes: [] });
    const missing = ["a block that it shares with others is not in the export"];
    expect(show('<!-- wp:block {"ref":9} /-->')).toEqual({ html: "", notes: missing });
    expect(show('<!-- wp:block {"ref":4} /-->').notes).toEqual(missing);
  });

  it("has its footnotes, which stand beside it", () => {
    expect(show("<!-- wp:footnotes /-->", '[{"id":"a-1","content":"By <em>hand</em>"}]').html).toBe(
      '<ol class="wp-block-footnotes"><li id="a-1">By <em>hand</em> <a href="#a-1-link">↩︎</a></li></ol>',
    );
    expect(show("<!-- wp:footnotes /-->", "broken").html).toBe("");
  });

  it("names the blocks that WordPress fills in, and keeps what was written in their values", () => {
    expect(show('<!-- wp:latest-posts {"n":3} /-->')).toEqual({
      html: "",
      notes: ["the block core/latest-posts is left out"],
    });
    expect(show('<!-- wp:acf/quote {"data":{"quote":"No boats today.","_quote":"field_1"}} /-->')).toEqual({
      html: "<p>No boats today.</p>",
      notes: ["the block acf/quote is left out, its words are kept"],
    });
  });
});
