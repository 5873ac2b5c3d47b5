import { describe, expect, it } from "vitest";
import { DAY_OR_TIMESTAMP, TIMESTAMP } from "../../../../src/proofread/xml/forms/timestamps.ts";

const TIMES = ["2026-03-13T06:00:00Z", "2026-03-13T06:00", "2024-02-29T23:59:60,5+0100"];

describe("a time of ISO 8601", () => {
  it.each(TIMES)("may be %s", (text) => expect(TIMESTAMP.fault(text)).toBeUndefined());

  it.each([
    ["2026-03-13", "is no time of ISO 8601, such as 2026-03-13T06:00:00Z"],
    ["2026-02-30T06:00:00Z", "is no time that exists"],
    ["2026-99-99T06:00:00Z", "is no time that exists"],
    ["2026-03-13T24:30:00Z", "is no time of ISO 8601, such as 2026-03-13T06:00:00Z"],
  ])("may not be %s", (text, why) => expect(TIMESTAMP.fault(text)).toBe(`"${text}" ${why}`));
});

describe("a day or a time of ISO 8601", () => {
  it.each([...TIMES, "2024-02-29"])("may be %s", (text) => expect(DAY_OR_TIMESTAMP.fault(text)).toBeUndefined());

  it.each(["2026-99-99", "2026-02-29"])("may not be %s, which there is not", (text) =>
    expect(DAY_OR_TIMESTAMP.fault(text)).toBe(`"${text}" is no time that exists`),
  );
});
