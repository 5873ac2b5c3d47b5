import { describe, expect, it } from "vitest";
import { keptBackBy } from "../../../src/import/blogger/standing.ts";
import { NOW, xml } from "../helpers.ts";

describe("what keeps a post of Blogger's back", () => {
  it("is an embargo for what is published later, scheduled or live", () => {
    const entry = (status: string) =>
      xml(`<entry xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018">
        <published>2031-01-01T08:00:00Z</published>${status}</entry>`);
    expect(keptBackBy(entry("<blogger:status>SCHEDULED</blogger:status>"), NOW)).toEqual({
      embargo: "2031-01-01T08:00:00Z",
    });
    expect(keptBackBy(entry(""), NOW)).toEqual({ embargo: "2031-01-01T08:00:00Z" });
  });
});
