import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Compared, valueText } from "../../../../src/service/desk/tables/compared.tsx";
import { render } from "../../render.ts";

/** The inner HTML of the two cells. */
function cells(before: string | undefined, after: string | undefined): string[] {
  const html = render(Compared, { before, after });
  return [...html.matchAll(/<td class="value"(?: dir="auto")?>(.*?)<\/td>/gs)].map(([, inner = ""]) => inner);
}

describe("a value beside what became of it", () => {
  it.each([
    ["a word", "The old pier", "The new pier", "The <mark>old</mark> pier", "The <mark>new</mark> pier"],
    ["what was added", "The pier", "The old pier", "The pier", "The <mark>old </mark>pier"],
    ["what was taken away", "pier.", "pier", "pier<mark>.</mark>", "pier"],
    ["the whole", "yes", "no", "<mark>yes</mark>", "<mark>no</mark>"],
    ["nothing, where nothing differs", "same", "same", "same", "same"],
    ["the whole, beside nothing", "gone", undefined, "<mark>gone</mark>", "–"],
    ["the whole, beside what is empty", "", "come", "–", "<mark>come</mark>"],
    ["nothing, where both are absent", undefined, undefined, "–", "–"],
    ["one of what is repeated", "aa", "aaa", "aa", "aa<mark>a</mark>"],
    ["markup, as text", "<b>x", "<i>x", "&lt;<mark>b</mark>&gt;x", "&lt;<mark>i</mark>&gt;x"],
  ])("has marked %s", (_, before, after, first, second) => expect(cells(before, after)).toEqual([first, second]));

  it("is shown whole where it is short, with the same around what is marked", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", " ", "é", "文"), maxLength: 60 });
    fc.assert(
      fc.property(word, word, (before, after) => {
        const [one = "", two = ""] = cells(before, after);
        const [first, second] = [one, two].map((cell) => cell.replace(/<mark>.*<\/mark>/s, ""));
        if (before !== "") expect(one.replace(/<\/?mark>/g, "")).toBe(before);
        if (after !== "") expect(two.replace(/<\/?mark>/g, "")).toBe(after);
        if (before !== "" && after !== "") expect(first).toBe(second);
      }),
    );
  });

  it("marks one stretch in each, as short as it can be at its ends", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(word, word, (before, after) => {
        const [first, second] = cells(before, after).map((cell) => /<mark>(.*)<\/mark>/.exec(cell)?.[1] ?? "");
        if (first && second) {
          expect(first[0]).not.toBe(second[0]);
          expect(first.at(-1)).not.toBe(second.at(-1));
        }
      }),
    );
  });

  it("begins shortly before the difference where that lies far in", () => {
    const start = "x".repeat(500);
    const [before] = cells(`${start}old`, `${start}new`);
    expect(before).toBe(`…${"x".repeat(120)}<mark>old</mark>`);
    expect(cells(`${"x".repeat(160)}old`, `${"x".repeat(160)}new`)[0]).toBe(`${"x".repeat(160)}<mark>old</mark>`);
  });

  it("ends where one no longer compares by eye, and says how long it is", () => {
    const [before, after] = cells("a".repeat(5_000), `${"a".repeat(10)}b`);
    expect(before).toBe(`${"a".repeat(10)}<mark>${"a".repeat(1_190)}</mark>… (5,000 characters)`);
    expect(after).toBe(`${"a".repeat(10)}<mark>b</mark>`);
  });

  it("holds together what a difference parts: halves of a character are no text", () => {
    expect(cells("😀", "😁").join("")).not.toMatch(/\p{Surrogate}/u);
    expect(cells("😀", "😁")[0]).toContain("<mark>");
  });
});

describe("a field's value for people", () => {
  it.each([
    [undefined, undefined],
    [null, undefined],
    [[], undefined],
    ["", ""],
    ["text", "text"],
    [0, "0"],
    [false, "false"],
    [["a"], '[\n "a"\n]'],
    [{ name: "Ada" }, '{\n "name": "Ada"\n}'],
    [{}, "{}"],
  ])("%j is %j", (value, text) => expect(valueText(value)).toBe(text));
});
