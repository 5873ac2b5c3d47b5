import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Quote, quote } from "../../src/article/quote.ts";
import { queryParts } from "../../src/article/search-query.ts";

const marked = ({ text, marks }: Quote): string[] => marks.map(([start, end]) => text.slice(start, end));
const find = (text: string, query: string) => quote(text, queryParts(query));

describe("a quote", () => {
  it.each([
    ["Storm over the harbour", "storm harb", ["Storm", "harbour"]],
    ["Zoë’s café", "zoe cafe", ["Zoë", "café"]],
    ["The quick ferry, the quick", '"quick ferry"', ["quick ferry"]],
    ["東京の港で労働者が仕事を止めた", "労働者", ["労働者"]],
    ["توقف العمال في الميناء", "ميناء", ["الميناء"]],
    ["Only st here", "st", ["st"]],
  ])("of “%s” for “%s” marks %j", (text, query, words) => {
    const found = find(text, query);
    expect(found && marked(found)).toEqual(words);
    expect(found?.text).toBe(text);
  });

  it("is null where nothing of the query is there, whole words and phrases among them", () => {
    for (const query of ["ferry", "orm", '"harbour storm"']) expect(find("Storm over the harbour", query)).toBeNull();
  });

  it("of a long text is the place of the first find, cut between words", () => {
    const text = `${"before ".repeat(100)}ferry ${"after ".repeat(100)}`;
    const found = find(text, "ferry");
    expect(found?.text).toMatch(/^…(before )+ferry( after)+…$/);
    expect(found?.text.length).toBeLessThan(240);
    expect(found && marked(found)).toEqual(["ferry"]);
  });

  it("has marks that lie in it, in order and apart, whatever text and query are", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", maxLength: 20 }), (text, query) => {
        const { text: quoted = "", marks = [] } = find(`${text} ${query} ${text}`, query) ?? {};
        let last = 0;
        for (const [start, end] of marks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(quoted.length);
      }),
    ));
});
