import { contain, ourFault } from "../../article/contain.ts";
import { logThrown } from "../log.ts";
import { StoreFault } from "../store-fault.ts";

/** What is said of a line that was not stored. */
export interface Failure {
  status: "failed";
  detail: string;
}

/**
 * Works on lines in one transaction. Where one of them breaks the code, on each alone: it alone fails, and the others go on. A store
 * that is broken fails them all; an answer has begun, so each is told.
 *
 * @param work gives each line its result, in their order
 */
export const allOrEach = <Line, Result>(
  lines: Line[],
  work: (lines: Line[]) => Promise<Result[]>,
  fail: (line: Line, failure: Failure) => Result,
): Promise<Result[]> =>
  contain(
    () => work(lines),
    async (fault) => {
      if (lines.length > 1 && !(fault instanceof StoreFault)) {
        const results: Result[] = [];
        for (const line of lines) results.push(...(await allOrEach([line], work, fail)));
        return results;
      }
      const failure = tellFailure(fault);
      return lines.map((line) => fail(line, failure));
    },
  );

/** Logs why a line was not stored, and tells its sender. */
export function tellFailure(fault: unknown): Failure {
  logThrown("line not stored", fault);
  const detail =
    fault instanceof StoreFault
      ? `${fault.told} Send the line again${fault.mayBeStored ? ": whether it was stored is not known, and it does no harm" : ""}.`
      : ourFault("stored", fault);
  return { status: "failed", detail };
}
