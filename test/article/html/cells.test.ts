import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../../src/article/html/clean.ts";
import { clean } from "./cleaned.ts";

describe("a cell's alignment", () => {
  const table = (cell: string) => `<table><tbody><tr>${cell}</tr></tbody></table>`;
  it.each([
    ['<td style="text-align:right">1</td>', '<td align="right">1</td>'],
    ['<td style="color:red; Text-Align: CENTER; x:y">1</td>', '<td align="center">1</td>'],
    ['<td align="left">1</td>', '<td align="left">1</td>'],
    ['<td align="x">1</td>', "<td>1</td>"],
    ['<td style="text-align:start">1</td>', "<td>1</td>"],
  ])("%s", (cell, cleaned) => expect(clean(table(cell))).toBe(table(cleaned)));

  it("is nothing that was taken out", () => {
    const cleaned = cleanHtml(table('<td style="text-align:right">1</td>'), "https://gazette.example/");
    expect(cleaned.status === "clean" && [...cleaned.removed]).toEqual([]);
  });
});
