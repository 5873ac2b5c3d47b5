import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readFrontMatter, toList } from "../../../src/import/texts/front-matter.ts";

/** What is read, with what was noted. */
function frontOf(text: string) {
  const notes: string[] = [];
  return { ...readFrontMatter(text, notes), notes };
}

const READ = { status: "read", notes: [] };

describe("front matter", () => {
  it.each([
    ["---\ntitle: A\n---\nBody", { front: { title: "A" }, body: "Body" }],
    // YAML 1.2.2 §9.1.2.
    ["---\ntitle: A\n...\nBody", { front: { title: "A" }, body: "Body" }],
    ["\n\n--- \r\ntitle: A\r\n---\t\r\nBody\r\n", { front: { title: "A" }, body: "Body\r\n" }],
    ["---\n---\nBody", { front: {}, body: "Body" }],
    ["---\n# only a comment\n---\nBody", { front: {}, body: "Body" }],
    ["---\ntitle: A\n---", { front: { title: "A" }, body: "" }],
    // Four hyphens are no end.
    ["---\ntitle: |\n  A\n\n  ----\n---\nBody", { front: { title: "A\n\n----\n" }, body: "Body" }],
    ["Body\n---\ntitle: A\n---\n", { front: {}, body: "Body\n---\ntitle: A\n---\n" }],
    ["---\ntitle: A", { front: {}, body: "---\ntitle: A" }],
    ["", { front: {}, body: "" }],
  ])("of %j", (text, expected) => {
    expect(frontOf(text)).toEqual({ ...READ, ...expected });
  });

  it("longer than any is not read, and says so", () => {
    const ofLength = (length: number) => frontOf(`---\ntitle: ${"a".repeat(length - "title: ".length)}\n---\n`);
    expect(ofLength(20_000).status).toBe("read");
    expect(ofLength(20_001)).toEqual({
      status: "unreadable",
      reason: "its front matter has more than 20000 characters",
      notes: [],
    });
  });

  it.each([
    ["---\n- a\n---\n", "its front matter is no list of fields"],
    ["---\njust text\n---\n", "its front matter is no list of fields"],
    ["---\ntitle: [\n---\n", expect.stringMatching(/^its front matter is no YAML: [^\n]+$/)],
    // Keys that are collections would be written as text, once for each level around them.
    ["---\n? - a\n: b\n---\n", expect.stringMatching(/all keys must be strings/)],
    ["---\na: 1\na: 2\n---\n", expect.stringMatching(/^its front matter is no YAML: Map keys must be unique/)],
  ])("%j cannot be read, and says why in one line", (text, reason) => {
    expect(frontOf(text)).toEqual({ status: "unreadable", reason, notes: [] });
  });

  it("comes back as it was written, whatever the values", () => {
    const value = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string(), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(value, value, fc.string(), (title, section, body) => {
        fc.pre(section !== "" || title !== "");
        const read = frontOf(`---\n${stringify({ title, section })}---\n${body}`);
        expect(read).toEqual({ ...READ, front: { title, section }, body });
      }),
    );
  });
});

describe("fields under other systems' names", () => {
  it.each([
    ["date: 2026-03-03", { published_at: "2026-03-03" }],
    ["pubDate: 2026-03-03", { published_at: "2026-03-03" }],
    ["lastmod: 2026-03-04", { updated_at: "2026-03-04" }],
    ["expiryDate: 2026-03-05", { expires_at: "2026-03-05" }],
    ["description: S", { summary: "S" }],
    ["excerpt: S", { summary: "S" }],
    ["author: Jane", { authors: "Jane" }],
    ["category: Sea", { section: "Sea" }],
    ["permalink: /a", { url: "/a" }],
    ["canonical_url: https://g.example/a", { url: "https://g.example/a" }],
    ["lang: de", { language: "de" }],
    ["cover: a.png", { images: "a.png" }],
    ["copyright: © J", { rights: "© J" }],
  ])("%s", (yaml, front) => {
    expect(frontOf(`---\n${yaml}\n---\n`)).toEqual({ ...READ, front, body: "" });
  });

  it("tags, keywords and categories are put together", () => {
    expect(frontOf("---\ntags: [a, b]\nkeywords: c, d\ncategories:\n  - e\n---\n")).toMatchObject({
      front: { tags: ["a", "b", "c", "d", "e"] },
    });
  });

  it("an article's own name wins, wherever it stands", () => {
    expect(frontOf("---\ndescription: A\nsummary: B\n---\n")).toMatchObject({ front: { summary: "B" } });
    expect(frontOf("---\nsummary: B\ndescription: A\n---\n")).toMatchObject({ front: { summary: "B" } });
  });

  it("of two other names, the first wins", () => {
    expect(frontOf("---\nexcerpt: A\ndescription: B\n---\n")).toMatchObject({ front: { summary: "A" } });
  });

  it.each(["layout", "__proto__", "constructor", "toString"])("%s is no field, which is noted", (key) => {
    expect(frontOf(`---\n${key}: x\n---\n`)).toEqual({
      status: "read",
      front: {},
      body: "",
      notes: [`${key} is left out: an article has no such field`],
    });
  });
});

describe("one value or several", () => {
  it.each([
    [undefined, []],
    [null, []],
    ["", []],
    [" , ", []],
    ["a", ["a"]],
    ["a, b,c ", ["a", "b", "c"]],
    [
      ["a, b", null, 3],
      ["a, b", 3],
    ],
    [3, [3]],
    [0, [0]],
    [false, [false]],
    [{ name: "Jane" }, [{ name: "Jane" }]],
  ])("%j is %j", (value, list) => {
    expect(toList(value)).toEqual(list);
  });
});
