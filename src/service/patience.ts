/** How long a store is waited for where there is something to go on with meanwhile; then it counts as down. Milliseconds. */
export const STORE_PATIENCE = 1_000;

/** How long a store is waited for where there is nothing else to answer with. Milliseconds. */
export const COLD_PATIENCE = 8_000;

/**
 * An answer, if it comes in time.
 *
 * @throws where it does not; what was asked for goes on all the same
 */
export function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
