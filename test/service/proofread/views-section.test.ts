import { expect, it } from "vitest";
import { rowsOf } from "../../../src/service/proofread/views-section.tsx";

const view = (...shown: { key: string; url?: string }[]) => ({ title: "", entries: shown.length, shown });

it("entries with an id or an address in common stand in one row, and others by themselves", () => {
  const rows = rowsOf([
    { name: "RSS", view: view({ key: "a", url: "https://g.example/a" }, { key: "b" }) },
    { name: "Atom", view: view({ key: "tag:b" }, { key: "tag:a", url: "https://g.example/a" }, { key: "b" }) },
  ]);
  expect(rows.map((row) => row.map((entry) => entry?.key))).toEqual([
    ["a", "tag:a"],
    ["b", "b"],
    [undefined, "tag:b"],
  ]);
});

it("of one format, entries that have the same id are two", () => {
  const rows = rowsOf([{ name: "RSS", view: view({ key: "a" }, { key: "a" }) }]);
  expect(rows).toHaveLength(2);
});
