import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { wordsOf } from "../../src/feed/wording.ts";

const LANGUAGES = ["ar", "de", "en", "es", "fr", "he", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "zh"];
const AT = "2026-03-01T23:30:00Z";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a feed's own words", () => {
  it.each([
    ["en", "Correction, 1 March 2026: "],
    ["en-US", "Correction, March 1st, 2026: "],
    ["EN-us", "Correction, March 1st, 2026: "],
    ["en-AU", "Correction, 1 March 2026: "],
    ["de-AT", "Korrektur, 1. März 2026: "],
    ["fr", "Rectificatif, 1 mars 2026\u00a0: "],
    ["es-419", "Corrección, 1 de marzo de 2026: "],
    ["pl", "Sprostowanie, 1 marca 2026: "],
    ["ja", "訂正, 2026年3月1日："],
    ["zh-Hant-TW", "更正, 2026年3月1日："],
    ["tlh", "Correction, 1 March 2026: "],
  ])("in %s date a correction as people do there: %j", (language, line) =>
    expect(wordsOf(language).correction(AT)).toBe(line),
  );

  it.each(["UTC", "America/Los_Angeles", "Pacific/Kiritimati"])(
    "date a correction by UTC, though the service runs in %s",
    (zone) => {
      vi.stubEnv("TZ", zone);
      expect(new Date(0).getTimezoneOffset() === 0).toBe(zone === "UTC");
      expect(wordsOf("en").correction("2026-03-01T23:59:59.999Z")).toContain("1 March 2026");
      expect(wordsOf("en").correction("2026-03-02T00:00:00Z")).toContain("2 March 2026");
      expect(wordsOf("en").correction("2026-03-02T00:30:00+01:00")).toContain("1 March 2026");
    },
  );

  it.each([
    ["en", "Withdrawn", "This story has been withdrawn by the publisher.", "Reason: Wrong"],
    ["fr", "Retiré", "Cet article a été retiré par la rédaction.", "Motif\u00a0: Wrong"],
    ["ja", "取り下げ", "この記事は発行元により取り下げられました。", "理由：Wrong"],
  ])("in %s tell of a story that was taken back, and why", (language, title, line, reason) => {
    const words = wordsOf(language);
    expect([words.withdrawnTitle, words.withdrawn, words.reason("Wrong")]).toEqual([title, line, reason]);
  });

  it.each(LANGUAGES)("in %s are whole, and no other language's", (language) => {
    const words = wordsOf(language);
    const others = LANGUAGES.filter((other) => other !== language).map((other) => wordsOf(other).withdrawn);
    expect(words.language).toBe(language);
    expect(others).not.toContain(words.withdrawn);
    for (const text of [words.withdrawnTitle, words.withdrawn, words.reason("x"), words.correction(AT)])
      expect(text).toMatch(/\p{L}/u);
    expect(words.reason("x").endsWith("x")).toBe(true);
    expect(words.correction(AT)).toContain("2026");
  });

  it("say that they are in the language that was asked for, its region too, or in English", () => {
    expect(["pt-BR", "zh-Hant", "DE", "nl-be"].map((language) => wordsOf(language).language)).toEqual([
      "pt-BR",
      "zh-Hant",
      "DE",
      "nl-be",
    ]);
    expect(["tlh", "ga-IE", "english"].map((language) => wordsOf(language).language)).toEqual(["en", "en", "en"]);
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty", ""])(
    "are English for %j, which is a name but no language",
    (language) => expect(wordsOf(language).language).toBe("en"),
  );

  it("are there for every language tag, and for all times", () => {
    const tag = fc.stringMatching(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/);
    const time = fc.date({ min: new Date("1600-01-01"), max: new Date("9998-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(tag, time, (language, at) => {
        const words = wordsOf(language);
        expect([language, "en"]).toContain(words.language);
        expect(words.correction(at.toISOString())).toMatch(/\d.*(: |：)$/u);
      }),
    );
  });
});
