import { describe, expect, it } from "vitest";
import { chooseLanguage } from "../../../src/import/decide/choose-language.ts";

/** The language, and what was noted. */
function languageOf(...candidates: (string | undefined)[]) {
  const notes: string[] = [];
  return [chooseLanguage(candidates, notes), notes];
}

describe("a language tag (RFC 5646)", () => {
  it.each(["de", "en-GB", "zh-Hant-TW", "es-419", "sr-Latn-RS", "gsw"])("%s is kept", (tag) => {
    expect(languageOf(tag)).toEqual([tag, []]);
  });

  it.each([
    ["en_US", "en-US"],
    [" de\n", "de"],
    ["zh_Hant_TW", "zh-Hant-TW"],
  ])("%j is read as %s", (tag, expected) => {
    expect(languageOf(tag)).toEqual([expected, []]);
  });

  it.each(["English", "e", "en-", "en-G", "de; charset", "1234", "en--GB"])("%j is none, which is noted", (tag) => {
    expect(languageOf(tag)).toEqual([undefined, [`“${tag}” is no language tag`]]);
  });
});

describe("of several candidates", () => {
  it.each([
    ["the first that is one", ["de", "en"], "de", []],
    ["the next, where the first is missing", [undefined, "en"], "en", []],
    ['the next, where the first is "" (XML 1.0 §2.12)', ["", "en"], "en", []],
    ["the next, where the first is none", ["Deutsch", "en"], "en", ["“Deutsch” is no language tag"]],
    ["none", [undefined, " "], undefined, []],
  ])("%s", (_, candidates, language, notes) => {
    expect(languageOf(...candidates)).toEqual([language, notes]);
  });
});
