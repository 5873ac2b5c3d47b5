import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  acceptsCoding,
  codingSuffix,
  isRetryAfter,
  listOf,
  opaqueTag,
  secondsOf,
  sharedLifetime,
} from "../../../src/proofread/reach/fields.ts";

describe("a tag", () => {
  it.each([
    ['"a"', '"a"'],
    ['W/"a"', '"a"'],
    ['w/"a"', 'w/"a"'],
  ])("%s is compared as %s", (tag, opaque) => expect(opaqueTag(tag)).toBe(opaque));

  it.each([
    ['"abc-gzip"', "gzip"],
    ['W/"abc;br"', "br"],
    ['"abc--gzip"', "gzip"],
    ['"abc"', undefined],
    ['"gzip"', undefined],
    ['"a-gzip-b"', undefined],
    ["", undefined],
  ])("%s: what was added for a coding is %s", (tag, coding) => expect(codingSuffix(tag)).toBe(coding));
});

describe("Retry-After", () => {
  it.each(["0", "120", "Fri, 31 Dec 2027 23:59:59 GMT"])("%s is one", (value) =>
    expect(isRetryAfter(value)).toBe(true),
  );
  it.each([undefined, "", "soon", "-1", "1.5", "Fri, 99 Foo 2027"])("%s is none", (value) =>
    expect(isRetryAfter(value)).toBe(false),
  );
});

describe("the life of an answer in shared caches", () => {
  it.each([
    ["max-age=300", 300],
    ["public, s-maxage=5, max-age=300", 5],
    ["MAX-AGE=300, Stale-While-Revalidate=60", 360],
    ['max-age="300"', 300],
    ["max-age=300, max-age", undefined],
    ["no-cache", undefined],
    ["max-age=soon", undefined],
    ["s-maxage=soon, max-age=7", 7],
    [undefined, undefined],
  ])("%s: %s seconds", (value, seconds) => expect(sharedLifetime(value)).toBe(seconds));

  it.each([
    ["0", 0],
    ["4001", 4001],
    ["-1", undefined],
    ["1e3", undefined],
    ["9".repeat(16), undefined],
    [undefined, undefined],
  ])("an Age of %s is %s", (value, seconds) => expect(secondsOf(value)).toBe(seconds));
});

it.each([
  ["gzip, deflate", "gzip", true],
  ["gzip", "x-gzip", true],
  ["br;q=1.0, GZIP;q=0.5", "gzip", true],
  ["gzip", "br", false],
  [undefined, "gzip", false],
])("who says %s can decode %s: %s", (header, coding, accepts) => expect(acceptsCoding(header, coding)).toBe(accepts));

test("whatever a header says, it is read without a fault, and what is read holds no more than what was said", () => {
  const header = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom("max-age", "s-maxage", "=", ",", ";", '"', "300", "-", "gzip", " ", "W/", "\n"))
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(header, (value) => {
      expect(listOf(value).every((member) => member.trim() === member && member !== "" && !member.includes(","))).toBe(
        true,
      );
      expect(sharedLifetime(value) ?? 0).toBeGreaterThanOrEqual(0);
      expect(Number.isSafeInteger(sharedLifetime(value) ?? 0)).toBe(true);
      expect(value.endsWith(opaqueTag(value))).toBe(true);
      expect(value).toContain(codingSuffix(value) ?? "");
      expect([true, false]).toContain(isRetryAfter(value));
      expect(acceptsCoding(value, "gzip") && !value.toLowerCase().includes("gzip")).toBe(false);
    }),
  );
});
