import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText } from "../../../src/article/html/text.ts";
import { mobiledocToHtml } from "../../../src/import/ghost/mobiledoc.ts";

const write = (document: Record<string, unknown>, notes: string[] = []) =>
  mobiledocToHtml(
    JSON.stringify({ version: "0.3.1", atoms: [], cards: [], markups: [], sections: [], ...document }),
    notes,
  );

describe("mobiledoc", () => {
  it("is written with its markups, atoms, lists and cards", () => {
    const document = {
      markups: [["strong"], ["a", ["href", "https://x.example/?a&b"]]],
      atoms: [["soft-return", "", {}]],
      cards: [
        ["code", { code: "<b>", language: "html" }],
        ["hr", {}],
      ],
      sections: [
        [
          1,
          "p",
          [
            [0, [0, 1], 1, "a"],
            [0, [], 1, "b"],
            [1, [], 0, 0],
            [0, [], 0, "<c>"],
          ],
        ],
        [3, "ol", [[[0, [], 0, "one"]]]],
        [10, 0],
        [10, 1],
      ],
    };
    expect(write(document)).toBe(
      '<p><strong><a href="https://x.example/?a&amp;b">a</a>b</strong><br>&lt;c&gt;</p>\n<ol><li>one</li></ol>\n<pre><code class="language-html">&lt;b&gt;</code></pre>\n<hr>',
    );
  });

  it("names what it leaves out", () => {
    const notes: string[] = [];
    write(
      {
        cards: [
          ["email-cta", { html: "x" }],
          ["poll", {}],
        ],
        sections: [[10, 0], [10, 1], [99]],
      },
      notes,
    );
    expect(notes).toEqual([
      "a part for e-mail only is left out",
      "a card “poll” is left out",
      "a section of the kind 99 is left out",
    ]);
  });

  it("is null where it is none", () => expect(mobiledocToHtml("[]", [])).toBeNull());

  it("loses no marker's words, however its markups are opened and closed", () => {
    const marker = fc.tuple(
      fc.constant(0),
      fc.array(fc.nat(3), { maxLength: 3 }),
      fc.nat(4),
      fc.stringMatching(/^[a-z]{3,9}$/),
    );
    fc.assert(
      fc.property(fc.array(fc.array(marker, { maxLength: 5 }), { maxLength: 4 }), (sections) => {
        const written = write({ markups: [["b"], ["em"], ["blink"]], sections: sections.map((one) => [1, "p", one]) });
        const shown = htmlToText(written ?? "").replace(/\s+/g, "");
        for (const [, , , words] of sections.flat()) expect(shown).toContain(words);
      }),
    );
  });
});
