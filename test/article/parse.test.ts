import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as limit from "../../src/article/limits.ts";
import { parseArticle } from "../../src/article/parse.ts";

const MINIMAL = { id: "a", url: "https://g.example/a", title: "A", published_at: "2026-03-01T08:00:00Z" };

function parsed(input: object) {
  const result = parseArticle({ ...MINIMAL, ...input });
  if (result.status === "problems") throw new Error(JSON.stringify(result.problems));
  return result;
}

function problems(input: unknown) {
  const result = parseArticle(input);
  return result.status === "problems" ? result.problems : [];
}

describe("parsing an article", () => {
  it("refuses what breaks the code that reads it, and says so", () => {
    const poison = {
      ...MINIMAL,
      get summary(): string {
        throw new RangeError("Maximum call stack size exceeded");
      },
    };
    expect(problems(poison)).toEqual([
      { path: "", detail: "cannot be read, which is a fault of ours: RangeError: Maximum call stack size exceeded" },
    ]);
  });

  it("fills in what may be left out", () =>
    expect(parsed({}).article).toEqual({
      ...MINIMAL,
      content_html: "",
      authors: [],
      tags: [],
      images: [],
      attachments: [],
      corrections: [],
      status: "usable",
    }));

  it("tells every problem at once, each with its path", () =>
    expect(
      problems({
        id: "",
        url: "/relative",
        title: 7,
        published_at: "2026-02-30T08:00:00Z",
        authors: [{ name: "A", phone: "1" }],
        images: [{ url: "https://g.example/i", width: 0 }],
        "a/b": 1,
      }).map(({ path }) => path),
    ).toEqual(["/id", "/url", "/title", "/authors/0/phone", "/images/0/width", "/published_at", "/a~1b"]));

  it.each([null, 7, "text", [], [[[[[[[[]]]]]]]]])("refuses %j, which is no article", (input) =>
    expect(problems(input)).not.toEqual([]),
  );

  it.each(["2026-03-01T08:00:00", "2026-03-01", "yesterday", "2026-02-29T08:00:00Z", "0001-01-01T00:00:00Z", ""])(
    "refuses the time %j",
    (published_at) => expect(problems({ ...MINIMAL, published_at }).map(({ path }) => path)).toEqual(["/published_at"]),
  );

  it("writes times in UTC", () => {
    const { article } = parsed({
      published_at: "2026-03-01t08:00:00.120+05:45",
      updated_at: "2026-03-01T10:00:00.000-01:00",
    });
    expect([article.published_at, article.updated_at]).toEqual(["2026-03-01T02:15:00.120Z", "2026-03-01T11:00:00Z"]);
  });

  it("takes control characters and broken Unicode out, and says so", () => {
    const { article, removed } = parsed({ title: "a\u0000b\uD800c\uFFFFd\u0085e", tags: ["\u0007x"] });
    expect(article).toMatchObject({ title: "abcde", tags: ["x"] });
    expect(removed).toEqual([
      { path: "/title", what: "control characters or broken Unicode", count: 4 },
      { path: "/tags/0", what: "control characters or broken Unicode", count: 1 },
    ]);
  });

  it("keeps a line one line, and its no-break spaces", () =>
    expect(parsed({ title: " a\n\t b\u00a0: c\r\n" }).article.title).toBe("a b\u00a0: c"));

  it("takes an empty optional field for an absent one", () =>
    expect(parsed({ summary: " ", section: "", updated_at: null }).article).toMatchObject({
      summary: undefined,
      section: undefined,
      updated_at: undefined,
    }));

  it("percent-encodes URLs to ASCII", () =>
    expect(parsed({ url: "https://münchen.example/a b/ü|[x]?q=%zz&r=“" }).article.url).toBe(
      "https://xn--mnchen-3ya.example/a%20b/%C3%BC%7C%5Bx%5D?q=%25zz&r=%E2%80%9C",
    ));

  it.each(["javascript:alert(1)", "ftp://g.example/", "https://", "mailto:a@b.c", "//g.example/a"])(
    "refuses the URL %j",
    (url) => expect(problems({ ...MINIMAL, url }).map(({ path }) => path)).toEqual(["/url"]),
  );

  it.each([
    ["/title", { title: "x".repeat(limit.MAX_TITLE + 1) }],
    ["/tags", { tags: Array(limit.MAX_TAGS + 1).fill("x") }],
    ["/authors", { authors: Array(limit.MAX_AUTHORS + 1).fill({ name: "x" }) }],
    ["/content_html", { content_html: "<i>".repeat(limit.MAX_HTML_DEPTH + 1) }],
    ["", { content_html: "é".repeat(limit.MAX_ARTICLE_BYTES / 2) }],
  ])("refuses what goes over the limit of %j", (path, input) =>
    expect(problems({ ...MINIMAL, ...input }).map((problem) => problem.path)).toEqual([path]),
  );

  it("takes a body with nothing to see for none", () =>
    expect(parsed({ content_html: "<p> <b></b></p>" }).article.content_html).toBe(""));

  it("says what a problem is, in words that follow its path", () =>
    expect(
      problems({ ...MINIMAL, id: " ", tags: "x", authors: [{ name: "x".repeat(limit.MAX_LINE + 1) }], colour: 1 }),
    ).toEqual([
      { path: "/id", detail: "is empty" },
      { path: "/authors/0/name", detail: `is longer than ${limit.MAX_LINE} characters` },
      { path: "/tags", detail: 'is "x": it must be a list' },
      { path: "/colour", detail: "is not a known field" },
    ]));

  it("says what was taken out of text and of markup, text first", () =>
    expect(parsed({ title: "a\u0000", content_html: "<p onclick=x>a\u0001</p><script></script>" }).removed).toEqual([
      { path: "/title", what: "control characters or broken Unicode", count: 1 },
      { path: "/content_html", what: "control characters or broken Unicode", count: 1 },
      { path: "/content_html", what: "p[onclick]", count: 1 },
      { path: "/content_html", what: "script", count: 1 },
    ]));

  it("makes a body's links absolute by the article's own address", () =>
    expect(parsed({ url: "https://g.example/2026/a", content_html: '<a href="b">x</a>' }).article.content_html).toBe(
      '<a href="https://g.example/2026/b">x</a>',
    ));

  it("changes nothing of an article that it has parsed", () => {
    const text = fc.string({ unit: "binary" });
    const input = fc.record({
      title: text.map((one) => `x${one}`),
      summary: text,
      content_html: text.map((one) => `<p>${one}</p>`),
      tags: fc.array(
        text.map((one) => `t${one}`),
        { maxLength: 3 },
      ),
      url: text.map((one) => `https://g.example/${one}`),
      published_at: fc
        .date({ min: new Date("1600-01-01"), max: new Date("9998-12-30"), noInvalidDate: true })
        .map((date) => date.toISOString()),
    });
    fc.assert(
      fc.property(input, (fields) => {
        const { article } = parsed(fields);
        expect(parsed(JSON.parse(JSON.stringify(article)))).toEqual({ status: "parsed", article, removed: [] });
      }),
    );
  });

  it("is never an error, whatever comes", () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 2 }),
        fc.constantFrom(...Object.keys(MINIMAL), "images", "syndication", "credit"),
        (value, name) => {
          const result = parseArticle({ ...MINIMAL, [name]: value });
          if (result.status === "parsed") return;
          expect(result.problems.length).toBeGreaterThan(0);
          for (const { path } of result.problems) expect(path).toMatch(new RegExp(`^/${name}(/|$)`));
        },
      ),
    );
  });
});
