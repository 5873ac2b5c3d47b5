import { describe, expect, it } from "vitest";
import { htmlToText } from "../../../src/article/html/text.ts";
import { parseArticle } from "../../../src/article/parse.ts";
import { articleId } from "../../../src/import/decide/article-id.ts";
import { readMarkdown } from "../../../src/import/texts/markdown.ts";
import { NOW, read, readOne, SOURCE, stored } from "../helpers.ts";

describe("Markdown", () => {
  it.each([
    ["quotes", ">".repeat(20_000)],
    ["lists", "- ".repeat(20_000)],
    ["headings of signs alone", `# ${"#".repeat(20_000)}`],
  ])("of nothing but %s is read, and is refused by name if it nests too deep for an article", async (_, text) => {
    const item = await readOne(`---\ntitle: A\n---\n\n${text} a`, {
      base: "https://gazette.example/",
      date: NOW,
      name: "a.md",
    });
    const parsed = parseArticle(item.article);
    if (parsed.status === "problems")
      expect(parsed.problems).toEqual([{ path: "/content_html", detail: "nests deeper than 200 elements" }]);
    else expect(htmlToText(parsed.article.content_html)).toMatch(/a$/);
  });

  it("becomes an article, whole", async () => {
    const item = await readOne(
      `---\ntitle: "Harbour: open"\ndate: 2026-03-03 10:00:00 +0100\nlastmod: 2026-03-04\nauthor: Jane Doe\ntags: [sea, storm]\ncategory: Weather\nlayout: post\ndraft: true\n---\n\n# Harbour: open\n\nFerries *sail*.\n\n| a |\n|---|\n| 1 |\n`,
      { name: "posts/harbour-open.md", base: "https://gazette.example/news" },
    );
    expect(item.article).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{20}$/),
      url: "https://gazette.example/news/harbour-open",
      title: "Harbour: open",
      content_html:
        "<p>Ferries <em>sail</em>.</p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>\n",
      authors: [{ name: "Jane Doe" }],
      section: "Weather",
      tags: ["sea", "storm"],
      images: [],
      published_at: "2026-03-03T09:00:00Z",
      updated_at: "2026-03-04T00:00:00Z",
      status: "withheld",
    });
    expect(item.notes).toEqual(["layout is left out: an article has no such field"]);
    expect(item.withheld).toBe("it is a draft");
  });

  it.each([
    ["---\ntitle: [\n---\nx", /^its front matter is no YAML/],
    ["---\n- a\n---\nx", /^its front matter is no list of fields/],
    ["---\ntitle: A\n---\nx", /^it has no url/],
  ])("%j is skipped", async (text, reason) => {
    expect((await read(text)).skipped[0]?.reason).toMatch(reason);
  });
});

const GIVEN = { ...SOURCE, name: "posts/harbour-open.md", base: "https://gazette.example/news" };
const FRONT = "title: A\ndate: 2026-03-03";

/** The article of a Markdown file with this front matter and body. */
async function articleOf(front: string, body = "", source = GIVEN) {
  const { items, skipped } = await readMarkdown(`---\n${front}\n---\n${body}`, source);
  const [item] = items;
  if (!item) throw new Error(JSON.stringify(skipped));
  return item;
}

it("a text in a field is the text, where there is none below", async () => {
  const article = async (text: string) => (await read(text)).items[0];
  expect(await article("---\nurl: https://gazette.example/a\ntitle: A\nbody: B **c**\n---\n")).toMatchObject({
    article: { content_html: "<p>B <strong>c</strong></p>\n" },
  });
  expect(await article("---\nurl: https://gazette.example/a\ntitle: A\nbody: B\n---\nText")).toMatchObject({
    article: { content_html: "<p>Text</p>\n" },
  });
});

