/** A constraint of the store kept a batch out: somebody else was first. */
export class Conflict extends Error {
  /** The table whose constraint it was. */
  readonly table: string;

  constructor(table: string, options?: ErrorOptions) {
    super(`a constraint of the table "${table}" does not hold`, options);
    this.name = "Conflict";
    this.table = table;
  }
}

/** SQLite's own words, whichever driver passes them on: `UNIQUE constraint failed: edition.feed, edition.number`. */
const CONSTRAINT = /\b(?:UNIQUE|NOT NULL|PRIMARY KEY) constraint failed: (\w+)\./;

/**
 * The conflict that a database's error tells of, or the error as it is. Each home has another driver, and calls this for what its
 * driver throws.
 */
export function toFault(error: unknown): unknown {
  const table = CONSTRAINT.exec(String(error))?.[1];
  return table === undefined ? error : new Conflict(table, { cause: error });
}

/** Whoever is too late starts over so often. */
const MAX_ATTEMPTS = 5;

/**
 * Reads, decides and writes, and does so again where a constraint kept the write out: somebody else was first.
 *
 * @throws what the last attempt threw; what is no conflict, at once
 */
export async function untilNoConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (count === MAX_ATTEMPTS || !(error instanceof Conflict)) throw error;
    }
  }
}

/** Whether a batch was kept out by a constraint of this table. */
export const isConflict = (error: unknown, table: string): boolean =>
  error instanceof Conflict && error.table === table;
