import { describe, expect, test } from "vitest";
import { agreement } from "../../src/proofread/agreement.ts";
import { proofread } from "../../src/proofread/proofread.ts";
import type { Example } from "../../src/proofread/rule.ts";
import { RULES } from "../../src/proofread/table.ts";

/** The rules that an example breaks. */
async function brokenBy(example: Example): Promise<string[]> {
  const served = typeof example === "string" ? { text: example } : example;
  if (Array.isArray(served))
    return agreement(served.map(({ text }, index) => ({ name: `document ${index + 1}`, text }))).map(
      ({ rule }) => rule,
    );
  const { counts } = await proofread(served.text, served);
  return [...counts.keys()];
}

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
