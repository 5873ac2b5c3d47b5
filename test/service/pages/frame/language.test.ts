import { describe, expect, it } from "vitest";
import { directionOf, inLanguage, ownLanguage } from "../../../../src/service/pages/frame/language.ts";
import { siteWith } from "../fixtures.ts";

describe("the direction of a language", () => {
  it.each([
    "ar",
    "AR",
    "ar-EG",
    "arc",
    "ckb",
    "dv",
    "fa-AF",
    "he",
    "iw",
    "ks",
    "nqo",
    "ps",
    "sd",
    "syr",
    "ug",
    "ur",
    "yi",
  ])("%s is written from right to left", (language) => expect(directionOf(language)).toBe("rtl"));

  it.each(["en", "arn", "art", "fan", "hea", "ku", "ku-Latn", "ja", "zh-Hant", "en-AE", "x", ""])(
    "%s is written from left to right",
    (language) => expect(directionOf(language)).toBe("ltr"),
  );

  it.each([
    ["az-Arab", "rtl"],
    ["pa-Arab-PK", "rtl"],
    ["uz-arab", "rtl"],
    ["ku-Arab", "rtl"],
    ["ar-Latn", "ltr"],
    ["sd-Deva-IN", "ltr"],
    ["yi-latn", "ltr"],
    ["en-Hebr", "rtl"],
    ["ff-Adlm", "rtl"],
  ] as const)("%s goes by its script, %s (RFC 5646 §2.2.3)", (language, direction) =>
    expect(directionOf(language)).toBe(direction),
  );
});

describe("a text in a language", () => {
  it("carries the language and its direction", () => {
    expect(inLanguage("fa")).toEqual({ lang: "fa", dir: "rtl" });
    expect(inLanguage("en-GB")).toEqual({ lang: "en-GB", dir: "ltr" });
  });
});

describe("the language of the pages' own words", () => {
  it.each([
    ["en", "en"],
    ["en-GB", "en-GB"],
    ["EN-us", "EN-us"],
    ["fr", "en"],
    ["enm", "en"],
    ["ar", "en"],
  ])("of a site in %s is %s", (language, own) => expect(ownLanguage(siteWith({ language }))).toBe(own));
});
