import { expect, it } from "vitest";
import { LANGUAGE } from "../../../../src/proofread/xml/forms/languages.ts";

it.each(["en", "en-GB", "zh-Hant-TW", "de-1996", "gv", "epo", "und", "UND", "mul", "x-harbour", "i-klingon"])(
  "%s is a language",
  (tag) => {
    expect(LANGUAGE.fault(tag)).toBeUndefined();
  },
);

it.each(["", "english", "English", "en_GB", "e", "xx", "en-", "harbour-talk"])("%j is none", (tag) => {
  expect(LANGUAGE.fault(tag)).toBeDefined();
});
