import { describe, expect, it } from "vitest";
import { isRead } from "../../../src/service/store/is-read.ts";

describe("a statement that only reads", () => {
  it.each([
    ["SELECT 1", true],
    ["  select id FROM story", true],
    ["WITH a AS (SELECT 1) SELECT * FROM a", true],
    ["WITH a AS (SELECT 1) DELETE FROM story", false],
    ["WITH a AS (SELECT 1)\nINSERT INTO story SELECT * FROM a", false],
    ["INSERT INTO story SELECT 1", false],
    ["UPDATE story SET words = 1 RETURNING id", false],
    ["PRAGMA user_version = 1", false],
  ])("%j: %s", (sql, reads) => expect(isRead(sql)).toBe(reads));
});
