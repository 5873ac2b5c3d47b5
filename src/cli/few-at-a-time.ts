/** What comes of each of a list, in its order, while no more than a few are being worked on. */
export async function fewAtATime<T, R>(list: readonly T[], few: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = list.entries();
  const worker = async () => {
    for (const [index, one] of waiting) results[index] = await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(few, list.length) }, worker));
  return results;
}
