import { describe, expect, it } from "vitest";
import { readFileDates } from "../../../src/import/texts/file-dates.ts";
import { SOURCE } from "../helpers.ts";

function dates(fields: Record<string, unknown>, named?: string, source = {}) {
  const notes: string[] = [];
  return { ...readFileDates(fields, named, { ...SOURCE, ...source }, undefined, notes), notes };
}

describe("a file's date", () => {
  it.each([
    ["its field's, before its name's", { published_at: "2024-05-01" }, "2019-03-14", {}, "2024-05-01T00:00:00Z", []],
    [
      "its name's, before the given one",
      {},
      "2019-03-14",
      { date: "2020-01-01T00:00:00Z" },
      "2019-03-14T00:00:00Z",
      [],
    ],
    [
      "its name's, where its field is none",
      { published_at: "soon" },
      "2019-03-14",
      {},
      "2019-03-14T00:00:00Z",
      ["“soon” is no date"],
    ],
    [
      "the given one",
      {},
      undefined,
      { date: "2020-01-01T00:00:00Z" },
      "2020-01-01T00:00:00Z",
      ["without a date: it got the given one"],
    ],
    ["none, though the file has a time", {}, undefined, { modified: "2020-01-01T00:00:00Z" }, undefined, []],
    [
      "that of its update, where it has no other",
      { updated_at: "2024-05-02" },
      undefined,
      {},
      "2024-05-02T00:00:00Z",
      ["without a publication date: it got the date of its last update"],
    ],
    ["none of an object", { published_at: { a: 1 } }, undefined, {}, undefined, ['“{"a":1}” is no date']],
  ])("is %s", (_, fields, named, source, published_at, notes) => {
    expect(dates(fields, named, source)).toMatchObject({ notes });
    expect(dates(fields, named, source).published_at).toBe(published_at);
  });

  it("says where it assumed a zone", () => {
    expect(dates({ published_at: "2024-05-12 23:30" }).notes).toEqual(["a time without a zone is taken as UTC"]);
  });
});
