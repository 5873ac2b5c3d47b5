import { describe, expect, it } from "vitest";
import { readTexts } from "../../../src/import/texts/front-texts.ts";
import { withoutUndefined } from "../../../src/import/values/keep.ts";

function texts(fields: Record<string, unknown>) {
  const notes: string[] = [];
  return { fields: withoutUndefined(readTexts(fields, notes)), notes };
}

describe("fields that are texts", () => {
  it.each([
    [{ summary: " A\n b " }, { summary: "A b" }],
    [
      { summary: 7, section: 2026 },
      { summary: "7", section: "2026" },
    ],
    [{ section: ["Sea", "Wind"] }, { section: "Sea" }],
    [{ language: "en_US" }, { language: "en-US" }],
    [{ language: ["de"] }, { language: "de" }],
    [{ credit: "AP" }, { credit: { name: "AP" } }],
    [
      { credit: { name: "AP", url: "https://ap.example/", x: 1 } },
      { credit: { name: "AP", url: "https://ap.example/" } },
    ],
    [{ attachments: [{ url: "x" }] }, { attachments: [{ url: "x" }] }],
    [{ summary: null }, {}],
  ])("%j", (fields, expected) => {
    expect(texts(fields)).toEqual({ fields: expected, notes: [] });
  });

  it.each([
    [{ summary: { a: 1 } }, ["summary is left out: it is no text"]],
    [{ language: "klingonish" }, ["“klingonish” is no language tag"]],
    [{ attachments: "a.pdf" }, ["attachments is left out: it is no list of objects"]],
    [{ section: "a".repeat(501) }, ["a section longer than 500 characters is cut"]],
  ])("that are none are no reason to refuse a story: %j", (fields, notes) => {
    expect(texts(fields).notes).toEqual(notes);
  });
});
