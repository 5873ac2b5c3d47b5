import { quickest } from "./quickest.ts";

/** Ten times the text takes a tenfold time where that grows with its length, and a hundredfold with its square. Between them is the machine. */
export const LINEAR = 60;

/**
 * How many times as long something takes with ten times as much of a text, which is `part` over and over: the least of some
 * measurements, for a busy machine only ever adds.
 */
export async function growth(work: (text: string) => unknown, part: string, length = 20_000): Promise<number> {
  const time = (size: number) => {
    const text = part.repeat(Math.ceil(size / part.length));
    return quickest(() => work(text), 3);
  };
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 4 && least > LINEAR; attempt += 1)
    // What takes less than a millisecond is the clock's and the collector's.
    least = Math.min(least, (await time(10 * length)) / Math.max(1, await time(length)));
  return least;
}
