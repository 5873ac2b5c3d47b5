import { expect, it } from "vitest";
import { clip } from "../../../../src/proofread/xml/forms/form.ts";

it.each([
  ["leaves a short text as it is", "🙂", "🙂"],
  ["cuts no character in two", `${"a".repeat(99)}🙂b`, `${"a".repeat(99)}…`],
  ["repeats no half of a character", "a\uD800b", "a\uFFFDb"],
])("clip %s", (_, text, clipped) => expect(clip(text)).toBe(clipped));