describe("the title", () => {
  it.each([
    ["of the front matter", "title: A", "Text.", "A", "<p>Text.</p>\n"],
    ["of the front matter, as a number", "title: 2026", "Text.", "2026", "<p>Text.</p>\n"],
    ["of a heading", "draft: false", "\n# A *b*\n\nText.", "A b", "<p>Text.</p>\n"],
    ["of a heading with closing signs", "draft: false", "# A ##\nText.", "A", "<p>Text.</p>\n"],
    ["of the front matter, its heading not repeated", "title: A b", "# A *b*\n\nText.", "A b", "<p>Text.</p>\n"],
    ["of the front matter, another heading kept", "title: A", "# B\n", "A", "<h1>B</h1>\n"],
    [
      "of its first words",
      "draft: false",
      "Text *and* more.\n\n# B",
      "Text and more. B",
      "<p>Text <em>and</em> more.</p>\n<h1>B</h1>\n",
    ],
    ["of the file's name, without words", "draft: false", "", "harbour-open", ""],
    ["of a heading that ends in a sign of its own", "draft: false", "# Why C#\nText.", "Why C#", "<p>Text.</p>\n"],
    ["of no heading without words", "draft: false", "# ##\nText.", "Text.", "<h1></h1>\n<p>Text.</p>\n"],
    ["of no heading of spaces", "draft: false", "#  \nText.", "Text.", "<h1></h1>\n<p>Text.</p>\n"],
    // A heading of a lower rank is a part of the story.
    ["of no second heading", "title: A", "## A", "A", "<h2>A</h2>\n"],
  ])("%s", async (_, front, body, title, content_html) => {
    const { article } = await articleOf(`date: 2026-03-03\n${front}`, body);
    expect(article).toMatchObject({ title, content_html });
  });

  it("costs no more with 100,000 signs in it", async () => {
    const signs = "#".repeat(100_000);
    expect((await articleOf("title: A\ndate: 2026-03-03", `# ${signs}x`)).article.content_html).toBe(
      `<h1>${signs}x</h1>\n`,
    );
  });

  it("that had to be made is noted", async () => {
    expect((await articleOf("date: 2026-03-03", "Text")).notes).toEqual(["untitled: its first words are the title"]);
  });
});

describe("the address", () => {
  it.each([
    ["its own", "url: https://other.example/x", "https://other.example/x"],
    ["its own, relative to the base", "url: sea/a", "https://gazette.example/news/sea/a"],
    ["its own, from the site's root", "permalink: /sea/a/", "https://gazette.example/sea/a/"],
    ["its slug under the base", "slug: the-sea", "https://gazette.example/news/the-sea"],
    ["its file's name under the base", "lang: en", "https://gazette.example/news/harbour-open"],
  ])("is %s", async (_, front, url) => {
    expect((await articleOf(`${FRONT}\n${front}`)).article.url).toBe(url);
  });

  it("is its title's slug where the file's name makes none", async () => {
    expect((await articleOf(FRONT, "", { ...GIVEN, name: "posts/—.md" })).article.url).toBe(
      "https://gazette.example/news/a",
    );
  });

  it("is where it was fetched from, before the base", async () => {
    const source = { ...GIVEN, url: "https://other.example/a.md" };
    expect((await articleOf(FRONT, "", source)).article.url).toBe("https://other.example/a.md");
  });
});

describe("the id", () => {
  const url = "https://gazette.example/news/harbour-open";
  it.each([
    ["its own", "id: 7", "7"],
    ["made from its guid, which is kept", "guid: urn:1", articleId("urn:1", url)],
    ["made from its address", "lang: en", articleId(url, url)],
  ])("is %s", async (_, front, id) => {
    expect((await articleOf(`${FRONT}\n${front}`)).article.id).toBe(await id);
  });
});

