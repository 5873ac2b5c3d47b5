/**
 * The boundary around one thing of many, an article, a line, an item, a file, a feed or a partner: whatever it does to the code
 * that works on it, it alone is refused, and the others go on. Everybody may import this folder, so it stands here.
 *
 * @param work on that one thing
 * @param refuse what becomes of it, by name, where `work` threw or rejected; it may throw what concerns them all
 */
export function contain<T>(work: () => Promise<T>, refuse: (fault: unknown) => T | Promise<T>): Promise<T>;
export function contain<T>(work: () => T, refuse: (fault: unknown) => T): T;
export function contain<T>(work: () => T | Promise<T>, refuse: (fault: unknown) => T | Promise<T>): T | Promise<T> {
  try {
    const result = work();
    return result instanceof Promise ? result.catch(refuse) : result;
  } catch (fault) {
    return refuse(fault);
  }
}

/** A fault in a line that a person can read and report: `RangeError: Maximum call stack size exceeded`. */
export const describeFault = (fault: unknown): string => String(fault).split("\n", 1)[0]?.slice(0, 300) ?? "";

/** What is said of a thing that a bug of ours kept from being read, or stored. */
export const ourFault = (done: "read" | "stored", fault: unknown): string =>
  `cannot be ${done}, which is a fault of ours: ${describeFault(fault)}`;
