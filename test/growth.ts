import { quickest } from "./quickest.ts";

/** More than a tenfold length may cost where time grows with it, the machine's moods included; with its square it is a hundredfold. */
export const LINEAR = 30;

/** How many times as long something takes with ten times as much of a text, which is `part` over and over. */
export async function growth(work: (text: string) => unknown, part: string, length = 10_000): Promise<number> {
  const time = (size: number) => {
    const text = part.repeat(Math.ceil(size / part.length));
    return quickest(() => work(text), 3);
  };
  return (await time(10 * length)) / Math.max(0.5, await time(length));
}
