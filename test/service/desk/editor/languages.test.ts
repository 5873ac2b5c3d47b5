import { expect, it } from "vitest";
import { parseCatalog } from "../../../../src/feed/catalog.ts";
import { languageName, languageOptions } from "../../../../src/service/desk/editor/languages.ts";
import { SITE } from "../../../site.ts";

it("languages are called by their names, and by their tags where they have none", () => {
  expect(["en-GB", "he", "zh-Hant", "x1-bad-tag-"].map(languageName)).toEqual([
    "British English",
    "Hebrew",
    "Traditional Chinese",
    "x1-bad-tag-",
  ]);
});

it("a form offers those in use before all others, each once", () => {
  const { site } = parseCatalog({ ...SITE, language: "en-GB" }, []);
  const options = languageOptions(site, ["he", "qaa", "", "he"]);
  expect(options.slice(0, 4)).toEqual([
    ["", "That of its feed: British English"],
    ["en-GB", "British English (en-GB)"],
    ["he", "Hebrew (he)"],
    ["qaa", "qaa"],
  ]);
  expect(new Set(options.map(([tag]) => tag)).size).toBe(options.length);
});
