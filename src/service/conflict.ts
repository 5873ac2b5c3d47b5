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

/** Whether a batch was kept out by a constraint of this table. */
export const isConflict = (error: unknown, table: string): boolean =>
  error instanceof Conflict && error.table === table;
