import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { siteSchema } from "../../src/feed/definition.ts";
import { mintEntryId, tagUri } from "../../src/feed/identity.ts";
import { SITE } from "../site.ts";

const site = siteSchema.parse(SITE);

describe("an entry's id", () => {
  it.each([
    ["story-1", "tag:gazette.example,2026:story-1"],
    ["2026/03/storm", "tag:gazette.example,2026:2026%2F03%2Fstorm"],
    ["l’été & Co", "tag:gazette.example,2026:l%E2%80%99%C3%A9t%C3%A9%20%26%20Co"],
    ["tag:x,2020:y", "tag:gazette.example,2026:tag%3Ax%2C2020%3Ay"],
  ])("of the article %j is %s", (id, uri) => expect(mintEntryId(site, id)).toBe(uri));

  it("holds the frozen authority and date, whatever the site's own address is today", () => {
    const moved = siteSchema.parse({ ...SITE, base: "https://other.example", home: "https://other.example/" });
    expect(mintEntryId(moved, "a")).toBe(mintEntryId(site, "a"));
    const dated = siteSchema.parse({ ...SITE, tag: { authority: "old.example", date: "2009-12-31" } });
    expect(mintEntryId(dated, "a")).toBe("tag:old.example,2009-12-31:a");
  });

  it("is a tag URI of ASCII alone (RFC 4151 §2.1), and another one for every other article", () => {
    const id = fc.string({ unit: "grapheme", minLength: 1 });
    fc.assert(
      fc.property(id, id, (one, other) => {
        const uri = mintEntryId(site, one);
        expect(uri).toMatch(/^tag:gazette\.example,2026:[A-Za-z0-9%!'()*._~-]+$/);
        expect(uri === mintEntryId(site, other)).toBe(one === other);
        expect(decodeURIComponent(uri.slice(uri.lastIndexOf(":") + 1))).toBe(one);
      }),
    );
  });
});

describe("a tag URI", () => {
  it("of a feed keeps the slash of its specific part", () =>
    expect(tagUri(site, "feeds/news")).toBe("tag:gazette.example,2026:feeds/news"));
});
