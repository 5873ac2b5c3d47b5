import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { archivePath, entryPath, feedPath, hostOf, sitePath } from "../../../../src/service/pages/frame/addresses.ts";
import { siteWith } from "../fixtures.ts";

describe("a path", () => {
  it.each([
    ["https://feeds.example", ""],
    ["https://feeds.example:8443", ""],
    ["https://gazette.example/feeds", "/feeds"],
    ["https://gazette.example/a/b", "/a/b"],
    ["https://gazette.example/a%20b", "/a%20b"],
  ])("at %s starts with “%s”, and names no host", (base, start) => {
    const site = siteWith({ base });
    expect(sitePath(site, "/")).toBe(`${start}/`);
    expect(feedPath(site, "politics")).toBe(`${start}/feeds/politics`);
    expect(archivePath(site, "politics", 12)).toBe(`${start}/feeds/politics/archive/12`);
  });
});

describe("the path of an entry", () => {
  it("is a query of the page that lists it", () => {
    expect(entryPath("/feeds/all", "tag:gazette.example,2026:a b/é")).toBe(
      "/feeds/all?entry=tag%3Agazette.example%2C2026%3Aa%20b%2F%C3%A9",
    );
  });

  it("brings the id back, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (id) => {
        const url = new URL(entryPath("/feeds/all", id), "https://feeds.example");
        expect([url.pathname, [...url.searchParams], url.hash]).toEqual(["/feeds/all", [["entry", id]], ""]);
      }),
    );
  });
});

describe("the host of an address", () => {
  it.each([
    ["https://gazette.example/a/b", "gazette.example"],
    ["https://www.gazette.example/", "gazette.example"],
    ["http://www.gazette.example:8080/", "gazette.example:8080"],
    ["https://wwww.example/", "wwww.example"],
    ["https://news.www.example/", "news.www.example"],
  ])("of %s is %s", (url, host) => expect(hostOf(url)).toBe(host));
});
