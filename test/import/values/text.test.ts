import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText } from "../../../src/article/html/text.ts";
import { guessText, toHtml, toLine, unlessBlank } from "../../../src/import/values/text.ts";

describe("a text", () => {
  it("with something to read is itself", () => {
    const text = { type: "text", value: " a " } as const;
    expect(unlessBlank(text)).toBe(text);
  });

  it.each(["", " ", "\n\t", "\u00a0", "\uFEFF"])("%j is blank", (value) => {
    expect(unlessBlank({ type: "html", value })).toBeUndefined();
  });
});

describe("a text in CDATA that was put into CDATA", () => {
  it.each([
    ["<![CDATA[<p>a</p>]]>", { type: "html", value: "<p>a</p>" }],
    [" <![CDATA[a]]&gt; ", { type: "text", value: "a" }],
    ["a <![CDATA[b]]> c", { type: "text", value: "a <![CDATA[b]]> c" }],
  ])("%j is what stands in it", (value, expected) => {
    expect(guessText(value)).toEqual(expected);
  });
});

describe("as one line", () => {
  it.each([
    ["text", "a <b>c</b> &amp; d", "a <b>c</b> &amp; d"],
    ["html", "a <b>c</b> &amp; d", "a c & d"],
    ["text", " one\r\n\ttwo ", "one two"],
    ["html", "<p>one</p><p>two</p>", "one two"],
    ["html", "one<br>two", "one two"],
    ["html", "<!-- hidden -->seen", "seen"],
    ["html", "<script>alert(1)</script>seen", "seen"],
    ["html", "1 < 2", "1 < 2"],
    ["html", "", ""],
  ] as const)("%s %j is %j", (type, value, expected) => {
    expect(toLine({ type, value })).toBe(expected);
  });

  it("keeps no-break spaces, which are typography", () => {
    expect(toLine({ type: "html", value: "10&nbsp;km" })).toBe("10\u00a0km");
    expect(toLine({ type: "text", value: "10\u00a0km" })).toBe("10\u00a0km");
  });

  it.each([
    ["elements in elements", "<div>", "</div>"],
    ["self-closing tags, which HTML leaves open", "<div/>", ""],
    ["end tags that close nothing", "<div></x>", ""],
    ["tags with a `<` in an attribute", '<div title="<">', ""],
  ])("drops the tags of markup that is nested too deep to be walked: %s", (_, open, close) => {
    const deep = 3_000;
    const line = toLine({ type: "html", value: `${open.repeat(deep)}a &amp; b${close.repeat(deep)}` });
    expect({ end: line.slice(-5), hasTag: /<[^<>]*>/.test(line) }).toEqual({ end: "a & b", hasTag: false });
  });

  it("reads what is long but not deep as a reader sees it", () => {
    const flat = `${"<p>a<br>b<img src='x'></p>".repeat(1_000)}<b>c</b><script>hidden</script>`;
    expect(toLine({ type: "html", value: flat })).toBe(
      htmlToText(flat)
        .replace(/[ \t\n\r]+/g, " ")
        .trim(),
    );
    expect(toLine({ type: "html", value: flat })).not.toContain("hidden");
  });
});

describe("as HTML", () => {
  it("markup is left as it is", () => {
    expect(toHtml({ type: "html", value: " <p>a\n\nb " })).toBe(" <p>a\n\nb ");
  });

  it.each([
    ["one", "<p>one</p>"],
    ["one\ntwo", "<p>one<br>two</p>"],
    ["one\r\ntwo", "<p>one<br>two</p>"],
    ["one\n\ntwo", "<p>one</p>\n<p>two</p>"],
    ["one \r\n \t\r\n\n two\n", "<p>one</p>\n<p>two</p>"],
    ["a  \t b", "<p>a b</p>"],
    ['<b> & "c"', "<p>&lt;b&gt; &amp; &quot;c&quot;</p>"],
  ])("plain text %j is %j", (value, expected) => {
    expect(toHtml({ type: "text", value })).toBe(expected);
  });

  it("plain text says the same when it is read", () => {
    const line = fc.stringMatching(/^[!-~é]{1,10}( [!-~é]{1,10}){0,3}$/);
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.constantFrom("\n", "\n\n", "\r\n"),
        (lines, end) => {
          expect(toLine({ type: "html", value: toHtml({ type: "text", value: lines.join(end) }) })).toBe(
            lines.join(" "),
          );
        },
      ),
    );
  });

  it("plain text brings no tag of its own", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        const html = toHtml({ type: "text", value });
        expect(html.replace(/<\/?p>|<br>/g, "")).not.toMatch(/[<>]/);
      }),
    );
  });
});
