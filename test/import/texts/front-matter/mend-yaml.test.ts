import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../../src/import/texts/front-matter/read-front-matter.ts";

const fields = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\nBody`);

describe("front matter that is no YAML", () => {
  it.each([
    ["title: Ferry: the last boat\ndraft: true", { title: "Ferry: the last boat", draft: true }],
    ['title: "He said "yes" aloud"', { title: 'He said "yes" aloud' }],
    ["title: 'It's here'", { title: "It's here" }],
    ["title: @ada writes\nauthor: @ada", { title: "@ada writes", author: "@ada" }],
    ["title: {{ page.title }}", { title: "{{ page.title }}" }],
    ["title:\tA\ntags:\n\t- a\n\t- b: c: d", { title: "A", tags: ["a", "b: c: d"] }],
    ["title: A: B\ntags: [a,\n  b]\nsummary: >\n  x: y: z", { title: "A: B", tags: ["a", "b"], summary: "x: y: z\n" }],
    ["tags: a\ntags: b", { tags: "b" }],
    ["draft: true\ndate: 2024-01-01\ndraft: false", { draft: [true, false] }],
  ])("is read as it was meant: %j", (yaml, meant) => {
    expect(fields(yaml)).toMatchObject({
      status: "read",
      fields: meant,
      note: "its front matter is no YAML: it is read as it was meant",
    });
  });

  it.each(["title: [a", "title: A: B\n  tags: c", '"title": "A'])("and has no meaning is told: %j", (yaml) => {
    expect(fields(yaml)).toMatchObject({ status: "unreadable" });
  });

  it("says nothing of YAML that is well formed", () => {
    expect(fields("title: 'A: B'")).toEqual({
      status: "read",
      fields: { title: "A: B" },
      format: "yaml",
      body: "Body",
      note: undefined,
    });
  });
});
