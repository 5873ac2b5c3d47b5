/** What goes wrong, and how long things take. Milliseconds. */
export interface Troubles {
  /** In one of so many minutes the account's other worker takes every token, so that no purge is granted. */
  eatenEvery: number;
  /** From a purge that is granted to its effect in a tier. */
  purgeDelay: [number, number];
  /** Of the worker's runs: a read of the store's whose answer is long on its way. */
  slowReads: number;
  slowRead: [number, number];
  /** Of the worker's runs: the answer is long on its way to the cache. */
  slowFills: number;
  slowFill: [number, number];
  /** Of the worker's runs: it breaks, and there is no answer. */
  failures: number;
  /** When a story is taken back: an isolate gets no requests from then on for a while, and remembers what was before. */
  rests: number;
  rest: [number, number];
  /** From a wake to the consumer. */
  wakeDelay: [number, number];
}

export const TROUBLES: Troubles = {
  eatenEvery: 2,
  purgeDelay: [100, 800],
  slowReads: 0.1,
  slowRead: [500, 2_500],
  slowFills: 0.1,
  slowFill: [300, 1_000],
  failures: 0.01,
  rests: 0.5,
  rest: [20_000, 40_000],
  wakeDelay: [50, 500],
};
