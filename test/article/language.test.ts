import { describe, expect, it } from "vitest";
import { LANGUAGE_TAG, primaryLanguage } from "../../src/article/language.ts";

describe("a language tag (RFC 5646 §2.1)", () => {
  it.each(["en", "EN", "gsw", "en-GB", "zh-Hans-CN", "es-419", "de-1996"])("is %s", (tag) =>
    expect(tag).toMatch(LANGUAGE_TAG),
  );

  it.each(["", "e", "english", "en_GB", "en-", "-en", "en--GB", "en-G", "en-GB ", "é", "en-abcdefghi"])(
    "is not %j",
    (tag) => expect(tag).not.toMatch(LANGUAGE_TAG),
  );

  it.each([
    ["en", "en"],
    ["en-GB", "en"],
    ["ZH-Hant-TW", "zh"],
    ["", ""],
  ])("%j has the primary language %j (§2.2.1)", (tag, primary) => expect(primaryLanguage(tag)).toBe(primary));
});
