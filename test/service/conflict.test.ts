import { describe, expect, it } from "vitest";
import { Conflict, isConflict, toFault } from "../../src/service/conflict.ts";

describe("a database's error", () => {
  it.each([
    ["node:sqlite", new Error("UNIQUE constraint failed: edition.feed, edition.number"), "edition"],
    [
      "D1",
      new Error("D1_ERROR: UNIQUE constraint failed: revision.article_id: SQLITE_CONSTRAINT (extended)"),
      "revision",
    ],
    ["a null where there must be a value", new Error("NOT NULL constraint failed: article.entry_id"), "article"],
    ["a primary key", new Error("PRIMARY KEY constraint failed: archive_document.feed"), "archive_document"],
    ["a driver that throws texts", "UNIQUE constraint failed: audience_batch.day", "audience_batch"],
  ])("tells of a conflict, and of whose: %s", (_, error, table) => {
    const fault = toFault(error);
    expect(fault).toBeInstanceOf(Conflict);
    expect(fault).toMatchObject({ name: "Conflict", table, cause: error });
    expect(String(fault)).toContain(`"${table}"`);
  });

  it.each([
    new Error("D1_ERROR: Network connection lost."),
    new Error("no such table: edition"),
    new Error("FOREIGN KEY constraint failed"),
    new Error("CHECK constraint failed: edition"),
    "",
    undefined,
    null,
  ])("that tells of none is what it was: %s", (error) => {
    expect(toFault(error)).toBe(error);
  });
});

describe("a conflict", () => {
  it("is one of its own table's alone", () => {
    const conflict = new Conflict("archive");
    expect([isConflict(conflict, "archive"), isConflict(conflict, "archive_document")]).toEqual([true, false]);
  });

  it.each([new Error("UNIQUE constraint failed: archive.feed"), "archive", null, { table: "archive" }])(
    "is not taken from words or looks: %s",
    (error) => {
      expect(isConflict(error, "archive")).toBe(false);
    },
  );
});
