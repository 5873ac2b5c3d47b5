import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entityReader } from "../../../src/import/feeds/entities.ts";
import { growth, LINEAR } from "../../growth.ts";

const read = (subset: string, text: string) =>
  entityReader(`<?xml version="1.0"?><!DOCTYPE rss [${subset}]><rss/>`)(text);

describe("the entities that a document declares", () => {
  it.each([
    ['<!ENTITY site "Harbour Gazette">', "&site; opens", "Harbour Gazette opens"],
    ["<!ENTITY site 'A &amp; B'>", "&site;", "A &amp; B"],
    ['<!ENTITY a "x"><!ENTITY b "&a;&a;">', "&b;", "xx"],
    // XML 1.0 §4.2: the first is binding.
    ['<!ENTITY a "x"><!ENTITY a "y">', "&a;", "x"],
    ['<!ENTITY a "x">', "&b; &amp; &#65;", "&b; &amp; &#65;"],
    ['<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;", "&a;"],
    ['<!ENTITY % a "x">', "&a;", "&a;"],
  ])("%s: %s", (subset, text, expected) => {
    expect(read(subset, text)).toBe(expected);
  });

  it("are none without a document type, and none within the document", () => {
    expect(entityReader('<rss><!ENTITY a "x"></rss>')("&a;")).toBe("&a;");
  });

  it("put in no more than the document is long, however often they call each other", () => {
    const lols = Array.from({ length: 20 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`);
    const expanded = read(`<!ENTITY l0 "lol">${lols.join("")}`, "&l20; &l3;".repeat(100));
    expect(expanded.length).toBeLessThan(20_000);
  });

  it("are looked for in a time that grows with the document", async () => {
    const time = (part: string) => growth((text) => entityReader(`<!DOCTYPE a [${text}]><a/>`)("&a;"), part);
    expect(await time('<!ENTITY a "')).toBeLessThan(LINEAR);
  });

  it("never throw", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (subset, text) => typeof read(subset, text) === "string"));
  });
});
