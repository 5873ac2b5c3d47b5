import type { Sheet } from "./rule.ts";

/**
 * The line on which an element with a key stood before, if there was one; else the key is remembered for those that follow.
 *
 * @param of whose memory this is
 */
export function earlierLine(of: object, key: string, line: number, { remember }: Sheet): number | undefined {
  const lines = remember(of, () => new Map<string, number>());
  const earlier = lines.get(key);
  if (earlier === undefined) lines.set(key, line);
  return earlier;
}
