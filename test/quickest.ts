/**
 * How long something takes when nothing else is in its way: the quickest of several runs, in milliseconds. Tests compare two of these, and
 * none with a clock: machines differ.
 */
export async function quickest(run: () => unknown, rounds = 7): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await run();
    least = Math.min(least, performance.now() - began);
  }
  return least;
}
