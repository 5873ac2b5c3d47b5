import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../../src/service/api/csv.ts";

/** A reader of CSV by the grammar of RFC 4180 §2, and nothing else. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const row: string[] = [];
    for (;;) {
      const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
      const plain = /^[^",\r\n]*/.exec(text.slice(at));
      at += (quoted ?? plain)?.[0].length ?? 0;
      row.push(quoted ? (quoted[1] ?? "").replaceAll('""', '"') : (plain?.[0] ?? ""));
      if (text[at] !== ",") break;
      at += 1;
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`no end of a line at ${at}`);
    at += 2;
    rows.push(row);
  }
  return rows;
}

describe("CSV (RFC 4180)", () => {
  it("has a line of names, and a line of each row's values in their order", () => {
    const rows = [
      { name: "Feedly", polls: 7, readers: 463 },
      { name: "curl", polls: 0, readers: null },
    ];
    expect(toCsv(["readers", "name", "polls"], rows)).toBe("readers,name,polls\r\n463,Feedly,7\r\n,curl,0\r\n");
  });

  it("is its names alone where there are no rows", () => {
    expect(toCsv(["a", "b"], [])).toBe("a,b\r\n");
  });

  it.each([
    ["a comma", "a,b", '"a,b"'],
    ["a quote", 'a "b"', '"a ""b"""'],
    ["a line's end", "a\nb", '"a\nb"'],
    ["a return", "a\rb", '"a\rb"'],
    ["nothing of these", "a b;c'd", "a b;c'd"],
  ])("quotes a value with %s (§2.5, §2.6, §2.7)", (_, value, written) => {
    expect(toCsv(["v"], [{ v: value }])).toBe(`v\r\n${written}\r\n`);
  });

  it("is read back as it was written, whatever the values hold", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.integer())), (values) => {
        const rows = values.map(([a, b]) => ({ a, b }));
        expect(readCsv(toCsv(["a", "b"], rows))).toEqual([["a", "b"], ...values.map(([a, b]) => [a, String(b)])]);
      }),
    ));
});
