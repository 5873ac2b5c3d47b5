import { describe, expect, test } from "vitest";
import { agreement } from "../../src/proofread/agreement.ts";
import { discoverFeeds } from "../../src/proofread/discover/discover.ts";
import { pageFindings } from "../../src/proofread/discover/page-findings.ts";
import { documentOfBytes, proofreadDecoded } from "../../src/proofread/proofread-bytes.ts";
import type { Example, ServedDocument } from "../../src/proofread/rule.ts";
import { seriesFindings } from "../../src/proofread/series/series.ts";
import { RULES } from "../../src/proofread/table.ts";
import { exampleBytes } from "./example-bytes.ts";
import { polledOf } from "./series/polls.ts";

/** The rules that an example breaks. */
async function brokenBy(example: Example): Promise<string[]> {
  if (Array.isArray(example)) return brokenTogether(example);
  const served = typeof example === "string" ? { text: example } : example;
  const document = await documentOfBytes(exampleBytes(served), { ...served, most: 1_000_000 });
  const { counts } = await proofreadDecoded(document, served);
  const ofPage = pageFindings(discoverFeeds(served.text, served.url ?? "https://gazette.example/"));
  return [...counts.keys(), ...ofPage.map(({ rule }) => rule)];
}

/** By documents that are formats of one feed, or polls of one document. */
const brokenTogether = (documents: ServedDocument[]): string[] =>
  [
    ...agreement(documents.map(({ text }, index) => ({ name: `document ${index + 1}`, text }))),
    ...seriesFindings(documents.map(polledOf)),
  ].map(({ rule }) => rule);

describe("the table of rules", () => {
  test("has rules, each with a name of its own", () => {
    expect(RULES.length).toBeGreaterThan(0);
    expect(RULES.map(({ name }) => name)).toEqual([...new Set(RULES.map(({ name }) => name))]);
  });

  describe.each(RULES.map((rule) => [rule.name, rule] as const))("%s", (name, { fails, passes }) => {
    test("is broken by its failing example", async () => {
      expect(await brokenBy(fails)).toContain(name);
    });
    test("is kept by its passing example", async () => {
      expect(await brokenBy(passes)).not.toContain(name);
    });
  });
});