describe("dates", () => {
  const undated = { ...GIVEN, modified: "2025-01-01T00:00:00Z" };
  const asked = { ...undated, fileTime: true };

  it.each([
    ["its own", "date: 3 March 2026", { ...undated, date: "2024-01-01T00:00:00Z" }, "2026-03-03T00:00:00Z", []],
    [
      "the given one",
      "lang: en",
      { ...undated, date: "2024-01-01T00:00:00Z" },
      "2024-01-01T00:00:00Z",
      ["without a date: it got the given one"],
    ],
    ["the file's, if asked for", "lang: en", asked, "2025-01-01T00:00:00Z", ["without a date: it got the file's"]],
    ["none, and the file's is not taken", "lang: en", undated, undefined, []],
    ["none, where its own is none", "date: soon", undated, undefined, ["“soon” is no date"]],
    [
      "the file's, where its own is none",
      "date: soon",
      asked,
      "2025-01-01T00:00:00Z",
      ["“soon” is no date", "without a date: it got the file's"],
    ],
  ])("%s", async (_, front, source, published_at, notes) => {
    const item = await articleOf(`title: A\n${front}`, "", source);
    expect([item.article.published_at, item.notes]).toEqual([published_at, notes]);
    expect(item.undated).toBe(published_at === undefined ? 0 : undefined);
  });

  it("of an embargo and an expiry are read, too", async () => {
    expect((await articleOf(`${FRONT}\nembargo_until: 4 March 2026\nexpiryDate: 2027-01-01`)).article).toMatchObject({
      embargo_until: "2026-03-04T00:00:00Z",
      expires_at: "2027-01-01T00:00:00Z",
    });
  });
});

describe("people", () => {
  it.each([
    ["author: Jane Doe", [{ name: "Jane Doe" }]],
    ["author: Jane Doe, John Roe", [{ name: "Jane Doe" }, { name: "John Roe" }]],
    ["authors: [Jane Doe <jane@g.example>]", [{ name: "Jane Doe", email: "jane@g.example" }]],
    ["author: {name: Jane, url: 'https://g.example/jane', x: y}", [{ name: "Jane", url: "https://g.example/jane" }]],
    ["authors: [{url: 'mailto:jane@g.example'}]", [{ name: "jane@g.example", email: "jane@g.example" }]],
    ["authors: [{title: Editor}, null, '']", []],
    ["lang: en", []],
  ])("%s", async (front, authors) => {
    expect((await articleOf(`${FRONT}\n${front}`)).article.authors).toEqual(authors);
  });
});

describe("pictures", () => {
  it.each([
    ["cover: /a, b.png", [{ url: "https://gazette.example/a,%20b.png" }]],
    ["image: sea.png", [{ url: "https://gazette.example/news/sea.png" }]],
    [
      "images: [https://g.example/a.png, b.png]",
      [{ url: "https://g.example/a.png" }, { url: "https://gazette.example/news/b.png" }],
    ],
    ["images: [{url: a.png, caption: A}]", [{ url: "https://gazette.example/news/a.png", caption: "A" }]],
    ["images: [7]", []],
  ])("%s", async (front, images) => {
    expect((await articleOf(`${FRONT}\n${front}`)).article.images).toEqual(images);
  });
});

describe("the status", () => {
  it.each([
    ["draft: true", undefined, "it is a draft"],
    ["draft: false", undefined, undefined],
    ["status: canceled", "canceled", undefined],
    // Of two words the one that keeps it back wins, where all items are decided alike.
    ["draft: true\nstatus: usable", undefined, "it is a draft"],
  ])("%j is %j", async (front, status, withheld) => {
    const item = await articleOf(`${FRONT}\n${front}`);
    expect([item.article.status, item.withheld]).toEqual([status, withheld]);
  });
});

describe("a section and a tag from whoever imports", () => {
  it("come in beside the file's own tags, each once", async () => {
    const source = { ...GIVEN, section: "World", tag: "sea" };
    expect((await articleOf(`${FRONT}\ncategory: Weather\ntags: [sea, 2026, sea]`, "", source)).article).toMatchObject({
      section: "World",
      tags: ["sea", "2026"],
    });
    expect((await articleOf(FRONT, "", source)).article).toMatchObject({ section: "World", tags: ["sea"] });
  });
});

describe("GitHub's Markdown", () => {
  it("has tables, strikethrough and bare addresses, and HTML as it stands", async () => {
    const item = await articleOf(FRONT, "~~a~~ https://g.example/ <b>c</b>");
    expect(item.article.content_html).toBe(
      '<p><del>a</del> <a href="https://g.example/">https://g.example/</a> <b>c</b></p>\n',
    );
    expect(stored(item).title).toBe("A");
  });
});
