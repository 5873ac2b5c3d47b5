import { describe, expect, it } from "vitest";
import { parseStatedDate } from "../../../src/import/page-text/stated-date.ts";

describe("a line that states a date", () => {
  it.each([
    ["3 March 2026", "published", "2026-03-03T00:00:00Z"],
    ["Published 3 March 2026", "published", "2026-03-03T00:00:00Z"],
    ["First published on March 3, 2026 at 4:05 pm", "published", "2026-03-03T16:05:00Z"],
    ["POSTED: 2026-03-03", "published", "2026-03-03T00:00:00Z"],
    ["Date: Tue, 3 Mar 2026 10:15 GMT", "published", "2026-03-03T10:15:00Z"],
    ["Updated 4 March 2026, 09:30 GMT", "updated", "2026-03-04T09:30:00Z"],
    ["Last updated: 2026-03-03 10:15 GMT", "updated", "2026-03-03T10:15:00Z"],
    ["Last modified at 3 March 2026", "updated", "2026-03-03T00:00:00Z"],
    ["Edited, 3 March 2026", "updated", "2026-03-03T00:00:00Z"],
  ])("%j: %s at %s", (text, what, at) => {
    expect(parseStatedDate(text)).toEqual({ what, at });
  });

  it.each([
    "",
    "2026",
    "3 March",
    "Published yesterday",
    "Published by Jane Doe on 3 March 2026",
    "On 3 March 2026 the harbour reopened",
    "Corrected 3 March 2026",
    "Updated: 4 March 2026 (the storm's name)",
    // Longer than any date line.
    `Published ${" ".repeat(60)} 3 March 2026`,
  ])("%j states none", (text) => {
    expect(parseStatedDate(text)).toBeNull();
  });
});

it("is meant in the newsroom's zone where it names none", () => {
  expect(parseStatedDate("Published 3 March 2026, 23:30", "Europe/Berlin")?.at).toBe("2026-03-03T22:30:00Z");
  expect(parseStatedDate("Published 3 March 2026, 23:30 GMT", "Europe/Berlin")?.at).toBe("2026-03-03T23:30:00Z");
});
