import fc from "fast-check";

/** HTML as people and their systems write it, well nested or not. */
const INLINE = "a abbr b cite code del em i ins kbd mark q s small span strong sub sup u".split(" ");
const BLOCKS = "p h2 h3 h6 blockquote div section details pre li dd figcaption".split(" ");

const word = fc.constantFrom(
  "a",
  "Zoë",
  "“x”",
  "—",
  "\u00A0",
  "שלום",
  "&amp;",
  "&lt;",
  " ",
  "  ",
  "\n",
  "\n  ",
  "1.",
  "",
);
const attributes = fc.constantFrom(
  "",
  ' class="k"',
  ' dir="rtl" lang="he"',
  ' id="i"',
  ' data-x="1"',
  ' title="&quot;"',
);
const href = fc.constantFrom(' href="https://a.example/?a=1&amp;b"', ' href="mailto:a@a.example"', "");

const { block } = fc.letrec<{ inline: string; block: string; item: string; cell: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    fc.array(word, { maxLength: 4 }).map((words) => words.join("")),
    fc.constantFrom("<br>", "<br>\n", '<img src="https://a.example/a.jpg" alt="">', "<wbr>"),
    fc
      .tuple(fc.constantFrom(...INLINE), attributes, href, fc.array(tie("inline"), { maxLength: 3 }))
      .map(([tag, own, to, inner]) => `<${tag}${tag === "a" ? to : ""}${own}>${inner.join("")}</${tag}>`),
  ),
  item: fc
    .tuple(attributes, fc.array(fc.oneof(tie("inline"), tie("block")), { maxLength: 3 }))
    .map(([own, inner]) => `<li${own}>${inner.join("")}</li>`),
  cell: fc
    .tuple(
      fc.constantFrom("td", "th", 'td colspan="2"', 'td align="right"', 'th scope="row" rowspan="2"'),
      tie("inline"),
    )
    .map(([tag, inner]) => `<${tag}>${inner}</${tag.slice(0, 2)}>`),
  block: fc.oneof(
    { maxDepth: 4 },
    fc
      .tuple(fc.constantFrom(...BLOCKS), attributes, fc.array(tie("inline"), { maxLength: 4 }))
      .map(([tag, own, inner]) => `<${tag}${own}>${inner.join("")}</${tag}>`),
    tie("inline"),
    fc.constantFrom("<hr>", "\n", "<p></p>", '<video src="https://a.example/a.mp4" controls></video>'),
    fc
      .tuple(
        fc.constantFrom("blockquote", "div", "details", "aside", "dl"),
        attributes,
        fc.array(tie("block"), { maxLength: 3 }),
      )
      .map(([tag, own, inner]) => `<${tag}${own}>${inner.join("\n")}</${tag}>`),
    fc
      .tuple(
        fc.constantFrom("ul", "ol", 'ol start="3"'),
        fc.array(tie("item"), { maxLength: 3 }),
        fc.constantFrom("", "\n"),
      )
      .map(([tag, items, space]) => `<${tag}>${space}${items.join(space)}${space}</${tag.slice(0, 2)}>`),
    fc
      .tuple(
        fc.array(fc.array(tie("cell"), { maxLength: 3 }), { maxLength: 3 }),
        fc.constantFrom("", "<caption>C</caption>", "\n"),
      )
      .map(([rows, head]) => `<table>${head}${rows.map((row) => `<tr>${row.join("")}</tr>`).join("\n")}</table>`),
    fc
      .tuple(tie("block"), fc.constantFrom("", "<figcaption>C</figcaption>", "<figcaption>\nC <b>d</b></figcaption>"))
      .map(([shown, caption]) => `<figure>${shown}${caption}</figure>`),
  ),
}));

/** A text of a story. */
export const storyHtml = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join(""));
