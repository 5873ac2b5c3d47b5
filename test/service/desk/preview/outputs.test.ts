import { describe, expect, it } from "vitest";
import type { Format } from "../../../../src/feed/feed.ts";
import { Outputs } from "../../../../src/service/desk/preview/outputs.tsx";
import type { Preview } from "../../../../src/service/jobs/preview.ts";
import type { FeedItem } from "../../../../src/service/pages/feed/items.ts";
import { definitionOf, itemOf, site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { discrepancyOf } from "../fixtures.ts";

const XML: Format[] = ["rss", "atom"];
const documentsOf = (items: FeedItem[], xml = "<a><b>x</b><c/></a>"): Preview["documents"] => [
  ...XML.map((format) => ({ format, text: xml })),
  { format: "json", text: JSON.stringify({ items }) },
];
const outputs = (preview: Partial<Preview> = {}, first = false) =>
  render(Outputs, {
    site,
    first,
    preview: {
      definitions: [definitionOf()],
      selected: true,
      documents: documentsOf([itemOf({ content_html: "<p>A</p>" })]),
      discrepancies: [],
      ...preview,
    },
  });
const heading = (html: string) => /<h2>(.*?)<\/h2>/.exec(html)?.[1];

describe("how feeds show an article", () => {
  it.each([
    ["feeds that take it", {}, "In Everything: full text, reads right"],
    [
      "all that show it alike",
      { definitions: [definitionOf({ content: "summary" }), definitionOf({ title: "Short" })] },
      "In Everything, Short: summary, reads right",
    ],
    [
      "one that would not take it",
      { selected: false, definitions: [definitionOf({ content: "headline" })] },
      "No feed takes it; Everything would show it so: headline, reads right",
    ],
    ["one that would be refused", { discrepancies: [discrepancyOf()] }, "In Everything: full text, would be refused"],
  ])("is told of %s", (_, preview, words) => expect(heading(outputs(preview))).toBe(words));

  it.each([
    [true, [], true],
    [false, [], false],
    [false, [discrepancyOf()], true],
  ])("is open where it is the first (%s) or something is wrong, %#", (first, discrepancies, open) =>
    expect(outputs({ discrepancies }, first).startsWith('<details open="">')).toBe(open),
  );

  it("shows every format's document as text, with line breaks between elements", () => {
    const html = outputs();
    expect(
      [
        ...html.matchAll(
          /<section aria-label="([^"]+)"><h3>([^<]+)<\/h3><pre tabindex="0" dir="ltr">([^<]*)<\/pre><\/section>/g,
        ),
      ]
        .map((m) => m.slice(1, 4))
        .slice(0, 2),
    ).toEqual([
      ["RSS, Everything", "RSS", "&lt;a&gt;\n&lt;b&gt;x&lt;/b&gt;\n&lt;c/&gt;\n&lt;/a&gt;"],
      ["Atom, Everything", "Atom", "&lt;a&gt;\n&lt;b&gt;x&lt;/b&gt;\n&lt;c/&gt;\n&lt;/a&gt;"],
    ]);
    expect(html).toContain("{\n &quot;items&quot;: [\n  {\n   &quot;id&quot;:");
  });

  it("shows as much of a document as one reads through, and says of how much", () => {
    const html = outputs({ documents: documentsOf([], `<a>${"x".repeat(70_000)}</a>`) });
    expect(html.split("The first 60,000 of 70,007 characters.")).toHaveLength(3);
    expect(html).not.toContain("x".repeat(60_000));
  });

  it("cuts no character in two", () => {
    const html = outputs({ documents: documentsOf([], `${"x".repeat(59_999)}😀`) });
    expect(html).not.toMatch(/\p{Surrogate}/u);
  });
});

describe("an article as a reader shows it", () => {
  const shown = (fields: Partial<FeedItem>, input = {}) => {
    const html = outputs({ documents: documentsOf([itemOf(fields)]), definitions: [definitionOf(input)] });
    return /<article class="full shown".*?<\/article>/s.exec(html)?.[0] ?? "";
  };

  it("has its title, summary, authors and text, as the public pages show them", () => {
    const html = shown({
      summary: "In short",
      authors: [{ name: "Ada" }, { name: "Bo" }],
      content_html: "<h4>Sub</h4><p id='x'>A</p>",
    });
    expect(html).toContain('<p class="dek">In short</p>');
    expect(html).toContain('<span class="byline">Ada, Bo</span>');
    expect(html).toContain('<div class="text"><h2>Sub</h2>\n<p>A</p></div>');
  });

  it("says nothing twice", () => {
    expect(shown({ summary: "Title of a" })).not.toContain("dek");
    const image = "https://gazette.example/pier.jpg";
    expect(shown({ image }).split(image)).toHaveLength(2);
    expect(shown({ image, content_html: `<p><img src="${image}"></p>` }).split(image)).toHaveLength(2);
  });

  it("is in its language, else in its feed's, else in the site's", () => {
    const lang = (html: string) => /aria-label="As a reader shows it" (lang="\w+" dir="\w+")/.exec(html)?.[1];
    expect(lang(shown({ language: "ar" }, { language: "cy" }))).toBe('lang="ar" dir="rtl"');
    expect(lang(shown({}, { language: "cy" }))).toBe('lang="cy" dir="ltr"');
    expect(lang(shown({}))).toBe('lang="en" dir="ltr"');
  });

  it("says that a long text goes on", () => {
    const paragraphs = (count: number) => `<p>${"x".repeat(993)}</p>`.repeat(count);
    expect(shown({ content_html: paragraphs(120) })).not.toContain("The text goes on.");
    expect(shown({ content_html: paragraphs(121) })).toContain('<p class="meta">The text goes on.</p>');
  });

  it("is none where the document has no item, as a notice for machines has none", () => {
    expect(text(outputs({ documents: documentsOf([]) }))).not.toContain("Title of a");
  });
});
