import { describe, expect, it } from "vitest";
import { parseLine } from "../../src/article/parse-line.ts";

const STORY = {
  url: "https://g.example/a",
  title: "A",
  content_html: "<p onclick=x>a</p>",
  published_at: "2026-01-01T00:00:00Z",
};

describe("a line", () => {
  it("is an article, with what was taken out of it and its size", () => {
    const parsed = parseLine(JSON.stringify({ id: "a", ...STORY }));
    expect(parsed).toMatchObject({ status: "parsed", removed: [{ what: "p[onclick]" }] });
    if (parsed.status === "parsed") expect(parsed.size).toBe(JSON.stringify(parsed.article).length);
  });

  it.each([
    ["{", { status: "problems", problems: [{ path: "", detail: "is not JSON" }] }],
    ['{"id":"b"}', { status: "problems", id: "b", problems: expect.arrayContaining([]) }],
    ['{"id":7}', { status: "problems", problems: expect.arrayContaining([]) }],
    ["null", { status: "problems", problems: expect.arrayContaining([]) }],
  ])("that is no article says so: %s", (text, expected) => expect(parseLine(text)).toEqual(expected));
});
