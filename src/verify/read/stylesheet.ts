import type { Value } from "../discrepancy.ts";

/** A document has one processing instruction at most, and that names its style sheet; any other is shown as it stands. */
export function stylesheetOf(instructions: string[]): Value {
  const read = instructions.map(
    (instruction) => /^xml-stylesheet type="text\/css" href="([^"&]*)"$/.exec(instruction)?.[1] ?? instruction,
  );
  return read.length > 1 ? read : read[0];
}
