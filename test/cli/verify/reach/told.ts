import { expect } from "vitest";
import { checkReach } from "../../../../src/cli/verify/reach/check.ts";
import { FEED_READERS } from "../../../../src/proofread/reach/readers.ts";
import type { Severity } from "../../../../src/proofread/rule.ts";

export const ALL = "all 12 readers";
/** They send validators. */
export const CONDITIONAL = "11 of 12: all but rss-parser";
/** They send tags. */
export const BY_TAG = "10 of 12: all but Thunderbird, rss-parser";

/** A finding: its rule's first words, who is concerned, and what was seen. */
export type Told = [rule: string, severity: Severity, readers: string, seen: string];

/** The readers, but that they wait as long as a busy machine takes. */
export const PATIENT_READERS = FEED_READERS.map((reader) => ({ ...reader, patience: 600_000 }));

/** All that is found of one URL, whose host is called `toy`. */
export async function told(url: string, readers = PATIENT_READERS): Promise<Told[]> {
  const { checked } = await checkReach([url], readers);
  expect(checked.map(({ name, troubles, discrepancies }) => [name, troubles, discrepancies])).toEqual([[url, [], []]]);
  return (checked[0]?.findings ?? []).map(({ rule, severity, where, message }) => [
    rule.split(":", 1)[0] ?? "",
    severity,
    where,
    message.replaceAll(new URL(url).host, "toy"),
  ]);
}
