import { describe, expect, it } from "vitest";
import { charactersFault } from "../../../../src/proofread/xml/forms/characters.ts";

/** A text as it looks when its UTF-8 is taken for another encoding. */
const taken = (text: string, as: string) => new TextDecoder(as).decode(new TextEncoder().encode(text));

describe("letters", () => {
  it.each([
    "Île d’Ouessant — « été »",
    "SÃO PAULO",
    "IRMÃ »",
    "Ærø, Þórshöfn, Ñandú",
    "Доброе утро",
    "おはよう",
    "a\u00a0b",
    "½ Â",
    "🚢",
  ])("are as they were meant in %j", (text) => {
    expect(charactersFault(text)).toBeUndefined();
  });

  it.each(["été", "The boat’s", "“dawn”", "Привет", "ç"])("of %j that were encoded twice are found", (text) => {
    expect(charactersFault(`ahoy\n${taken(text, "windows-1252")}`)).toContain("was encoded twice");
  });

  it("that were lost are found", () => {
    expect(charactersFault("caf\ufffd")).toContain("U+FFFD");
    expect(charactersFault("it\u0092s")).toContain("U+0092");
  });
});
