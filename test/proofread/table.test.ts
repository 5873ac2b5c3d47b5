import { describe, expect, test } from "vitest";
import { documentOfBytes, proofreadDecoded } from "../../src/proofread/proofread-bytes.ts";
import type { Example } from "../../src/proofread/rule.ts";
import { RULES } from "../../src/proofread/table.ts";
import { exampleBytes } from "./example-bytes.ts";

/** The rules that an example breaks. */
async function brokenBy(example: Example): Promise<string[]> {
  if (Array.isArray(example)) throw new Error("a series");
  const served = typeof example === "string" ? { text: example } : example;
  const document = await documentOfBytes(exampleBytes(served), { ...served, most: 1_000_000 });
  const { counts } = await proofreadDecoded(document, served);
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
