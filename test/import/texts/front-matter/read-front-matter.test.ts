import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readFrontMatter } from "../../../../src/import/texts/front-matter/read-front-matter.ts";

describe("front matter", () => {
  it.each([
    ["---\ntitle: A\n---\nBody", { title: "A" }, "Body", "yaml"],
    // YAML 1.2.2 §9.1.2.
    ["---\ntitle: A\n...\nBody", { title: "A" }, "Body", "yaml"],
    ["\n\n--- \r\ntitle: A\r\n---\t\r\nBody\r\n", { title: "A" }, "Body\n", "yaml"],
    ["\uFEFF---\ntitle: A\n---\nBody", { title: "A" }, "Body", "yaml"],
    ["---\n---\nBody", {}, "Body", "yaml"],
    ["---\n# only a comment\n---\nBody", {}, "Body", "yaml"],
    ["---\ntitle: A\n---", { title: "A" }, "", "yaml"],
    // Four hyphens are no end.
    ["---\ntitle: |\n  A\n\n  ----\n---\nBody", { title: "A\n\n----\n" }, "Body", "yaml"],
    ["---\nbase: &b {a: 1}\nc:\n  <<: *b\n---\n", { base: { a: 1 }, c: { a: 1 } }, "", "yaml"],
    ['+++\r\ntitle = "A"\r\n+++\r\nBody', { title: "A" }, "Body", "toml"],
    ["---toml\na = 1\n---\nBody", { a: 1 }, "Body", "toml"],
    ['{"title": "A }", "b": {"c": 1}}\n\nBody', { title: "A }", b: { c: 1 } }, "\nBody", "json"],
    ['\n{\n  "title": "\\"A\\""\n}\nBody', { title: '"A"' }, "Body", "json"],
    ['---json\n{"a": 1}\n---\nBody', { a: 1 }, "Body", "json"],
    [';;;\n{"a": 1}\n;;;\nBody', { a: 1 }, "Body", "json"],
    // Hexo: no fence above, and JSON without braces.
    ["title: A\ndate: 2024-05-01\n---\nBody", { title: "A", date: "2024-05-01" }, "Body", "yaml"],
    [
      '"title": "A",\n"date": "2013/7/13 20:46:25"\n;;;\nBody',
      { title: "A", date: "2013/7/13 20:46:25" },
      "Body",
      "json",
    ],
    // Pelican and MultiMarkdown.
    [
      "Title: A: B\nStatus: draft\nTags: a,\n    b\n\nBody\n\nC",
      { Title: "A: B", Status: "draft", Tags: "a, b" },
      "Body\n\nC",
      "lines",
    ],
    // Kirby.
    [
      "Title: A: B\n\n----\n\nDate: 2024-05-13\n\n----\n\nText:\n\nBody\n\n- a\n",
      { Title: "A: B", Date: "2024-05-13", Text: "Body\n\n- a" },
      "",
      "sections",
    ],
    // Notion.
    [
      "# A\n\nCreated: May 13, 2024\nStatus: Draft\n\nBody",
      { Created: "May 13, 2024", Status: "Draft" },
      "# A\n\n\nBody",
      "lines",
    ],
    // Nikola.
    [
      "<!--\n.. title: A: B\n.. status: draft\n.. link:\n-->\n\nBody",
      { title: "A: B", status: "draft", link: "" },
      "Body",
      "lines",
    ],
    [".. title: A\n.. status: private\n\nBody\n\n.. C", { title: "A", status: "private" }, "Body\n\n.. C", "lines"],
  ])("of %j", (text, fields, body, format) => {
    expect(readFrontMatter(text)).toEqual({ status: "read", fields, body, format });
  });

  it.each([
    "Body\n---\ntitle: A\n---\n",
    "---\n\nA thematic break, and no end.",
    "Title of a story\n---\nBody",
    "# A\n\nNote: this is a text.\n\nBody",
    "# A\n\nStatus: quo\nis a line of the text.\n\nBody",
    "Status quo: what next?\n\nBody",
    "{% include a.html %}\nBody",
    '{"a"} is an expression',
    "{{< figure >}}",
    "+++ three pluses",
    "",
  ])("is none in %j", (text) => {
    expect(readFrontMatter(text)).toEqual({ status: "read", fields: {}, body: text });
  });

  it("of TOML keeps its dates as they are written: a local one says no zone", () => {
    const text = "+++\na = 2024-05-01T10:00:00+02:00\nb = 2024-05-01T10:00:00\nc = 2024-05-01\nd = [2024-05-02]\n+++\n";
    expect(readFrontMatter(text)).toMatchObject({
      fields: { a: "2024-05-01T10:00:00.000+02:00", b: "2024-05-01T10:00:00.000", c: "2024-05-01", d: ["2024-05-02"] },
    });
  });

  it("longer than any is not read, and says so", () => {
    const ofLength = (length: number) =>
      readFrontMatter(`---\ntitle: ${"a".repeat(length - "title: \n".length)}\n---\n`);
    expect(ofLength(20_000).status).toBe("read");
    expect(ofLength(20_001)).toEqual({
      status: "unreadable",
      reason: "its front matter has more than 20000 characters",
    });
  });

  it.each([
    ["---\n- a\n---\n", "its front matter is no list of fields"],
    ["---\njust text\n---\n", "its front matter is no list of fields"],
    ["---\na: 1\ntitle: [\n---\n", /^its front matter is no YAML, in line [34]: [^\n]+$/],
    ["\n\n---\n  a: b: c\n---\n", /^its front matter is no YAML, in line 4: Nested mappings/],
    // Keys that are collections would be written as text, once for each level around them.
    ["---\n? - a\n: b\n---\n", /all keys must be strings/],
    ["+++\na = 1\nb = \n+++\n", /^its front matter is no TOML, in line 3: [^\n]+$/],
    [';;;\n{\n"a": 1,\n"b" 2\n}\n;;;\n', /^its front matter is no JSON, in line 4: [^\n]+$/],
    ["---\ndraft: true\n\nBody", "its front matter, which begins in line 1, has no end: a line ---"],
    ["\n+++\ndraft = true\n\nBody", "its front matter, which begins in line 2, has no end: a line +++"],
    ['{"draft": true,\n\nBody', "its front matter, which begins in line 1, has no end: a }"],
  ])("%j cannot be read, and says why in one line", (text, reason) => {
    const read = readFrontMatter(text);
    expect(read).toEqual({
      status: "unreadable",
      reason: typeof reason === "string" ? reason : expect.stringMatching(reason),
    });
  });

  it("comes back as it was written, whatever the values", () => {
    const value = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string(), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(value, value, (title, section) => {
        const yaml = `---\n${stringify({ title, section })}---\nBody`;
        expect(readFrontMatter(yaml)).toMatchObject({ fields: { title, section }, body: "Body" });
        const json = `${JSON.stringify({ title, section }, null, 1)}\nBody`;
        expect(readFrontMatter(json)).toMatchObject({ fields: { title, section }, body: "Body" });
      }),
    );
  });

  it("of any text whatever is read or refused", () => {
    const part = fc.constantFrom(
      "---\n",
      "+++\n",
      ";;;\n",
      "{",
      "}",
      '"',
      "title: ",
      "a = ",
      "\n",
      "\r",
      "[",
      "\\",
      "x",
      " ",
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(readFrontMatter(parts.join("")).status).toMatch(/^(read|unreadable)$/);
      }),
    );
  });
});
