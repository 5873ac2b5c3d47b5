import { describe, expect, it } from "vitest";
import { readPartnerLogo, readProfile } from "../../../src/verify/read/profile.ts";
import type { Places } from "../../../src/verify/read/reading.ts";
import { present, unread } from "./parsed.ts";

describe("what partners' systems look for in an entry is read as", () => {
  it.each<[what: string, content: string, places: Places]>([
    ["nothing, where it is absent", "", {}],
    [
      "a short title, a validity, a status",
      '<mi:shortTitle>t</mi:shortTitle><dcterms:valid>v</dcterms:valid><media:status state="deleted"/>',
      { "mi:shortTitle": "t", "dcterms:valid": "v", "media:status@state": "deleted" },
    ],
    [
      "a list, where it stands twice",
      "<dcterms:valid>a</dcterms:valid><dcterms:valid>b</dcterms:valid>",
      { "dcterms:valid": ["a", "b"] },
    ],
  ])("%s", (_, content, places) => {
    expect(present(readProfile(unread(content)))).toEqual(places);
  });

  it("leaves over why an entry has its status", () => {
    const entry = unread('<media:status state="deleted" reason="r"/>');
    readProfile(entry);
    expect(entry.leftovers()).toEqual([{ field: "status@reason", read: "r" }]);
  });
});

describe("a partner's logo", () => {
  it("is the address in it, of the name that the format gives it", () => {
    const [rss, atom] = [
      unread("<snf:logo><url>u</url></snf:logo>"),
      unread("<snf:logo><atom:url>u</atom:url></snf:logo>"),
    ];
    expect(readPartnerLogo(rss, "url")).toEqual({ "snf:logo/url": "u" });
    expect(readPartnerLogo(atom, "{http://www.w3.org/2005/Atom}url")).toEqual({ "snf:logo/url": "u" });
    expect([...rss.leftovers(), ...atom.leftovers()]).toEqual([]);
  });

  it("is not there in an element of another name, which is left over", () => {
    const channel = unread("<snf:logo><link>u</link></snf:logo>");
    expect(readPartnerLogo(channel, "url")).toEqual({ "snf:logo/url": undefined });
    expect(channel.leftovers()).toEqual([{ field: "link", read: "<link>u" }]);
  });
});
