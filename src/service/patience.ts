import { StoreFault } from "./store-fault.ts";

/** How long a store is waited for where there is something to go on with meanwhile; then it counts as down. Milliseconds. */
export const STORE_PATIENCE = 1_000;

/** How long a store is waited for where there is nothing else to answer with. Milliseconds. */
export const COLD_PATIENCE = 8_000;

/**
 * How long a write is waited for: longer than on one machine a lock is, and than D1 lets a query take (30 seconds,
 * developers.cloudflare.com/d1/platform/limits), and shorter than proxies wait for an answer, which is a minute as a rule. Milliseconds.
 */
export const WRITE_PATIENCE = 35_000;

/**
 * An answer of the store's, if it comes in time.
 *
 * @param isWrite whether something is written: it may be stored after all
 * @throws StoreFault where it does not; what was asked for goes on all the same
 */
export function within<T>(milliseconds: number, answer: Promise<T>, isWrite = false): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const fault = () => new StoreFault("slow", { mayBeStored: isWrite, cause: new Error(`${milliseconds} ms`) });
    timer = setTimeout(() => reject(fault()), milliseconds);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
