import { describe, expect, it } from "vitest";
import { isSame, readFields, rowsIn, withoutRow } from "../../../../../src/service/desk/editor/story/fields.ts";

const read = (fields: Record<string, string>) => readFields(new URLSearchParams(fields));

describe("the fields of a form", () => {
  it("are those that it has, trimmed and without empty ones", () => {
    expect(read({ title: " Votes ", section: "  ", form_token: "t", summary: "a\r\nb", unknown: "x" })).toEqual({
      title: "Votes",
      summary: "a\nb",
    });
  });

  it("have rows, counted through, without empty ones and in the order of their numbers", () => {
    const fields = read({ "images.7.url": "b", "images.2.url": "a", "images.2.other": "x", "images.3.url": " " });
    expect(fields).toEqual({ "images.0.url": "a", "images.1.url": "b" });
    expect(rowsIn(fields, "images")).toEqual([{ url: "a" }, { url: "b" }]);
  });

  it("have more than ten rows in their order", () => {
    const names = Array.from({ length: 12 }, (_, index) => `tag ${index}`);
    const fields = read(Object.fromEntries(names.map((name, index) => [`tags.${index}.name`, name])));
    expect(rowsIn(fields, "tags").map(({ name }) => name)).toEqual(names);
  });

  it("lose a row, and no other", () => {
    const fields = read({ title: "Votes", "tags.0.name": "a", "tags.1.name": "b", "tags.2.name": "c" });
    expect(withoutRow(fields, "tags.1")).toEqual({ title: "Votes", "tags.0.name": "a", "tags.1.name": "c" });
    expect(withoutRow(fields, "form_token.1")).toEqual(fields);
  });

  it("are the same in whatever order they come", () => {
    expect(isSame({ a: "1", b: "2" }, { b: "2", a: "1" })).toBe(true);
    expect(isSame({ a: "1" }, { a: "1", b: "2" })).toBe(false);
  });
});
