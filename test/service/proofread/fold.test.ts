import { describe, expect, it } from "vitest";
import { foldSource } from "../../../src/service/proofread/fold.ts";
import { CONTEXT_LINES, MAX_SHOWN_LINE, MAX_SOURCE } from "../../../src/service/proofread/limits.ts";

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);

describe("a source", () => {
  it("that is short is shown whole, however its lines end", () => {
    expect(foldSource("a\r\nb\rc\n", [])).toEqual({
      lines: 4,
      pieces: [{ from: 1, lines: ["a", "b", "c", ""].map((text) => ({ text })) }],
    });
  });

  it("that is long is shown at its start, and around what was found", () => {
    const { lines: count, pieces } = foldSource(lines(5_000).join("\n"), [
      { line: 100 },
      { line: 104 },
      { line: 5_000 },
    ]);
    expect(count).toBe(5_000);
    expect(pieces.map(({ from, lines: { length } }) => [from, length])).toEqual([
      [1, CONTEXT_LINES],
      [100 - CONTEXT_LINES, 5 + 2 * CONTEXT_LINES],
      [5_000 - CONTEXT_LINES, 1 + CONTEXT_LINES],
    ]);
  });

  it("never takes more than there is room for, whatever was found", () => {
    const places = lines(50_000).map((_, index) => ({ line: index + 1 }));
    const { pieces } = foldSource(lines(50_000).join("\n"), places);
    expect(pieces.flatMap(({ lines: list }) => list.map(({ text }) => text)).join("").length).toBeLessThan(MAX_SOURCE);
    expect(pieces[0]?.from).toBe(1);
  });
});

describe("a long line", () => {
  const long = `${"a".repeat(50_000)}FAULT${"b".repeat(50_000)}`;

  it("is cut to its start and what stands around each place", () => {
    const { text: shown, marks } = foldSource(long, [{ line: 1, column: 50_001 }]).pieces[0]?.lines[0] ?? { text: "" };
    expect(shown).toMatch(/^a+…a+FAULTb+…$/);
    expect(marks).toEqual([shown.indexOf("FAULT")]);
    expect(shown.length).toBeLessThan(3 * MAX_SHOWN_LINE);
  });

  it("with faults all over is cut all the same", () => {
    const places = Array.from({ length: 300 }, (_, index) => ({ line: 1, column: index * 330 }));
    expect(foldSource(long, places).pieces[0]?.lines[0]?.text.length).toBeLessThan(MAX_SOURCE / 2);
  });
});
