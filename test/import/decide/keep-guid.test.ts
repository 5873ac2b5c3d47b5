import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepGuid } from "../../../src/import/decide/keep-guid.ts";
import { draft, readOne, rss } from "../helpers.ts";

const WITHOUT = "without an id: its link is its id";

describe("an old feed's id", () => {
  it("is kept as it is, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (guid) => {
        const notes: string[] = [];
        expect(keepGuid(draft({ guid, link: "https://gazette.example/a" }), "https://gazette.example/a", notes)).toBe(
          guid,
        );
        expect(notes).toEqual([]);
      }),
    );
  });

  it("is kept through the whole import", async () => {
    const item = "<title>A</title><link>https://gazette.example/new</link><pubDate>2026-03-03</pubDate>";
    expect(
      (await readOne(rss(`${item}<guid isPermaLink="true">http://old.example/?p=7</guid>`))).article,
    ).toMatchObject({
      guid: "http://old.example/?p=7",
      url: "https://gazette.example/new",
    });
  });
});

describe("without an old id", () => {
  it.each([
    // A reader that knows the item by its link compares the text: it is not made canonical.
    ["the link is the id, as it is written", "HTTPS://Gazette.example", "HTTPS://Gazette.example"],
    ["white space around it is not", "\n https://gazette.example/a ", "https://gazette.example/a"],
    ["a relative link is none: its address is the id", "/a", "https://chosen.example/a"],
    ["a link that is no page is none", "mailto:jane@gazette.example", "https://chosen.example/a"],
    ["its address is the id without a link", undefined, "https://chosen.example/a"],
  ])("%s", (_, link, guid) => {
    const notes: string[] = [];
    expect(keepGuid(draft({ link }), "https://chosen.example/a", notes)).toBe(guid);
    expect(notes).toEqual([WITHOUT]);
  });
});
