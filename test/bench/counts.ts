export interface Tally {
  /** Binding calls: round trips. */
  calls: number;
  rowsRead: number;
  rowsWritten: number;
  /** By statement. */
  statements: Record<string, [read: number, written: number]>;
  /** To the publisher's queue. */
  messages: number;
  /** Of the publisher. */
  runs: number;
  milliseconds: number;
}

/** What `test/bench/workers/counted.ts` has counted since it was last asked. */
export async function takeCounts(origin: string): Promise<{ requests: Tally; publisher: Tally }> {
  const response = await fetch(`${origin}/bench/counts`);
  return (await response.json()) as { requests: Tally; publisher: Tally };
}
