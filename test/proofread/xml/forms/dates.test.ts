import { describe, expect, it, test } from "vitest";
import {
  ISO_8601,
  PLAUSIBLE_822,
  PLAUSIBLE_ISO,
  RFC_822,
  RFC_822_PLAIN,
  RFC_822_WEEKDAY,
  RFC_3339,
  W3CDTF,
} from "../../../../src/proofread/xml/forms/dates.ts";
import type { Form } from "../../../../src/proofread/xml/forms/form.ts";
import type { Sheet } from "../../../../src/proofread/xml/rule.ts";

const IN_RSS = [RFC_822, RFC_822_WEEKDAY, RFC_822_PLAIN, PLAUSIBLE_822];
/** The names of the forms that a text has not. */
const faultsOf = (text: string, forms: Form[], now?: number): string[] => {
  const sheet = { now } as Sheet;
  return forms.filter(({ fault }) => fault(text, sheet) !== undefined).map(({ name }) => name);
};

describe("a date of RSS", () => {
  it.each([
    "Sat, 07 Sep 2024 00:00:01 GMT",
    "Sat, 7 Sep 2024 00:00 GMT",
    "07 Sep 2024 00:00:01 Z",
    "Sat, 07 Sep 2024 00:00:01 -0330",
    "Thu, 29 Feb 2024 23:59:60 EST",
  ])("%s is in order", (text) => {
    expect(faultsOf(text, IN_RSS)).toEqual([]);
  });

  it.each([
    ["yesterday", "rfc822"],
    ["", "rfc822"],
    ["2024-09-07T00:00:01Z", "rfc822"],
    ["Sat, 07 Sep 2024 00:00:01", "rfc822"],
    ["Sat, 07 Sep 2024 00:00:01 UTC", "rfc822"],
    ["Sat, 07 Sep 2024 00:00:01 +02:00", "rfc822"],
    ["Sat, 07 Sep 2024 0:00:01 GMT", "rfc822"],
    ["Samstag, 07 Sep 2024 00:00:01 GMT", "rfc822"],
    ["Sat, 07 Sept 2024 00:00:01 GMT", "rfc822"],
    ["Fri, 30 Feb 2024 00:00:01 GMT", "rfc822"],
    ["Sat, 07 Sep 2024 24:00:01 GMT", "rfc822"],
    ["Mon, 07 Sep 2024 00:00:01 GMT", "rfc822-weekday"],
    ["Sat, 07 Sep 24 00:00:01 GMT", "rfc822-plain"],
    ["Sat,  07 Sep 2024 00:00:01 GMT", "rfc822-plain"],
    ["Sat,07 Sep 2024 00:00:01 GMT", "rfc822-plain"],
    ["sat, 07 sep 2024 00:00:01 gmt", "rfc822-plain"],
    ["Sat, 07 Sep 2024 00:00:01 A", "rfc822-plain"],
    ["Sat, 07 Sep 2024 00:00:01 +0545", "rfc822-plain"],
    ["Sat (the (best) day), 07 Sep 2024 00:00:01 GMT (\\(noon)", "rfc822-plain"],
    ["Thu, 01 Jan 1970 00:00:00 GMT", "plausible"],
    ["Mon, 01 Jan 0001 00:00:00 GMT", "plausible"],
    ["Fri, 07 Sep 2125 00:00:01 GMT", "plausible"],
  ])("%s is not: %s", (text, name) => {
    expect(faultsOf(text, IN_RSS)).toEqual([name]);
  });

  test("is in the future ten minutes from now", () => {
    const now = Date.UTC(2026, 2, 13, 6);
    expect(faultsOf("Fri, 13 Mar 2026 08:09:00 +0200", IN_RSS, now)).toEqual([]);
    expect(faultsOf("Fri, 13 Mar 2026 08:11:00 +0200", IN_RSS, now)).toEqual(["plausible"]);
    expect(faultsOf("Fri, 13 Mar 2026 01:11:00 EST", IN_RSS, now)).toEqual(["plausible"]);
  });
});

describe("a date of ISO 8601", () => {
  it.each([
    ["2024-09-07T00:00:01Z", []],
    ["2024-09-07T00:00:01.5+02:00", []],
    ["2024-09-07T00:00+02:00", ["rfc3339"]],
    ["2024-09-07T00:00:01", ["rfc3339", "w3cdtf"]],
    ["2024-09-07", ["rfc3339"]],
    ["2024", ["rfc3339"]],
    ["2024-13", ["rfc3339", "w3cdtf", "iso8601"]],
    ["2023-02-29T00:00:01Z", ["rfc3339", "w3cdtf", "iso8601"]],
    ["2024-09-07T24:00:01Z", ["rfc3339", "w3cdtf", "iso8601"]],
    ["2024-09-07t00:00:01z", ["rfc3339", "w3cdtf", "iso8601"]],
    ["", ["rfc3339", "w3cdtf", "iso8601"]],
  ])("%s has not the forms %j", (text, names) => {
    expect(faultsOf(text, [RFC_3339, W3CDTF, ISO_8601])).toEqual(names);
  });

  test("is in the future a day from now", () => {
    const now = Date.UTC(2026, 2, 13, 6);
    expect(faultsOf("2026-03-14", [PLAUSIBLE_ISO], now)).toEqual([]);
    expect(faultsOf("2026-03-15", [PLAUSIBLE_ISO], now)).toEqual(["plausible"]);
    expect(faultsOf("1970-01-01T00:00:00Z", [PLAUSIBLE_ISO], now)).toEqual(["plausible"]);
  });
});
