import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyLines } from "../../../../src/import/page-text/classify-lines.ts";
import { read, stored } from "../../helpers.ts";
import { GIVEN, HARBOUR } from "../harbour.ts";

describe("any text at all", () => {
  const line = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      ...HARBOUR.split("\n"),
      "Related stories",
      "By Jane Doe",
      "Published 3 March 2026",
      "PARIS (AFP) —",
      "- one",
      "***",
      "Share",
      "https://gazette.example/x",
      "Home / World",
      "It rained all day, and the day after that.",
    ),
  );
  const page = fc.array(line, { maxLength: 25 }).map((lines) => lines.join("\n\n"));

  it("is taken apart without a word lost unseen", () => {
    fc.assert(
      fc.property(page, (text) => {
        const { decisions } = classifyLines(text);
        const words = (all: string): string[] => all.split(/\s+/).filter((word) => word !== "");
        expect(decisions.flatMap((decision) => words(decision.text))).toEqual(words(text));
        expect(decisions.every(({ as }) => as !== "")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("has its headline once, and what is not dropped in its body", () => {
    fc.assert(
      fc.property(page, (text) => {
        const parsed = classifyLines(text);
        if (parsed.status === "no page") return;
        const { page, decisions } = parsed;
        expect(page.body.some((part) => part.text === page.title)).toBe(false);
        expect(decisions.filter(({ as }) => as.startsWith("headline") && !as.includes("again"))).toHaveLength(1);
        expect(page.body).toHaveLength(
          decisions.filter(({ as }) => /(^|→ )(paragraph|subheading|list item)$/.test(as)).length,
        );
      }),
      { numRuns: 500 },
    );
  });

  it("gives an article that can be stored, or a reason", async () => {
    await fc.assert(
      fc.asyncProperty(page, async (text) => {
        const reading = await read(text, GIVEN);
        for (const item of reading.items) stored(item);
        expect(reading.items.length + reading.skipped.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
