import { describe, expect, it } from "vitest";
import { readAvailability } from "../../../src/import/feeds/availability.ts";
import { take } from "../../../src/import/feeds/take.ts";
import { xml } from "../helpers.ts";

const NAMESPACES =
  'xmlns:app="http://www.w3.org/2007/app" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';

const of = (inner: string) => readAvailability(take(xml(`<item ${NAMESPACES}>${inner}</item>`)));

describe("who may see an item, and when", () => {
  it.each([
    ["<expirationDate>b</expirationDate>", { expiry: "b" }],
    ["<prism:expirationDate>b</prism:expirationDate>", { expiry: "b" }],
    ["<prism:killDate>b</prism:killDate>", { expiry: "b" }],
    ["<prism:embargoDate>a</prism:embargoDate>", { embargo: "a" }],
    ["<dcterms:available>a</dcterms:available>", { embargo: "a" }],
    // Media RSS 1.5.1, `dcterms:valid`.
    [
      "<dcterms:valid>start=2031-10-13T09:00+01:00; end=2031-10-17T17:00+01:00; scheme=W3C-DTF</dcterms:valid>",
      { embargo: "2031-10-13T09:00+01:00", expiry: "2031-10-17T17:00+01:00" },
    ],
    ["<dcterms:valid>end=2031-10-17</dcterms:valid>", { expiry: "2031-10-17" }],
    ["<dcterms:valid>2031-10-13/2031-10-17</dcterms:valid>", { embargo: "2031-10-13", expiry: "2031-10-17" }],
  ])("%s", (inner, said) => {
    expect(of(inner)).toEqual({ embargo: undefined, expiry: undefined, withheld: undefined, ...said });
  });

  it.each([
    ["<app:control><app:draft>yes</app:draft></app:control>", "it is a draft"],
    ["<app:control><app:draft> YES </app:draft></app:control>", "it is a draft"],
    ["<app:control><app:draft>perhaps</app:draft></app:control>", "it is a draft"],
    ["<draft>true</draft>", "it is a draft"],
    ["<itunes:block>Yes</itunes:block>", "it is blocked from directories"],
    ['<media:status state="blocked" reason="x"/>', "its media:status is blocked"],
    ["<dcterms:accessRights>Subscribers</dcterms:accessRights>", "it says dcterms:accessRights: Subscribers"],
    ["<dcterms:valid>2031</dcterms:valid>", "it says dcterms:valid: 2031, which nobody here understands"],
  ])("%s withholds it", (inner, withheld) => {
    expect(of(inner).withheld).toBe(withheld);
  });

  it.each([
    "",
    "<app:control><app:draft>no</app:draft></app:control>",
    "<draft>false</draft>",
    "<itunes:block>no</itunes:block>",
    '<media:status state="active"/>',
    "<dcterms:accessRights>Open Access</dcterms:accessRights>",
  ])("%j speaks against nothing", (inner) => {
    expect(of(inner)).toEqual({ embargo: undefined, expiry: undefined, withheld: undefined });
  });
});
