import { describe, expect, it } from "vitest";
import { Conflict, isConflict, toFault, untilNoConflict } from "../../src/service/conflict.ts";

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

describe("starting over", () => {
  /** An attempt that fails so often, and how often it was made. */
  const failing = (times: number, error: Error) => {
    const made = { count: 0 };
    const attempt = async () => {
      made.count += 1;
      if (made.count <= times) throw error;
      return "stored";
    };
    return { made, attempt };
  };

  it("is for whoever was too late", async () => {
    const { made, attempt } = failing(4, new Conflict("revision"));
    expect([await untilNoConflict(attempt), made.count]).toEqual(["stored", 5]);
  });

  it("ends where somebody else is always first", async () => {
    const { made, attempt } = failing(9, new Conflict("revision"));
    await expect(untilNoConflict(attempt)).rejects.toThrow(Conflict);
    expect(made.count).toBe(5);
  });

  it("is not for a store that is broken", async () => {
    const { made, attempt } = failing(1, new Error("no connection"));
    await expect(untilNoConflict(attempt)).rejects.toThrow("no connection");
    expect(made.count).toBe(1);
  });
});
