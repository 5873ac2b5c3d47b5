import { describe, expect, it } from "vitest";
import { textTable } from "../../src/cli/text-table.ts";

describe("textTable", () => {
  it("draws plain lines around its cells, numbers where they are asked to stand", () =>
    expect(
      textTable(
        ["name", "n"],
        [
          ["a", 1],
          ["bee", 200],
        ],
        ["left", "right"],
      ),
    ).toBe(
      [
        "┌──────┬─────┐",
        "│ name │   n │",
        "├──────┼─────┤",
        "│ a    │   1 │",
        "├──────┼─────┤",
        "│ bee  │ 200 │",
        "└──────┴─────┘",
      ].join("\n"),
    ));

  it("breaks a cell where its text breaks", () =>
    expect(textTable(["x"], [["a\nb"]])).toBe(["┌───┐", "│ x │", "├───┤", "│ a │", "│ b │", "└───┘"].join("\n")));

  it("shows what would act on a terminal, and its lines stay straight", () =>
    expect(textTable(["x"], [["\u001b[31m"]])).toBe(
      ["┌───────┐", "│ x     │", "├───────┤", "│ \uFFFD[31m │", "└───────┘"].join("\n"),
    ));

  it("has no colours: what it draws goes into files, too", () =>
    expect(textTable(["x"], [["y"]])).not.toContain("\u001b"));

  it("is its head alone where there are no rows", () =>
    expect(textTable(["x"], [])).toBe(["┌───┐", "│ x │", "└───┘"].join("\n")));
});
