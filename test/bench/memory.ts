/** What workerd holds in memory: for polls of one document without pause, and under mixed load. */
import type { Figure } from "./figures.ts";
import { largeBodies } from "./memory/large-bodies.ts";
import { mixedLoad } from "./memory/mixed.ts";

export const benchMemory = async (long: boolean): Promise<Figure[]> => [
  ...(await largeBodies(long)),
  ...(await mixedLoad(long)),
];
