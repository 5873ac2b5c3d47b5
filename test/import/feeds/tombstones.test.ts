import { describe, expect, it } from "vitest";
import { deletedEntries } from "../../../src/import/feeds/tombstones.ts";
import { atom, read, xml } from "../helpers.ts";

const GONE =
  '<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="urn:a" when="2026-03-03T00:00:00Z"/>';

describe("an entry that its feed has taken back (RFC 6721)", () => {
  it("is known by its id", () => {
    expect(deletedEntries(xml(atom("", GONE)))).toEqual(["urn:a"]);
  });

  it("is told, and no failure", async () => {
    const { skipped } = await read(atom("<title>B</title><id>urn:b</id>", GONE));
    expect(skipped).toEqual([{ where: "urn:a", reason: "its feed has taken it back", isNoStory: true }]);
  });

  it("is withheld where it still stands there", async () => {
    const { items } = await read(atom("<title>A</title><id>urn:a</id>", GONE));
    expect(items.map(({ withheld }) => withheld)).toEqual(["its feed has taken it back"]);
  });
});
